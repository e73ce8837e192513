// SPDX-License-Identifier: GPL-3.0-or-later
// Whether README and docs/ are true of the program: links, configurations, options, commands, names.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  allPages, brokenLink, headingLevels, links, namedTests, pictures, readPage, root, shellCommands,
} from './pages.mjs';

const pages = allPages();

function help(program) {
  return execFileSync(program, ['--help'], {
    encoding: 'utf8',
    env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' },
  });
}
const daemonHelp = help(process.env.GATEHOUSED);
const trayHelp = help(process.env.GATEHOUSE);
const optionsIn = (text) => new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g));

/** Why Python's reader of TOML or YAML does not take a text; null where there is no such reader. */
function pythonRefuses(language, text) {
  const module = { toml: 'tomllib', yaml: 'yaml' }[language];
  if (spawnSync('python3', ['-c', `import ${module}`]).status !== 0) return null;
  const load = { toml: 'tomllib.loads', yaml: 'yaml.safe_load' }[language];
  const run = spawnSync('python3', ['-c', `import sys, ${module}; ${load}(sys.stdin.read())`], {
    input: text,
    encoding: 'utf8',
  });
  return run.status === 0 ? '' : run.stderr;
}

/** What `gatehoused --check-config` prints of a configuration, and its exit code. */
function checkConfig(text) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-docs-'));
  const file = join(folder, 'config.json');
  writeFileSync(file, text, { mode: 0o600 });
  const run = spawnSync(process.env.GATEHOUSED, ['--config', file, '--data-dir', folder, '--check-config'], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true, force: true });
  return { code: run.status, out: run.stdout };
}

test('links and pictures lead somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...links(page), ...pictures(page)].map((link) => brokenLink(page, link)).filter(Boolean),
  );
  assert.deepEqual(broken, []);
});

test('every page of docs/ is listed in both READMEs', () => {
  const names = pages.map((page) => page.name).filter((name) => name.startsWith('docs/'));
  for (const readme of ['README.md', 'README.zh_CN.md']) {
    const listed = links(readPage(readme));
    assert.deepEqual(names.filter((name) => !listed.includes(name)), [], readme);
  }
});

for (const page of pages) {
  for (const { language, text, line } of page.fences) {
    if (language === 'jsonc')
      test(`${page.name}:${line} is a configuration`, () => {
        const { code, out } = checkConfig(text);
        assert.equal(code, 0, out);
        assert.match(out, /: valid, 0 warnings\.\s*$/);
      });
    if (language === 'toml' || language === 'yaml')
      test(`${page.name}:${line} is ${language}`, (context) => {
        const refused = pythonRefuses(language, text);
        if (refused === null) context.skip(`Python has no reader of ${language} here`);
        else assert.equal(refused, '');
      });
    if (language === 'json') test(`${page.name}:${line} is JSON`, () => void JSON.parse(text));
  }
}

test('--check-config is what the blocks are checked with', () => {
  assert.equal(checkConfig('{"version": 1, "providers": [{"preset": "no-such"}]}').code, 2);
});

test('every option of --help is described', () => {
  const described = optionsIn(readPage('docs/command-line.md').text);
  for (const option of [...optionsIn(daemonHelp), ...optionsIn(trayHelp)])
    assert.ok(described.has(option), `docs/command-line.md lacks ${option}`);
});

test('every option that is described is one of --help', () => {
  const known = optionsIn(daemonHelp + trayHelp);
  for (const option of optionsIn(readPage('docs/command-line.md').text))
    assert.ok(known.has(option), `--help lacks ${option}`);
});

