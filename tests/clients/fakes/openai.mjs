// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that speaks OpenAI's chat completions and embeddings, and nothing else; strict as the API itself.
import assert from 'node:assert/strict';
import { answer, calls, halves, preamble, refusals, text, thought, thoughts, usage, words } from './script.mjs';
import { checkMembers, cut, serve } from './server.mjs';

const errors = {
  400: { type: 'invalid_request_error', code: 'invalid_value' },
  401: { type: 'invalid_request_error', code: 'invalid_api_key' },
  429: { type: 'rate_limit_error', code: 'rate_limit_exceeded' },
  529: { type: 'server_error', code: null },
};
const refuse = (status, message) => ({ error: { message, param: null, ...errors[status] } });

const wishes = [
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'max_tokens',
  'max_completion_tokens',
  'temperature',
  'top_p',
  'frequency_penalty',
  'presence_penalty',
  'seed',
  'stop',
  'reasoning_effort',
  'response_format',
  'user',
  'stream',
  'stream_options',
];

function checkPart(part) {
  if (part.type === 'image_url') {
    checkMembers(part, ['type', 'image_url'], [], 'part');
    assert.match(part.image_url.url, /^data:image\/png;base64,/);
  } else {
    checkMembers(part, ['type', 'text'], [], 'part');
    assert.ok(part.type === 'text' && part.text, 'text is not empty');
  }
}

function checkCall(call, names) {
  checkMembers(call, ['id', 'type', 'function'], [], 'call');
  checkMembers(call.function, ['name', 'arguments'], [], 'function');
  assert.ok(call.id && call.type === 'function');
  assert.ok(names.includes(call.function.name), `${call.function.name} is offered`);
  assert.deepEqual(JSON.parse(call.function.arguments), calls.find(({ name }) => name === call.function.name).input);
}

const checks = {
  system(message, place) {
    checkMembers(message, ['role', 'content'], [], 'system');
    assert.ok(typeof message.content === 'string' && place === 0, 'one system message, first');
  },
  user({ content, ...rest }) {
    checkMembers(rest, ['role'], [], 'user');
    if (typeof content !== 'string') content.forEach(checkPart);
    assert.ok(content.length, 'a user says something');
  },
  assistant({ content, tool_calls: made, ...rest }, _, names) {
    checkMembers(rest, ['role'], [], 'assistant');
    assert.ok(made?.length || (typeof content === 'string' && content), 'an assistant says or calls something');
    assert.ok(content === null || typeof content === 'string');
    for (const call of made ?? []) checkCall(call, names);
  },
  tool(message) {
    checkMembers(message, ['role', 'content', 'tool_call_id'], [], 'tool');
  },
};

function checkMessages(messages, names) {
  let open = [];
  messages.forEach((message, place) => {
    checks[message.role](message, place, names);
    if (message.role !== 'tool') {
      assert.deepEqual(open, [], 'results follow their calls at once');
      open = [...(message.tool_calls ?? [])];
      assert.equal(new Set(open.map(({ id }) => id)).size, open.length, 'ids differ');
      return;
    }
    const call = open.find(({ id }) => id === message.tool_call_id);
    assert.ok(call, `a call has the id ${message.tool_call_id}`);
    open.splice(open.indexOf(call), 1);
    const { result } = calls.find(({ name }) => name === call.function.name);
    assert.deepEqual(typeof result === 'string' ? message.content : JSON.parse(message.content), result);
  });
  assert.deepEqual(open, [], 'no call is left open');
}

function checkFormat({ type, json_schema: format }) {
  assert.equal(type, 'json_schema');
  checkMembers(format, ['name', 'schema'], ['strict', 'description'], 'json_schema');
  assert.match(format.name, /^[A-Za-z0-9_-]{1,64}$/);
  if (!format.strict) return;
  assert.equal(format.schema.additionalProperties, false);
  assert.deepEqual([...format.schema.required].sort(), Object.keys(format.schema.properties).sort());
}

function checkChat(body) {
  checkMembers(body, ['model', 'messages'], wishes, 'body');
  assert.ok(body.tools === undefined || body.tools.length, 'tools are not empty');
  for (const tool of body.tools ?? []) {
    checkMembers(tool, ['type', 'function'], [], 'tool');
    checkMembers(tool.function, ['name', 'parameters'], ['description', 'strict'], 'function');
    assert.match(tool.function.name, /^[A-Za-z0-9_-]{1,64}$/);
    assert.equal(tool.function.parameters.type, 'object', 'types are in lower case');
  }
  assert.ok(body.tools || !('tool_choice' in body || 'parallel_tool_calls' in body), 'a choice needs tools');
  assert.ok(body.stream || !('stream_options' in body), 'stream_options need a stream');
  if (body.response_format) checkFormat(body.response_format);
  checkMessages(
    body.messages,
    (body.tools ?? []).map((tool) => tool.function.name),
  );
}

