// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that speaks Anthropic's messages, and takes nothing that the API would refuse.
import assert from 'node:assert/strict';
import {
  answer,
  calls,
  counted,
  halves,
  preamble,
  refusals,
  text,
  thought,
  thoughts,
  usage,
  words,
} from './script.mjs';
import { checkMembers, cut, serve } from './server.mjs';

export const signature = 'EqQBCkYIBxgCKkA+/sig==';
const written = 2; // tokens that went into the cache

const errorTypes = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};
const refuse = (status, message) => ({
  type: 'error',
  error: { type: errorTypes[status], message },
  request_id: 'req_1',
});

const idForm = /^[A-Za-z0-9_-]+$/;

const checks = {
  text(block) {
    checkMembers(block, ['type', 'text'], ['cache_control'], 'text');
    assert.ok(block.text.trim(), 'text is not empty');
  },
  image(block, role) {
    checkMembers(block, ['type', 'source'], ['cache_control'], 'image');
    checkMembers(block.source, ['type', 'media_type', 'data'], [], 'source');
    assert.equal(role, 'user');
  },
  thinking(block, role) {
    checkMembers(block, ['type', 'thinking', 'signature'], [], 'thinking');
    assert.equal(block.signature, signature, 'thoughts are our own');
    assert.equal(role, 'assistant');
  },
  tool_use(block, role, names) {
    checkMembers(block, ['type', 'id', 'name', 'input'], ['cache_control'], 'tool_use');
    assert.match(block.id, idForm);
    assert.ok(names.includes(block.name), `${block.name} is offered`);
    assert.deepEqual(block.input, calls.find(({ name }) => name === block.name).input);
    assert.equal(role, 'assistant');
  },
  tool_result(block, role) {
    checkMembers(block, ['type', 'tool_use_id', 'content'], ['is_error', 'cache_control'], 'tool_result');
    assert.equal(role, 'user');
  },
};

function checkResult({ content }, call) {
  const said = typeof content === 'string' ? content : content.map((block) => block.text).join('');
  const { result } = calls.find(({ name }) => name === call.name);
  assert.deepEqual(typeof result === 'string' ? said : JSON.parse(said), result, `result of ${call.name}`);
}

function checkTurns(messages, names) {
  let open = [];
  messages.forEach(({ role, content, ...rest }, turn) => {
    assert.deepEqual(rest, {});
    assert.equal(role, turn % 2 ? 'assistant' : 'user', 'turns alternate');
    const blocks = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
    assert.ok(blocks.length, 'a turn is not empty');
    for (const block of blocks) checks[block.type](block, role, names);
    const results = blocks.filter(({ type }) => type === 'tool_result');
    assert.deepEqual(blocks.slice(0, results.length), results, 'results come first');
    assert.deepEqual(
      results.map((result) => result.tool_use_id).sort(),
      open.map(({ id }) => id).sort(),
      'results fit',
    );
    for (const result of results)
      checkResult(
        result,
        open.find(({ id }) => id === result.tool_use_id),
      );
    open = blocks.filter(({ type }) => type === 'tool_use');
    assert.equal(new Set(open.map(({ id }) => id)).size, open.length, 'ids differ');
  });
  assert.deepEqual(open, [], 'no call is left open');
  assert.equal(messages.at(-1).role, 'user');
}

function checkThinking({ thinking, max_tokens: limit, messages, tool_choice: choice, ...body }) {
  if (thinking?.type === 'enabled') {
    checkMembers(thinking, ['type', 'budget_tokens'], [], 'thinking');
    assert.ok(thinking.budget_tokens >= 1024 && thinking.budget_tokens < limit, 'the budget fits');
  }
  if (!thinking || thinking.type === 'disabled') return;
  assert.ok(!('temperature' in body) && !('top_k' in body), 'no sampling beside thinking');
  assert.ok(!['any', 'tool'].includes(choice?.type), 'no forced choice beside thinking');
  const last = messages.filter(({ role }) => role === 'assistant').at(-1)?.content ?? [];
  if (last.some?.(({ type }) => type === 'tool_use')) assert.equal(last[0].type, 'thinking', 'thoughts before calls');
}

