// SPDX-License-Identifier: GPL-3.0-or-later
// The official OpenAI SDK for Node, through gatehoused.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import OpenAI from 'openai';
import { startProvider, words } from './fake_provider.mjs';
import { startGatehoused } from './gatehoused.mjs';

const clientKey = 'gh-1f0e9d8c7b6a5948';
const providerKey = 'sk-provider-0123456789abcdef';
const models = ['chat', 'tools', 'slow', 'broken', 'embed', 'limited', 'rejected', 'org/model:free'];
const messages = [{ role: 'user', content: 'Say something.' }];

async function eventually(check) {
  for (let i = 0; i < 200 && !check(); ++i) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(check());
}

describe('openai', () => {
  let provider;
  let gatehoused;
  let client;

  before(async () => {
    provider = await startProvider();
    gatehoused = await startGatehoused(
      {
        version: 1,
        cooldown: { maxSeconds: 0 },
        clients: [{ name: 'SDK', keyHash: `sha256:${createHash('sha256').update(clientKey).digest('hex')}` }],
        providers: [
          {
            id: 'fake',
            dialect: 'openai',
            baseUrl: provider.url,
            proxy: 'none',
            apiKey: '${PROVIDER_KEY}',
            models: models.map((id) => (id === 'chat' ? { id, alias: 'quick' } : { id })),
          },
        ],
      },
      { variables: { PROVIDER_KEY: providerKey } },
    );
    client = new OpenAI({ apiKey: clientKey, baseURL: `${gatehoused.url}/v1`, maxRetries: 0 });
  });

  after(async () => {
    provider?.stop();
    assert.equal(await gatehoused?.stop(), 0);
  });

  test('chat', async () => {
    const answer = await client.chat.completions.create({ model: 'quick', messages });
    assert.equal(answer.choices[0].message.content, words.join(''));
    assert.equal(answer.usage.total_tokens, 14);
    assert.equal(answer._request_id, 'req_of_provider');
    const { headers, body } = provider.requests.at(-1);
    assert.equal(body.model, 'chat');
    assert.equal(headers.authorization, `Bearer ${providerKey}`);
    assert.equal(headers['x-stainless-lang'], 'js');
    assert.ok(!JSON.stringify(headers).includes(clientKey));
  });

  test('stream', async () => {
    const seen = [];
    for await (const event of await client.chat.completions.create({ model: 'chat', messages, stream: true })) {
      assert.equal(event.choices.length, 1); // the usage chunk that the gateway asked for is not ours to see
      seen.push(event.choices[0].delta.content);
    }
    assert.deepEqual(seen.filter(Boolean), words);
    assert.deepEqual(provider.requests.at(-1).body.stream_options, { include_usage: true });
  });

  test('stream with usage', async () => {
    const stream = await client.chat.completions.create({
      model: 'chat',
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    let last;
    for await (const event of stream) last = event;
    assert.equal(last.usage.total_tokens, 14);
  });

  test('stream helper', async () => {
    const final = await client.chat.completions.stream({ model: 'chat', messages }).finalChatCompletion();
    assert.equal(final.choices[0].message.content, words.join(''));
    assert.equal(final.choices[0].finish_reason, 'stop');
  });

  test('tools', async () => {
    const tools = [{ type: 'function', function: { name: 'weather', parameters: { type: 'object', properties: {} } } }];
    const whole = await client.chat.completions.create({ model: 'tools', messages, tools });
    assert.deepEqual(JSON.parse(whole.choices[0].message.tool_calls[0].function.arguments), { city: 'Zürich' });
    assert.deepEqual(provider.requests.at(-1).body.tools, tools);

    const streamed = await client.chat.completions.stream({ model: 'tools', messages, tools }).finalChatCompletion();
    const calls = streamed.choices[0].message.tool_calls.map(({ id, function: { name, arguments: text } }) => [id, name, text]);
    assert.deepEqual(calls, [
      ['call_1', 'weather', '{"city":"Zürich"}'],
      ['call_2', 'time', '{"zone":"CET"}'],
    ]);
  });

  test('embeddings', async () => {
    const answer = await client.embeddings.create({ model: 'embed', input: ['a', 'b'] });
    assert.equal(provider.requests.at(-1).body.encoding_format, 'base64'); // which the SDK unpacks again
    assert.equal(answer.data.length, 2);
    assert.deepEqual([...answer.data[1].embedding], [0.5, -1.25, 3]);
    const plain = await client.embeddings.create({ model: 'embed', input: 'a', encoding_format: 'float' });
    assert.deepEqual(plain.data[0].embedding, [0.5, -1.25, 3]);
  });

  test('models', async () => {
    const ids = [];
    for await (const model of client.models.list()) ids.push(model.id);
    assert.deepEqual(ids.sort(), [...models, 'quick'].sort());
    for (const id of ['chat', 'quick', 'org/model:free']) assert.equal((await client.models.retrieve(id)).id, id);
    await assert.rejects(client.models.retrieve('nothing'), OpenAI.NotFoundError);
  });

  test('errors', async () => {
    const ask = (model, options) => client.chat.completions.create({ model, messages }, options);
    await assert.rejects(ask('nothing'), (error) => {
      assert.ok(error instanceof OpenAI.NotFoundError);
      assert.equal(error.code, 'model_not_found');
      assert.ok(error.requestID);
      return true;
    });
    const stranger = new OpenAI({ apiKey: 'gh-wrong', baseURL: `${gatehoused.url}/v1`, maxRetries: 0 });
    await assert.rejects(stranger.models.list(), OpenAI.AuthenticationError);
    await assert.rejects(ask('rejected'), OpenAI.AuthenticationError);
    await assert.rejects(client.chat.completions.create({ model: 'chat' }), OpenAI.BadRequestError);
    await assert.rejects(ask('limited'), (error) => {
      assert.ok(error instanceof OpenAI.RateLimitError);
      assert.equal(error.headers.get('retry-after'), '7');
      assert.equal(error.requestID, 'req_of_provider');
      return true;
    });
  });

  test('broken stream', async () => {
    const seen = [];
    await assert.rejects(async () => {
      for await (const event of await client.chat.completions.create({ model: 'broken', messages, stream: true }))
        seen.push(event.choices[0].delta.content);
    }, OpenAI.APIError);
    assert.deepEqual(seen.filter(Boolean), words.slice(0, 1));
  });

  test('abort', async () => {
    const before = provider.abandoned;
    const stream = await client.chat.completions.create({ model: 'slow', messages, stream: true });
    for await (const event of stream) {
      if (event.choices[0].delta.content) stream.controller.abort();
    }
    await eventually(() => provider.abandoned === before + 1);

    const abort = new AbortController();
    const waiting = client.chat.completions.create({ model: 'slow', messages, stream: true }, { signal: abort.signal });
    abort.abort();
    await assert.rejects(waiting, OpenAI.APIUserAbortError);
  });
});

test('openai, demo provider', async () => {
  const gatehoused = await startGatehoused({ version: 1 }, { options: ['--demo'] });
  const client = new OpenAI({ apiKey: 'none', baseURL: `${gatehoused.url}/v1`, maxRetries: 0 });
  const question = { model: 'demo/echo', messages: [{ role: 'user', content: 'Say this back, 你好 "quoted".' }] };
  const answer = await client.chat.completions.create(question);
  assert.equal(answer.choices[0].message.content, question.messages[0].content);
  assert.equal(answer.usage.total_tokens, answer.usage.prompt_tokens + answer.usage.completion_tokens);
  const pieces = [];
  for await (const event of await client.chat.completions.create({ ...question, stream: true }))
    pieces.push(event.choices[0].delta.content ?? '');
  assert.ok(pieces.filter(Boolean).length > 2);
  assert.equal(pieces.join(''), question.messages[0].content);
  assert.equal(await gatehoused.stop(), 0);
});
