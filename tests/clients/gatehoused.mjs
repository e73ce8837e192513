// SPDX-License-Identifier: GPL-3.0-or-later
// Starts gatehoused (path in the variable GATEHOUSED) with a configuration of its own, on a free port.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Resolves to { url, stop() } once it listens; stop() resolves to the exit code. */
export async function startGatehoused(config, { options = [], variables = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-clients-'));
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  const child = spawn(
    process.env.GATEHOUSED,
    ['--config', file, '--data-dir', join(folder, 'data'), '--port', '0', ...options],
    { env: { PATH: process.env.PATH, HOME: folder, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  child.stderr.on('data', (bytes) => (log += bytes));
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
    child.once('error', (error) => resolve(String(error)));
  });
  const ready = new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const first = await Promise.race([ready, exited.then((code) => ({ code }))]);
  if (typeof first !== 'string') throw new Error(`gatehoused ended with ${first.code}\n${log}`);
  return {
    url: JSON.parse(first).url,
    async stop() {
      child.kill('SIGTERM');
      const code = await exited;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
