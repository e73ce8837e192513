// SPDX-License-Identifier: GPL-3.0-or-later
// gatehoused between an SDK and fake providers of other dialects than the SDK's.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { startAnthropic } from './fakes/anthropic.mjs';
import { startGemini } from './fakes/gemini.mjs';
import { startOpenAi } from './fakes/openai.mjs';
import { startGatehoused } from './gatehoused.mjs';

export const clientKey = 'gh-1f0e9d8c7b6a5948';

const starters = { anthropic: startAnthropic, gemini: startGemini, openai: startOpenAi };

/**
 * Starts the fakes of \a dialects, each the provider of its dialect's name: a model is called `anthropic/claude-…`.
 * Resolves to { url, fakes, asked(dialect), check(), stop() }: `asked` gives the requests since the last check().
 */
export async function startRig(...dialects) {
  const fakes = {};
  const providers = [];
  const variables = {};
  for (const dialect of dialects) {
    const variable = `${dialect.toUpperCase()}_KEY`;
    variables[variable] = `sk-${dialect}-0123456789abcdef`;
    fakes[dialect] = await starters[dialect](variables[variable]);
    providers.push({
      id: dialect,
      dialect,
      baseUrl: dialect === 'openai' ? `${fakes[dialect].url}/v1` : fakes[dialect].url,
      apiKey: `\${${variable}}`,
      proxy: 'none',
      models: [],
      retry: { attempts: 1 },
    });
  }
  const keyHash = `sha256:${createHash('sha256').update(clientKey).digest('hex')}`;
  const config = { version: 1, cooldown: { maxSeconds: 0 }, clients: [{ name: 'SDK', keyHash }], providers };
  const gatehoused = await startGatehoused(config, { variables });
  return {
    url: gatehoused.url,
    asked: (dialect) => fakes[dialect].requests,
    /** After each test: nobody was asked wrongly, and nobody has seen the client's key. */
    check() {
      for (const { complaints, requests } of Object.values(fakes)) {
        assert.deepEqual(complaints.splice(0), []);
        assert.ok(!JSON.stringify(requests.splice(0)).includes(clientKey));
      }
    },
    async stop() {
      for (const { stop } of Object.values(fakes)) stop();
      assert.equal(await gatehoused.stop(), 0);
    },
  };
}