const makeCall = (name, input, i) => ({
  id: `call_${i + 1}`,
  type: 'function',
  function: { name, arguments: JSON.stringify(input) },
});

function messageFor({ messages, tools, tool_choice: choice, response_format: format, reasoning_effort: effort }) {
  const thinks = effort ? { reasoning_content: thought } : {};
  const said = { role: 'assistant', refusal: null, ...thinks };
  if (format) return { ...said, content: JSON.stringify(answer) };
  if (choice === 'required' || choice?.function)
    return {
      ...said,
      content: null,
      tool_calls: [makeCall(choice.function?.name ?? tools[0].function.name, answer, 0)],
    };
  if (!tools || messages.at(-1).role === 'tool') return { ...said, content: text };
  return { ...said, content: preamble, tool_calls: calls.map(({ name, input }, i) => makeCall(name, input, i)) };
}

const tokens = {
  prompt_tokens: usage.input,
  completion_tokens: usage.output,
  total_tokens: usage.input + usage.output,
  prompt_tokens_details: { cached_tokens: usage.cached, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: usage.reasoning, audio_tokens: 0 },
};

// The calls' arguments come in turns, and one that has none says so in its first piece.
function deltasOf({ reasoning_content: thinks, content, tool_calls: made = [] }) {
  const cuts = made.map((call) => halves(call.function.arguments));
  const begun = made.map((call, index) => ({ index, ...call, function: { name: call.function.name, arguments: '' } }));
  const pieces = [0, 1].flatMap((turn) =>
    cuts.flatMap((each, index) => (each[turn] ? [{ index, function: { arguments: each[turn] } }] : [])),
  );
  return [
    { role: 'assistant', content: '', refusal: null },
    ...(thinks ? thoughts.map((piece) => ({ reasoning_content: piece })) : []),
    ...(content === text ? words : halves(content ?? '')).map((piece) => ({ content: piece })),
    ...[...begun, ...pieces].map((call) => ({ tool_calls: [call] })),
  ];
}

function stream({ model, stream_options: options }, message, reason) {
  const head = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1764000000,
    model,
    system_fingerprint: 'fp',
  };
  const asked = options?.include_usage;
  const data = (members) => `data: ${JSON.stringify({ ...head, ...(asked ? { usage: null } : {}), ...members })}\n\n`;
  const chunk = (delta, finish_reason = null) =>
    data({ choices: [{ index: 0, delta, logprobs: null, finish_reason }] });
  const deltas = deltasOf(message).map((delta) => chunk(delta));
  if (model === 'broken') return [...deltas.slice(0, 2), cut];
  return [...deltas, chunk({}, reason), ...(asked ? [data({ choices: [], usage: tokens })] : []), 'data: [DONE]\n\n'];
}

function embed(body) {
  checkMembers(body, ['model', 'input'], ['dimensions', 'encoding_format', 'user'], 'body');
  const inputs = [body.input].flat();
  assert.ok(
    inputs.every((input) => typeof input === 'string' && input),
    'inputs are texts',
  );
  const vectors = inputs.map((_, index) => ({ object: 'embedding', index, embedding: [index + 0.5, -1.25, 3] }));
  return { object: 'list', model: body.model, data: vectors, usage: { prompt_tokens: 2, total_tokens: 2 } };
}

function play({ path, body }) {
  if (path === '/v1/embeddings') return { json: embed(body) };
  assert.equal(path, '/v1/chat/completions');
  checkChat(body);
  const { status, message: why, headers } = refusals[body.model] ?? {};
  if (status) return { status, headers: { 'x-request-id': 'req_1', ...headers }, json: refuse(status, why) };
  const message = messageFor(body);
  const reason = message.tool_calls ? 'tool_calls' : 'stop';
  if (body.stream) return { events: stream(body, message, reason) };
  const choices = [{ index: 0, message, logprobs: null, finish_reason: reason }];
  return {
    json: {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1764000000,
      model: body.model,
      choices,
      usage: tokens,
    },
  };
}

/** Takes \a key alone. Resolves to what serve() does; the base URL is its url and `/v1`. */
export const startOpenAi = (key) =>
  serve({ keyHeader: 'authorization', credential: `Bearer ${key}`, prefix: 'openai-', play, refuse });
