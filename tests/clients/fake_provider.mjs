// SPDX-License-Identifier: GPL-3.0-or-later
// An OpenAI-shaped provider that answers by the name of the model that it is asked for.
import { once } from 'node:events';
import { createServer } from 'node:http';

export const words = ['A ', 'streamed ', 'answer, ', 'ä 你好 ', '😀.'];

const chunk = (delta, finishReason = null) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1764000000,
  model: 'chat',
  choices: [{ index: 0, delta, finish_reason: finishReason }],
});

const toolDelta = (index, call) => chunk({ tool_calls: [{ index, ...call }] });

const usage = { prompt_tokens: 9, completion_tokens: 5, total_tokens: 14 };

function events({ model, stream_options: options }) {
  const usageChunk = options?.include_usage ? [{ ...chunk({}), choices: [], usage }] : [];
  if (model === 'tools') {
    return [
      chunk({ role: 'assistant', content: null }),
      toolDelta(0, { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '' } }),
      toolDelta(0, { function: { arguments: '{"city":' } }),
      toolDelta(1, { id: 'call_2', type: 'function', function: { name: 'time', arguments: '{"zone"' } }),
      toolDelta(0, { function: { arguments: '"Zürich"}' } }),
      toolDelta(1, { function: { arguments: ':"CET"}' } }),
      chunk({}, 'tool_calls'),
      ...usageChunk,
    ];
  }
  return [chunk({ role: 'assistant', content: '' }), ...words.map((content) => chunk({ content })), chunk({}, 'stop'), ...usageChunk];
}

async function streamChat(response, body) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of events(body)) {
    await new Promise((written) => response.write(`data: ${JSON.stringify(event)}\n\n`, written));
    if (!event.choices[0]?.delta.content) continue;
    // Neither gets further than the first word: of the slow one the reader leaves.
    if (body.model === 'slow') return;
    if (body.model === 'broken') return response.destroy();
  }
  response.end('data: [DONE]\n\n');
}

function completion({ model }) {
  const message =
    model === 'tools'
      ? {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Zürich"}' } }],
        }
      : { role: 'assistant', content: words.join('') };
  const reason = model === 'tools' ? 'tool_calls' : 'stop';
  return { ...chunk({}), object: 'chat.completion', choices: [{ index: 0, message, finish_reason: reason }], usage };
}

function embeddings({ input, encoding_format: format }) {
  const numbers = Float32Array.from([0.5, -1.25, 3]);
  const embedding = format === 'base64' ? Buffer.from(numbers.buffer).toString('base64') : [...numbers];
  return {
    object: 'list',
    model: 'embed',
    data: [input].flat().map((_, index) => ({ object: 'embedding', index, embedding })),
    usage: { prompt_tokens: 2, total_tokens: 2 },
  };
}

const refusals = {
  limited: [429, { message: 'Too many', type: 'rate_limit_error', code: 'rate_limit_exceeded' }, { 'retry-after': '7' }],
  rejected: [401, { message: 'Incorrect API key provided', type: 'invalid_request_error', code: 'invalid_api_key' }],
};

async function answer(provider, request, response) {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  const body = text ? JSON.parse(text) : {};
  provider.requests.push({ path: request.url, headers: request.headers, body });
  response.on('close', () => (provider.abandoned += response.writableFinished ? 0 : 1));
  const [status, error, headers] = refusals[body.model] ?? [];
  const send = (code, value) => {
    response.writeHead(code, { 'content-type': 'application/json', 'x-request-id': 'req_of_provider', ...headers });
    response.end(JSON.stringify(value));
  };
  if (status) return send(status, { error: { param: null, ...error } });
  if (request.url === '/v1/embeddings') return send(200, embeddings(body));
  if (body.stream) return streamChat(response, body);
  return send(200, completion(body));
}

/** Resolves to { url, requests, abandoned, stop() }. */
export async function startProvider() {
  const provider = { requests: [], abandoned: 0 };
  const server = createServer((request, response) => answer(provider, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider.url = `http://127.0.0.1:${server.address().port}/v1`;
  provider.stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return provider;
}
