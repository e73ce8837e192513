// SPDX-License-Identifier: GPL-3.0-or-later
// The official OpenAI SDK's chat completions, answered by providers of other dialects.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import OpenAI from 'openai';
import { answer, answerSchema, calls, offers, pixel, preamble, text, thought, usage, words } from './fakes/script.mjs';
import { clientKey, startRig } from './rig.mjs';

const messages = [{ role: 'user', content: 'Say something.' }];
const format = { type: 'json_schema', json_schema: { name: 'report', strict: true, schema: answerSchema } };

// With the functions that runTools() calls; each remembers what it was given.
function toolsThat(seen) {
  return calls.map(({ name, result }) => ({
    type: 'function',
    function: {
      name,
      description: offers[name].description,
      parameters: offers[name].schema,
      parse: JSON.parse,
      function: (input) => {
        seen.push({ name, input });
        return result;
      },
    },
  }));
}

const expectedCalls = calls.map(({ name, input }) => ({ name, input }));

function checkUsage(tokens) {
  assert.equal(tokens.prompt_tokens, usage.input);
  assert.equal(tokens.completion_tokens, usage.output);
  assert.equal(tokens.total_tokens, usage.input + usage.output);
  assert.equal(tokens.prompt_tokens_details.cached_tokens, usage.cached);
  assert.equal(tokens.completion_tokens_details.reasoning_tokens, usage.reasoning);
}

const targets = [
  {
    dialect: 'anthropic',
    model: 'anthropic/claude-sonnet-4-5',
    shapes: ['claude-sonnet-4-5', 'claude-3-5-haiku'],
    overloaded: 529,
  },
  {
    dialect: 'gemini',
    model: 'gemini/gemini-2.5-flash',
    shapes: ['gemini-2.5-flash', 'gemini-3-pro'],
    overloaded: 503,
  },
];

