// SPDX-License-Identifier: GPL-3.0-or-later
// The real applications, set up by `gatehoused connect`, get the answer of a fake provider behind gatehoused.
// Usage: GATEHOUSED=… CLIENTS=tests/clients APPS=(folder with node_modules) node --test apps.test.mjs
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const { GATEHOUSED, CLIENTS, APPS } = process.env;
const { startProvider, words } = await import(join(CLIENTS, 'fake_provider.mjs'));
const platform = `${process.platform}-${process.arch}`;
const modules = join(APPS, 'node_modules');
const prompt = 'Say something.';

const apps = [
  {
    id: 'claude-code',
    program: [join(modules, '@anthropic-ai', `claude-code-${platform}`, 'claude')],
    arguments: ['-p', prompt],
    file: '.claude/settings.json',
  },
  {
    id: 'codex',
    program: [process.execPath, join(modules, '@openai/codex/bin/codex.js')],
    arguments: ['exec', '--skip-git-repo-check', prompt],
    file: '.codex/config.toml',
  },
  {
    id: 'gemini-cli',
    program: [process.execPath, join(modules, '@google/gemini-cli/bundle/gemini.js')],
    arguments: ['--skip-trust', '-p', prompt],
    file: '.gemini/.env',
  },
  {
    id: 'opencode',
    program: [join(modules, `opencode-${platform}`, 'bin/opencode')],
    arguments: ['run', prompt],
    file: '.config/opencode/opencode.json',
  },
];

/** Ends with what the program wrote, or fails after the time limit. */
function output([program, ...first], rest, options) {
  return new Promise((resolve, reject) => {
    const child = execFile(program, [...first, ...rest], { timeout: 90_000, ...options }, (error, out, err) =>
      error ? reject(new Error(`${error.message}\n${out}\n${err}`)) : resolve(out),
    );
    child.stdin.end();
  });
}

for (const app of apps) {
  const missing = app.program.find((file) => !existsSync(file));
  const skip = missing && `${app.id} cannot be had here: no ${missing}`;
  test(`${app.id} gets its answer`, { skip, timeout: 150_000 }, async () => {
    const home = mkdtempSync(join(tmpdir(), 'gatehouse-apps-'));
    const work = join(home, 'work');
    mkdirSync(work);
    const provider = await startProvider();
    const config = join(home, 'config.json');
    writeFileSync(
      config,
      JSON.stringify({
        version: 1,
        clients: [{ name: 'another', keyHash: `sha256:${'0'.repeat(64)}` }],
        providers: [
          { id: 'fake', dialect: 'openai', baseUrl: provider.url, apiKey: '', proxy: 'none', models: [{ id: 'chat' }] },
        ],
        defaultModel: 'chat',
      }),
      { mode: 0o600 },
    );
    const env = { PATH: process.env.PATH, HOME: home, TERM: 'dumb', NO_COLOR: '1', NO_PROXY: '127.0.0.1' };
    const own = ['--config', config, '--data-dir', join(home, 'data')];
    const gatehoused = spawn(GATEHOUSED, [...own, '--port', '0'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const line = await new Promise((resolve) => createInterface({ input: gatehoused.stdout }).once('line', resolve));
      const { url } = JSON.parse(line);
      const connect = ['connect', app.id, '--yes', '--port', new URL(url).port];
      execFileSync(GATEHOUSED, [...own, ...connect, '--model', 'chat'], { env, stdio: 'pipe' });
      const [key] = /gh-[0-9a-f]{64}/.exec(readFileSync(join(home, app.file), 'utf8'));
      for (let status = 0; status !== 200; await pause(50))
        ({ status } = await fetch(`${url}/v1/models`, { headers: { authorization: `Bearer ${key}` } }));
      const text = await output(app.program, app.arguments, { env, cwd: work });
      assert.ok(text.includes(words.join('')), text);
      assert.ok(provider.requests.length > 0);
      assert.ok(!JSON.stringify(provider.requests).includes(key));
      execFileSync(GATEHOUSED, [...own, ...connect, '--undo'], { env, stdio: 'pipe' });
    } finally {
      gatehoused.kill('SIGTERM');
      provider.stop();
      rmSync(home, { recursive: true, force: true });
    }
  });
}
