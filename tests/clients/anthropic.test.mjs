// SPDX-License-Identifier: GPL-3.0-or-later
// The official Anthropic SDK, answered by providers of other dialects.
import Anthropic from '@anthropic-ai/sdk';
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { signature } from './fakes/gemini.mjs';
import { calls, counted, offers, pixel, preamble, text, thought, usage, words } from './fakes/script.mjs';
import { clientKey, startRig } from './rig.mjs';

const messages = [{ role: 'user', content: 'Say something.' }];
const tools = calls.map(({ name }) => ({
  name,
  description: offers[name].description,
  input_schema: offers[name].schema,
}));
const thinking = { type: 'enabled', budget_tokens: 1024 };

/** The turn of results for the calls in \a content, which must be those that are expected. */
function resultsFor(content) {
  const uses = content.filter(({ type }) => type === 'tool_use');
  assert.deepEqual(
    uses.map(({ name, input }) => ({ name, input })),
    calls.map(({ name, input }) => ({ name, input })),
  );
  const results = uses.map(({ id, name }) => {
    const { result } = calls.find((call) => call.name === name);
    return {
      type: 'tool_result',
      tool_use_id: id,
      content: typeof result === 'string' ? result : JSON.stringify(result),
    };
  });
  return { role: 'user', content: results };
}

function checkUsage(tokens) {
  assert.equal(tokens.input_tokens, usage.input - usage.cached);
  assert.equal(tokens.cache_read_input_tokens, usage.cached);
  assert.equal(tokens.output_tokens, usage.output);
}

const targets = [
  { dialect: 'openai', model: 'openai/gpt-5', overloaded: 529, tokens: (n) => n > 0 && n < 100 },
  { dialect: 'gemini', model: 'gemini/gemini-2.5-flash', overloaded: 503, tokens: (n) => n === counted },
];