function check(body, counting) {
  const fields = ['system', 'tools', 'tool_choice', 'thinking'];
  const wishes = ['output_config', 'temperature', 'top_p', 'top_k', 'stop_sequences', 'metadata', 'stream'];
  if (counting) checkMembers(body, ['model', 'messages'], fields, 'body');
  else checkMembers(body, ['model', 'max_tokens', 'messages'], [...fields, ...wishes], 'body');
  const names = (body.tools ?? []).map(({ name }) => name);
  assert.ok(body.tools === undefined || names.length, 'tools are not empty');
  for (const tool of body.tools ?? []) {
    checkMembers(tool, ['name', 'input_schema'], ['description', 'strict', 'cache_control'], 'tool');
    assert.match(tool.name, /^[A-Za-z0-9_-]{1,64}$/);
    assert.equal(tool.input_schema.type, 'object');
  }
  for (const block of typeof body.system === 'string' ? [] : (body.system ?? [])) checks.text(block);
  checkTurns(body.messages, names);
  if (!counting) assert.ok(Number.isInteger(body.max_tokens) && body.max_tokens > 0, 'max_tokens');
  if (!counting) checkThinking(body);
}

function blocksFor({ messages, thinking, tools, tool_choice: choice, output_config: output }) {
  const thinks = thinking && thinking.type !== 'disabled';
  const first = thinks ? [{ type: 'thinking', thinking: thought, signature }] : [];
  if (output?.format) return [...first, { type: 'text', text: JSON.stringify(answer) }];
  if (['any', 'tool'].includes(choice?.type))
    return [{ type: 'tool_use', id: 'toolu_0', name: choice.name ?? tools[0].name, input: answer }];
  const answered = messages.at(-1).content.some?.(({ type }) => type === 'tool_result');
  if (!tools || answered) return [...first, { type: 'text', text }];
  const uses = calls.map(({ name, input }, i) => ({ type: 'tool_use', id: `toolu_${i + 1}`, name, input }));
  return [...first, { type: 'text', text: preamble }, ...uses];
}

const inputUsage = {
  input_tokens: usage.input - usage.cached - written,
  cache_creation_input_tokens: written,
  cache_read_input_tokens: usage.cached,
};
const outputUsage = { output_tokens: usage.output, output_tokens_details: { thinking_tokens: usage.reasoning } };

const event = (type, members) => `event: ${type}\ndata: ${JSON.stringify({ type, ...members })}\n\n`;

const piecesOf = {
  text: (block) =>
    (block.text === text ? words : halves(block.text)).map((piece) => ({ type: 'text_delta', text: piece })),
  thinking: () => [
    ...thoughts.map((piece) => ({ type: 'thinking_delta', thinking: piece })),
    { type: 'signature_delta', signature },
  ],
  // A call without arguments has no delta at all.
  tool_use: ({ input }) =>
    Object.keys(input).length === 0
      ? []
      : halves(JSON.stringify(input)).map((piece) => ({ type: 'input_json_delta', partial_json: piece })),
};

const emptied = { text: { text: '' }, thinking: { thinking: '', signature: '' }, tool_use: { input: {} } };

function stream(message, broken) {
  const { content, usage: _, ...rest } = message;
  const start = { ...rest, content: [], stop_reason: null, usage: { ...inputUsage, output_tokens: 1 } };
  const blocks = content.map((block, index) => [
    event('content_block_start', { index, content_block: { ...block, ...emptied[block.type] } }),
    ...piecesOf[block.type](block).map((delta) => event('content_block_delta', { index, delta })),
    event('content_block_stop', { index }),
  ]);
  return [
    event('message_start', { message: start }),
    event('ping'),
    ...(broken ? [...blocks.flat().slice(0, 2), cut] : blocks.flat()),
    event('message_delta', { delta: { stop_reason: message.stop_reason, stop_sequence: null }, usage: outputUsage }),
    event('message_stop'),
  ];
}

function play({ path, headers, body }) {
  assert.equal(headers['anthropic-version'], '2023-06-01');
  const counting = path === '/v1/messages/count_tokens';
  if (!counting) assert.equal(path, '/v1/messages');
  check(body, counting);
  if (counting) return { json: { input_tokens: counted } };
  const { status, message, headers: more } = refusals[body.model] ?? {};
  if (status) return { status, headers: { 'request-id': 'req_1', ...more }, json: refuse(status, message) };
  const content = blocksFor(body);
  const stop = content.at(-1).type === 'tool_use' ? 'tool_use' : 'end_turn';
  const whole = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: body.model,
    content,
    stop_reason: stop,
    stop_sequence: null,
    usage: { ...inputUsage, ...outputUsage },
  };
  return body.stream ? { events: stream(whole, body.model === 'broken') } : { json: whole };
}

/** Takes \a key alone. Resolves to what serve() does. */
export const startAnthropic = (key) =>
  serve({ keyHeader: 'x-api-key', credential: key, prefix: 'anthropic-', play, refuse });
