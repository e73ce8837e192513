// SPDX-License-Identifier: GPL-3.0-or-later
// Vercel's AI SDK with its OpenAI-compatible and Anthropic providers, answered by providers of other dialects.
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, jsonSchema, Output, stepCountIs, streamText, tool } from 'ai';
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { answer, answerSchema, calls, offers, preamble, text, thought, usage, words } from './fakes/script.mjs';
import { clientKey, startRig } from './rig.mjs';

const prompt = 'Say something.';
const stopWhen = stepCountIs(4);

/** Tools that note in \a seen what they are called with. */
function toolsThat(seen) {
  const made = calls.map(({ name, result }) => {
    const { description, schema } = offers[name];
    const execute = (input) => {
      seen.push({ name, input });
      return result;
    };
    return [name, tool({ description, inputSchema: jsonSchema(schema), execute })];
  });
  return Object.fromEntries(made);
}

const expectedCalls = calls.map(({ name, input }) => ({ name, input }));

function checkUsage(tokens) {
  assert.equal(tokens.inputTokens, usage.input);
  assert.equal(tokens.outputTokens, usage.output);
  assert.equal(tokens.inputTokenDetails.cacheReadTokens, usage.cached);
}

const compatible = (url) =>
  createOpenAICompatible({
    name: 'gatehouse',
    apiKey: clientKey,
    baseURL: `${url}/v1`,
    includeUsage: true,
    supportsStructuredOutputs: true,
  });
const anthropic = (url) => createAnthropic({ apiKey: clientKey, baseURL: `${url}/v1` });
const thinking = { anthropic: { thinking: { type: 'enabled', budgetTokens: 1024 } } };
const effort = { gatehouse: { reasoningEffort: 'low' } };

const pairs = [
  {
    sdk: 'openai-compatible',
    create: compatible,
    dialect: 'anthropic',
    model: 'anthropic/claude-sonnet-4-5',
    wish: effort,
  },
  { sdk: 'openai-compatible', create: compatible, dialect: 'gemini', model: 'gemini/gemini-3-pro', wish: effort },
  { sdk: 'anthropic', create: anthropic, dialect: 'openai', model: 'openai/gpt-5', wish: thinking },
  { sdk: 'anthropic', create: anthropic, dialect: 'gemini', model: 'gemini/gemini-3-pro', wish: thinking },
];

for (const { sdk, create, dialect, model, wish } of pairs) {
  describe(`ai, ${sdk} with ${dialect}`, () => {
    let rig;
    let provider;

    before(async () => {
      rig = await startRig(dialect);
      provider = create(rig.url);
    });
    afterEach(() => rig.check());
    after(() => rig?.stop());

    const ask = (name = model) => ({ model: provider(name), prompt, maxRetries: 0, maxOutputTokens: 2048 });

    test('text', async () => {
      const result = await generateText({ ...ask(), system: 'Be brief.' });
      assert.equal(result.text, text);
      assert.equal(result.finishReason, 'stop');
      checkUsage(result.usage);
    });

    test('streamed text', async () => {
      const result = streamText(ask());
      const pieces = [];
      for await (const piece of result.textStream) pieces.push(piece);
      assert.deepEqual(pieces, words);
      assert.equal(await result.finishReason, 'stop');
      checkUsage(await result.usage);
    });

    for (const providerOptions of [undefined, wish]) {
      test(`tool loop${providerOptions ? ' with thoughts' : ''}`, async () => {
        const seen = [];
        const result = await generateText({ ...ask(), tools: toolsThat(seen), stopWhen, providerOptions });
        assert.deepEqual(seen, expectedCalls);
        assert.deepEqual(
          result.steps.map((step) => [step.text, step.finishReason]),
          [
            [preamble, 'tool-calls'],
            [text, 'stop'],
          ],
        );
        assert.equal(result.steps[0].reasoningText ?? '', providerOptions ? thought : '');
        assert.equal(rig.asked(dialect).length, 2);
      });

      test(`streamed tool loop${providerOptions ? ' with thoughts' : ''}`, async () => {
        const seen = [];
        const result = streamText({ ...ask(), tools: toolsThat(seen), stopWhen, providerOptions });
        const types = [];
        for await (const { type } of result.fullStream) types.push(type);
        assert.deepEqual(seen, expectedCalls);
        const steps = await result.steps;
        assert.deepEqual(
          steps.map((step) => [step.text, step.finishReason]),
          [
            [preamble, 'tool-calls'],
            [text, 'stop'],
          ],
        );
        assert.equal(steps[0].reasoningText ?? '', providerOptions ? thought : '');
        assert.ok(!types.includes('error'));
        assert.equal(types.filter((type) => type === 'tool-input-start').length, calls.length);
        assert.equal(types.filter((type) => type === 'tool-input-end').length, calls.length);
      });
    }

    test('structured answer', async () => {
      const { output } = await generateText({ ...ask(), output: Output.object({ schema: jsonSchema(answerSchema) }) });
      assert.deepEqual(output, answer);
    });

    test('errors', async () => {
      for (const [name, status] of [
        ['limited', 429],
        ['rejected', 401],
      ]) {
        await assert.rejects(generateText(ask(`${dialect}/${name}`)), (error) => {
          assert.ok(APICallError.isInstance(error));
          assert.equal(error.statusCode, status);
          assert.equal(error.isRetryable, status === 429);
          return true;
        });
      }
    });

    test('broken stream', async () => {
      const pieces = [];
      const errors = [];
      const result = streamText({ ...ask(`${dialect}/broken`), onError: ({ error }) => errors.push(error) });
      const read = async () => {
        for await (const part of result.fullStream) if (part.type === 'text-delta') pieces.push(part.text);
      };
      await read().catch((error) => errors.push(error));
      assert.deepEqual(pieces, words.slice(0, 1));
      assert.ok(errors.length);
    });
  });
}