for (const { dialect, model, overloaded, tokens } of targets) {
  describe(`anthropic, messages with ${dialect}`, () => {
    let rig;
    let client;

    before(async () => {
      rig = await startRig(dialect);
      client = new Anthropic({ apiKey: clientKey, authToken: null, baseURL: rig.url, maxRetries: 0 });
    });
    afterEach(() => rig.check());
    after(() => rig?.stop());

    test('whole', async () => {
      const system = [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }];
      const message = await client.messages.create({
        model,
        system,
        messages,
        max_tokens: 100,
        stop_sequences: ['END'],
      });
      assert.equal(message.type, 'message');
      assert.equal(message.role, 'assistant');
      assert.equal(message.model, model);
      assert.deepEqual(
        message.content.map(({ type, text: said }) => [type, said]),
        [['text', text]],
      );
      assert.equal(message.stop_reason, 'end_turn');
      assert.equal(message.stop_sequence, null);
      checkUsage(message.usage);
      const { body } = rig.asked(dialect).at(-1);
      assert.equal(body.messages?.[0].content ?? body.systemInstruction.parts[0].text, 'Be brief.');
      assert.deepEqual(body.stop ?? body.generationConfig.stopSequences, ['END']);
    });

    test('bearer token', async () => {
      const bearer = new Anthropic({ apiKey: null, authToken: clientKey, baseURL: rig.url, maxRetries: 0 });
      const message = await bearer.messages.create({ model, messages, max_tokens: 100 });
      assert.equal(message.content[0].text, text);
      const stranger = new Anthropic({ apiKey: 'gh-wrong', authToken: null, baseURL: rig.url, maxRetries: 0 });
      await assert.rejects(
        stranger.messages.create({ model, messages, max_tokens: 100 }),
        Anthropic.AuthenticationError,
      );
    });

    test('beta', async () => {
      const betas = ['context-management-2025-06-27'];
      const message = await client.beta.messages.create({ model, messages, max_tokens: 100, betas });
      assert.equal(message.content[0].text, text);
    });

    test('image', async () => {
      const source = { type: 'base64', media_type: 'image/png', data: pixel };
      const content = [
        { type: 'image', source },
        { type: 'text', text: 'What is this?' },
      ];
      await client.messages.create({ model, max_tokens: 100, messages: [{ role: 'user', content }] });
      assert.ok(JSON.stringify(rig.asked(dialect).at(-1).body).includes(pixel));
    });

    test('stream', async () => {
      const stream = client.messages.stream({ model, messages, max_tokens: 100 });
      const types = [];
      const pieces = [];
      stream.on('streamEvent', ({ type }) => types.push(type)).on('text', (piece) => pieces.push(piece));
      const message = await stream.finalMessage();
      assert.deepEqual(pieces, words);
      assert.equal(message.model, model);
      assert.equal(message.content[0].text, text);
      assert.equal(message.stop_reason, 'end_turn');
      checkUsage(message.usage);
      const deltas = Array(words.length).fill('content_block_delta');
      const expected = [
        'message_start',
        'content_block_start',
        ...deltas,
        'content_block_stop',
        'message_delta',
        'message_stop',
      ];
      assert.deepEqual(
        types.filter((type) => type !== 'ping'),
        expected,
      );
    });

    test('input tokens before the answer', async () => {
      for await (const event of await client.messages.create({ model, messages, max_tokens: 100, stream: true })) {
        if (event.type === 'message_start') assert.ok(event.message.usage.input_tokens > 0);
      }
    });

    test('tool loop', async () => {
      const question = { model, tools, max_tokens: 100 };
      const first = await client.messages.create({ ...question, messages });
      assert.equal(first.stop_reason, 'tool_use');
      assert.equal(first.content[0].text, preamble);
      const { role, content } = first;
      const turns = [...messages, { role, content }, resultsFor(content)];
      const second = await client.messages.create({ ...question, messages: turns });
      assert.equal(second.stop_reason, 'end_turn');
      assert.equal(second.content[0].text, text);
    });

    test('tool loop, streamed and with thoughts', async () => {
      const question = { model, tools, thinking, max_tokens: 2048 };
      const first = await client.messages.stream({ ...question, messages }).finalMessage();
      assert.equal(first.stop_reason, 'tool_use');
      assert.deepEqual(
        first.content.filter(({ type }) => type !== 'thinking').map(({ type }) => type),
        ['text', 'tool_use', 'tool_use'],
      );
      assert.equal(first.content[0].thinking, thought);
      const { role, content } = first;
      const turns = [...messages, { role, content }, resultsFor(content)];
      const second = await client.messages.stream({ ...question, messages: turns }).finalMessage();
      assert.equal(second.content.at(-1).text, text);
      if (dialect !== 'gemini') return;
      const { parts } = rig.asked(dialect).at(-1).body.contents[1];
      assert.equal(parts.find((part) => part.functionCall).thoughtSignature, signature);
    });

    test('thinking', async () => {
      const question = { model, messages, thinking, max_tokens: 2048 };
      for (const message of [
        await client.messages.create(question),
        await client.messages.stream(question).finalMessage(),
      ]) {
        assert.deepEqual(
          message.content.map(({ type }) => type),
          ['thinking', 'text'],
        );
        assert.equal(message.content[0].thinking, thought);
        assert.equal(typeof message.content[0].signature, 'string');
        assert.equal(message.content[1].text, text);
      }
      const { body } = rig.asked(dialect).at(-1);
      const config = body.generationConfig?.thinkingConfig;
      if (config) assert.deepEqual(config, { thinkingBudget: 1024, includeThoughts: true });
      else assert.equal(body.reasoning_effort, 'low');
    });

    test('tokens', async () => {
      const { input_tokens } = await client.messages.countTokens({ model, messages, tools, system: 'Be brief.' });
      assert.ok(tokens(input_tokens), String(input_tokens));
    });

    test('errors', async () => {
      const ask = (name, stream) =>
        client.messages.create({ model: `${dialect}/${name}`, messages, max_tokens: 100, stream });
      for (const stream of [false, true]) {
        await assert.rejects(ask('limited', stream), (error) => {
          assert.ok(error instanceof Anthropic.RateLimitError);
          assert.equal(error.error.error.type, 'rate_limit_error');
          assert.match(error.error.error.message, /Too many requests/);
          assert.equal(error.headers.get('retry-after'), '7');
          return true;
        });
        await assert.rejects(ask('overloaded', stream), (error) => {
          assert.ok(error instanceof Anthropic.InternalServerError);
          assert.equal(error.status, overloaded);
          assert.equal(error.error.error.type, overloaded === 529 ? 'overloaded_error' : 'api_error');
          return true;
        });
        await assert.rejects(ask('rejected', stream), (error) => {
          assert.ok(error instanceof Anthropic.AuthenticationError);
          assert.equal(error.error.error.type, 'authentication_error');
          return true;
        });
      }
    });

    test('broken stream', async () => {
      const stream = client.messages.stream({ model: `${dialect}/broken`, messages, max_tokens: 100 });
      const pieces = [];
      stream.on('text', (piece) => pieces.push(piece));
      await assert.rejects(stream.finalMessage(), Anthropic.APIError);
      assert.deepEqual(pieces, words.slice(0, 1));
    });
  });
}