test('commands are those of --help, with options of theirs', () => {
  const usage = /^ +gatehoused \[options\] ([a-z]+(?: [a-z]+)?)/gm;
  const known = new Set([...daemonHelp.matchAll(usage)].map((match) => match[1]));
  const wanted = pages.flatMap((page) => [
    ...shellCommands(page).filter((command) => /(^|\| )gatehoused /.test(command)),
    ...[...page.prose.matchAll(/`(gatehoused [^`]*)`/g)].map((match) => match[1]),
  ]);
  assert.ok(wanted.length > 10);
  for (const command of wanted) {
    const words = command.slice(command.indexOf('gatehoused ')).split(/\s+/).slice(1);
    while (/^--(config|data-dir|host|port|log-level|log-format)$/.test(words[0])) words.splice(0, 2);
    const name = words[0];
    if (name && !name.startsWith('-'))
      assert.ok(known.has(name) || known.has(words.slice(0, 2).join(' ')), `--help lacks: ${command}`);
    for (const option of optionsIn(command) ?? [])
      assert.ok(optionsIn(daemonHelp).has(option), `--help lacks ${option} of: ${command}`);
  }
});

test('scripts that are named exist', () => {
  for (const page of pages)
    for (const command of shellCommands(page)) {
      const script = command.match(/^(?:sh|node|python3) ([\w./-]+)/)?.[1];
      if (script) assert.ok(existsSync(join(root, script)), `${page.name}: ${script}`);
    }
});

test('presets are those of the program', () => {
  const { presets } = JSON.parse(readFileSync(join(root, 'resources/providers.json'), 'utf8'));
  const table = readPage('docs/providers-and-keys.md').text.match(/\| where \| presets \|\n[^]*?\n\n/)[0];
  const named = [...table.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
  assert.deepEqual(named.sort(), presets.map((preset) => preset.id).sort());
  for (const readme of ['README.md', 'README.zh_CN.md'])
    assert.match(readPage(readme).text, new RegExp(`\\b${presets.length} (presets|个预设)`));
});

test('applications are those of the program', () => {
  const source = readFileSync(join(root, 'connect/app.cpp'), 'utf8');
  const known = [...source.matchAll(/\{u"([a-z-]+)"_s, u"/g)].map((match) => match[1]);
  const table = readPage('docs/connecting-apps.md').text.match(/\| application \| id \| how \|\n[^]*?\n\n/)[0];
  assert.ok(known.length > 10);
  assert.deepEqual([...table.matchAll(/`([^`]+)`/g)].map((match) => match[1]).sort(), known.sort());
});

test('error codes are those of the program', () => {
  const section = readPage('docs/troubleshooting.md').text.match(/\n## Errors by status\n[^]*?\n## /)[0];
  const codes = [...section.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map((match) => match[1]);
  assert.ok(codes.length > 15);
  const sources = execFileSync('grep', ['-rhoE', '"[a-z]+(_[a-z]+)+"', join(root, 'gateway')], { encoding: 'utf8' });
  for (const code of codes) assert.ok(sources.includes(`"${code}"`), code);
});

test('every threat and fault has a test that exists, or a sentence why not', () => {
  const [threats, faults] = readPage('docs/threats.md').prose.split('\n## Faults\n');
  for (const [text, count] of [[threats, 55], [faults, 62]]) {
    const rows = [...text.matchAll(/^\| (\d+) \|.*\| (.*) \|$/gm)];
    assert.deepEqual(rows.map(([, number]) => Number(number)), Array.from({ length: count }, (_, index) => index + 1));
    for (const [, number, proof] of rows) {
      const tests = namedTests(proof);
      assert.ok(/^No test: .+\.$/.test(proof) || tests.length === proof.split(' · ').length, `${number}: ${proof}`);
      for (const { file, names } of tests) {
        const source = readFileSync(join(root, file), 'utf8'); // throws where there is none
        assert.equal(names.length > 0, /\/tst_\w+\.cpp$/.test(file), `${number}: ${file}`);
        for (const name of names)
          assert.match(source, new RegExp(`\\bvoid (\\w+::)?${name}\\(\\)\\s*\\{`), `${file} has no ${name}`);
      }
    }
  }
});

test('both READMEs have the same shape', () => {
  const [english, chinese] = ['README.md', 'README.zh_CN.md'].map(readPage);
  assert.deepEqual(headingLevels(chinese), headingLevels(english));
  assert.deepEqual(pictures(chinese), pictures(english));
  const withoutReadme = (page) => links(page).filter((link) => !link.startsWith('README'));
  assert.deepEqual(withoutReadme(chinese), withoutReadme(english));
  const rows = (page) => page.prose.match(/^\|/gm).length;
  assert.equal(rows(chinese), rows(english));
  const items = (page) => page.prose.match(/^- /gm).length;
  assert.equal(items(chinese), items(english));
  // What stands in blocks is the same but for its comments and for what is said in them.
  const code = (page) =>
    page.fences.map(({ language, text }) => [
      language,
      text.replace(/\s+(#|\/\/) .*$/gm, '').replace(/"content": "[^"]*"/g, '"content": ""'),
    ]);
  assert.deepEqual(code(chinese), code(english));
});
