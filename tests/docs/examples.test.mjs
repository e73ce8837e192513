// SPDX-License-Identifier: GPL-3.0-or-later
// Runs packaging/examples/ against the program with its demo provider.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startGatehoused } from '../clients/gatehoused.mjs';

const examples = process.env.EXAMPLES;
const clientKey = 'gh-example-key';
const keyHash = 'sha256:cb38068ab4180b825a5f058813e4336b7ae4e1b287968e3a20375588534ee6ea';
let open;
let locked;

/** Resolves to { code, out, err }. */
function run(program, ...words) {
  return new Promise((resolve) => {
    execFile(program, words, { timeout: 60000 }, (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
  });
}

function has(program, ...words) {
  return spawnSync(program, words).status === 0;
}

before(async () => {
  open = await startGatehoused({ version: 1 }, { options: ['--demo'] });
  locked = await startGatehoused(
    { version: 1, clients: [{ name: 'example', keyHash }] },
    { options: ['--demo'] },
  );
});
after(async () => {
  await open?.stop();
  await locked?.stop();
});

test('curl.sh asks in every dialect', async () => {
  const { code, out, err } = await run('sh', join(examples, 'curl.sh'), open.url);
  assert.equal(code, 0, err);
  assert.match(out, /"demo\/echo"/);
  assert.match(out, /data: \[DONE\]/);
  for (const part of ['"object":"response"', '"type":"message"', '"candidates"'])
    assert.ok(out.includes(part), `${part} in ${out}`);
});

for (const [program, file, text] of [
  ['node', 'fetch.mjs', 'Hello from Node'],
  ['python3', 'standard_library.py', 'Hello from Python'],
  ['python3', 'openai_sdk.py', 'Hello from the SDK'],
]) {
  const missing =
    (!has(program, '--version') && `no ${program}`) ||
    (file === 'openai_sdk.py' && !has(program, '-c', 'import openai') && 'the module openai is not installed');
  test(`${file} prints the answer`, { skip: missing }, async () => {
    const { code, out, err } = await run(program, join(examples, file), open.url);
    assert.equal(code, 0, err);
    assert.equal(out, `${text}\n`);
  });

  test(`${file} sends its key, and ends with an error without it`, { skip: missing }, async () => {
    const right = await run(program, join(examples, file), locked.url, clientKey);
    assert.equal(right.out, `${text}\n`, right.err);
    const wrong = await run(program, join(examples, file), locked.url, 'another');
    assert.notEqual(wrong.code, 0);
    assert.match(wrong.err, /401|client key/);
  });
}

test('openai_sdk.mjs prints the answer', async () => {
  const copy = join(process.env.PACKAGES, 'openai_sdk_example.mjs'); // beside node_modules, where the SDK is
  copyFileSync(join(examples, 'openai_sdk.mjs'), copy);
  const { code, out, err } = await run('node', copy, open.url);
  assert.equal(code, 0, err);
  assert.equal(out, 'Hello from the SDK\n');
});

test('smoke-test.sh finds nothing wrong', async () => {
  const { code, out } = await run('sh', join(examples, 'smoke-test.sh'), open.url);
  assert.equal(code, 0, out);
  assert.equal(out.match(/^ok {4}/gm)?.length, 11, out);
  assert.equal((await run('sh', join(examples, 'smoke-test.sh'), locked.url, clientKey)).code, 0);
});

test('smoke-test.sh fails without the key', async () => {
  const { code, out } = await run('sh', join(examples, 'smoke-test.sh'), locked.url, 'another');
  assert.equal(code, 1);
  assert.match(out, /^FAIL {2}list of models: status 401/m);
});

test('smoke-test.sh fails where something else answers', async () => {
  const other = createServer((request, response) => response.end('<html>Hello</html>'));
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { code, out } = await run('sh', join(examples, 'smoke-test.sh'), `http://127.0.0.1:${other.address().port}`);
  other.close();
  assert.equal(code, 1);
  assert.equal(out.match(/^FAIL/gm)?.length, 11, out);
});