for (const { dialect, model, shapes, overloaded } of targets) {
  describe(`openai, chat with ${dialect}`, () => {
    let rig;
    let client;

    before(async () => {
      rig = await startRig(dialect);
      client = new OpenAI({ apiKey: clientKey, baseURL: `${rig.url}/v1`, maxRetries: 0 });
    });
    afterEach(() => rig.check());
    after(() => rig?.stop());

    test('whole', async () => {
      const { data, response } = await client.chat.completions
        .create({
          model,
          messages: [{ role: 'developer', content: 'Be brief.' }, ...messages],
          max_completion_tokens: 100,
          temperature: 0.5,
          stop: 'END',
        })
        .withResponse();
      assert.equal(data.object, 'chat.completion');
      assert.equal(data.model, model);
      assert.equal(data.choices.length, 1);
      assert.equal(data.choices[0].message.content, text);
      assert.equal(data.choices[0].finish_reason, 'stop');
      checkUsage(data.usage);
      assert.equal(response.headers.get('x-gatehouse-provider'), dialect);
      assert.equal(response.headers.get('x-gatehouse-dropped'), null);

      const { body } = rig.asked(dialect).at(-1);
      const system = body.system ?? body.systemInstruction.parts;
      assert.equal(system[0].text, 'Be brief.');
      const limits = body.generationConfig ?? body;
      assert.equal(limits.maxOutputTokens ?? limits.max_tokens, 100);
      assert.equal(limits.temperature, 0.5);
      assert.deepEqual(limits.stopSequences ?? limits.stop_sequences, ['END']);
    });

    test('what is dropped', async () => {
      const { response } = await client.chat.completions
        .create({ model, messages, logit_bias: { 1: 2 } })
        .withResponse();
      assert.equal(response.headers.get('x-gatehouse-dropped'), 'logit_bias');
      await assert.rejects(client.chat.completions.create({ model, messages, n: 2 }), OpenAI.BadRequestError);
    });

    test('image', async () => {
      const content = [
        { type: 'text', text: 'What is this?' },
        { type: 'image_url', image_url: { url: `data:image/png;base64,${pixel}` } },
      ];
      await client.chat.completions.create({ model, messages: [{ role: 'user', content }] });
      const { body } = rig.asked(dialect).at(-1);
      const image = dialect === 'gemini' ? body.contents[0].parts[1].inlineData : body.messages[0].content[1].source;
      assert.equal(image.data, pixel);
      assert.equal(image.mimeType ?? image.media_type, 'image/png');
    });

    test('stream', async () => {
      const pieces = [];
      for await (const event of await client.chat.completions.create({ model, messages, stream: true })) {
        assert.equal(event.choices.length, 1); // nobody asked for usage
        pieces.push(event.choices[0].delta.content);
      }
      assert.deepEqual(pieces.filter(Boolean), words);
    });

    test('stream with usage', async () => {
      const options = { model, messages, stream: true, stream_options: { include_usage: true } };
      const events = [];
      for await (const event of await client.chat.completions.create(options)) events.push(event);
      const last = events.pop();
      assert.deepEqual(last.choices, []);
      checkUsage(last.usage);
      for (const event of events) {
        assert.equal(event.object, 'chat.completion.chunk');
        assert.equal(event.id, last.id);
        assert.equal(event.model, model);
        assert.equal(event.usage, null);
      }
      assert.equal(events[0].choices[0].delta.role, 'assistant');
      assert.deepEqual(events.map((event) => event.choices[0].finish_reason).filter(Boolean), ['stop']);
    });

    test('tool loop', async () => {
      const seen = [];
      const runner = client.chat.completions.runTools({ model, messages, tools: toolsThat(seen) });
      assert.equal(await runner.finalContent(), text);
      assert.deepEqual(seen, expectedCalls);
      const [first, ...results] = runner.messages.slice(1);
      assert.equal(first.content, preamble);
      assert.equal(new Set(first.tool_calls.map((call) => call.id)).size, calls.length);
      assert.deepEqual(
        results.slice(0, -1).map(({ role }) => role),
        ['tool', 'tool'],
      );
      assert.equal(rig.asked(dialect).length, 2);
    });

    test('tool loop, streamed', async () => {
      const seen = [];
      const runner = client.chat.completions.runTools({ model, messages, tools: toolsThat(seen), stream: true });
      assert.equal(await runner.finalContent(), text);
      assert.deepEqual(seen, expectedCalls);
      assert.equal(rig.asked(dialect).length, 2);
    });

    test('streamed calls', async () => {
      const tools = toolsThat([]).map(({ type, function: { name, parameters } }) => ({
        type,
        function: { name, parameters },
      }));
      const final = await client.chat.completions.stream({ model, messages, tools }).finalChatCompletion();
      assert.equal(final.choices[0].finish_reason, 'tool_calls');
      const made = final.choices[0].message.tool_calls.map(({ function: { name, arguments: input } }) => ({
        name,
        input: JSON.parse(input),
      }));
      assert.deepEqual(made, expectedCalls);
    });

    for (const shape of shapes) {
      test(`structured answer of ${shape}`, async () => {
        const question = { model: `${dialect}/${shape}`, messages, response_format: format };
        const whole = await client.chat.completions.parse(question);
        assert.deepEqual(JSON.parse(whole.choices[0].message.content), answer);
        assert.equal(whole.choices[0].finish_reason, 'stop');
        assert.equal(whole.choices[0].message.tool_calls?.length ?? 0, 0);
        const streamed = await client.chat.completions.stream(question).finalChatCompletion();
        assert.deepEqual(JSON.parse(streamed.choices[0].message.content), answer);
        assert.equal(streamed.choices[0].finish_reason, 'stop');
      });
    }

    test('reasoning', async () => {
      const question = { model, messages, reasoning_effort: 'low' };
      const { message } = (await client.chat.completions.create(question)).choices[0];
      assert.equal(message.reasoning_content, thought);
      assert.equal(message.content, text);
      const pieces = [];
      for await (const event of await client.chat.completions.create({ ...question, stream: true }))
        pieces.push(event.choices[0].delta.reasoning_content);
      assert.equal(pieces.filter(Boolean).join(''), thought);
    });

    test('errors', async () => {
      const ask = (name, stream) => client.chat.completions.create({ model: `${dialect}/${name}`, messages, stream });
      for (const stream of [false, true]) {
        await assert.rejects(ask('limited', stream), (error) => {
          assert.ok(error instanceof OpenAI.RateLimitError);
          assert.equal(error.type, 'rate_limit_error');
          assert.equal(error.headers.get('retry-after'), '7');
          assert.match(error.message, /Too many requests/);
          return true;
        });
        await assert.rejects(ask('overloaded', stream), (error) => {
          assert.ok(error instanceof OpenAI.InternalServerError);
          assert.equal(error.status, overloaded);
          assert.equal(error.type, 'server_error');
          return true;
        });
        await assert.rejects(ask('rejected', stream), (error) => {
          assert.ok(error instanceof OpenAI.AuthenticationError);
          assert.equal(error.code, 'invalid_api_key');
          return true;
        });
      }
    });

    test('broken stream', async () => {
      const pieces = [];
      await assert.rejects(async () => {
        const stream = await client.chat.completions.create({ model: `${dialect}/broken`, messages, stream: true });
        for await (const event of stream) pieces.push(event.choices[0].delta.content);
      }, OpenAI.APIError);
      assert.deepEqual(pieces.filter(Boolean), words.slice(0, 1));
    });
  });
}

describe('openai, embeddings of gemini', () => {
  let rig;

  before(async () => (rig = await startRig('gemini')));
  afterEach(() => rig.check());
  after(() => rig?.stop());

  test('one and several', async () => {
    const client = new OpenAI({ apiKey: clientKey, baseURL: `${rig.url}/v1`, maxRetries: 0 });
    const model = 'gemini/gemini-embedding-001';
    const several = await client.embeddings.create({ model, input: ['a', 'b'], dimensions: 3 }); // base64 on the wire
    assert.deepEqual(
      several.data.map(({ index, embedding }) => [index, ...embedding]),
      [
        [0, 0.5, -1.25, 3],
        [1, 0.5, -1.25, 3],
      ],
    );
    assert.equal(rig.asked('gemini').at(-1).body.requests[1].outputDimensionality, 3);
    const one = await client.embeddings.create({ model, input: 'a', encoding_format: 'float' });
    assert.deepEqual(one.data[0].embedding, [0.5, -1.25, 3]);
  });
});
