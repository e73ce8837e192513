// SPDX-License-Identifier: GPL-3.0-or-later
// The official OpenAI SDK's responses, made of what providers answer that have no such endpoint.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import OpenAI from 'openai';
import { signature } from './fakes/anthropic.mjs';
import {
  answer,
  answerSchema,
  calls,
  offers,
  preamble,
  text,
  thought,
  thoughts,
  usage,
  words,
} from './fakes/script.mjs';
import { clientKey, startRig } from './rig.mjs';

const input = 'Say something.';
const tools = calls.map(({ name }) => ({
  type: 'function',
  name,
  description: offers[name].description,
  parameters: offers[name].schema,
  strict: true,
}));
const reasoning = { effort: 'low', summary: 'auto' };

function checkUsage(tokens) {
  assert.equal(tokens.input_tokens, usage.input);
  assert.equal(tokens.input_tokens_details.cached_tokens, usage.cached);
  assert.equal(tokens.output_tokens, usage.output);
  assert.equal(tokens.output_tokens_details.reasoning_tokens, usage.reasoning);
  assert.equal(tokens.total_tokens, usage.input + usage.output);
}

/** The outputs for the calls among \a items, which must be those that are expected. */
function outputsFor(items) {
  const made = items.filter(({ type }) => type === 'function_call');
  assert.deepEqual(
    made.map(({ name, arguments: given }) => [name, JSON.parse(given)]),
    calls.map(({ name, input: given }) => [name, given]),
  );
  return made.map(({ call_id, name }) => {
    const { result } = calls.find((call) => call.name === name);
    return {
      type: 'function_call_output',
      call_id,
      output: typeof result === 'string' ? result : JSON.stringify(result),
    };
  });
}

/** The events of \a stream, after a look at what holds for every stream. */
async function eventsOf(stream) {
  const events = [];
  for await (const event of stream) events.push(event);
  assert.deepEqual(
    events.map((event) => event.sequence_number),
    events.map((_, i) => i),
  );
  assert.equal(events[0].response.status, 'in_progress');
  const { response } = events.at(-1);
  assert.equal(events[0].response.id, response.id);
  const whole = events.filter(({ type }) => type === 'response.output_item.done');
  assert.deepEqual(
    whole.map(({ item }) => item),
    response.output,
  );
  assert.deepEqual(
    whole.map((event) => event.output_index),
    whole.map((_, i) => i),
  );
  const added = events.filter(({ type }) => type === 'response.output_item.added');
  assert.deepEqual(
    added.map(({ item }) => item.id),
    response.output.map((item) => item.id),
  );
  return events;
}

/** `output_text`, which the SDK gives to whole responses only. */
const textOf = ({ output }) =>
  output
    .flatMap((item) => item.content ?? [])
    .map((part) => part.text)
    .join('');

const namesOf = (events) => events.map(({ type }) => type.replace('response.', ''));
const times = (count, name) => Array(count).fill(name);
const thoughtEvents = [
  'output_item.added',
  'reasoning_summary_part.added',
  ...times(thoughts.length, 'reasoning_summary_text.delta'),
  'reasoning_summary_text.done',
  'reasoning_summary_part.done',
  'output_item.done',
];
const textEvents = (pieces) => [
  'output_item.added',
  'content_part.added',
  ...times(pieces, 'output_text.delta'),
  'output_text.done',
  'content_part.done',
  'output_item.done',
];
const callEvents = (pieces) => [
  'output_item.added',
  ...times(pieces, 'function_call_arguments.delta'),
  'function_call_arguments.done',
  'output_item.done',
];

const targets = [
  { dialect: 'anthropic', model: 'anthropic/claude-sonnet-4-5', overloaded: 529 },
  { dialect: 'openai', model: 'openai/gpt-5', overloaded: 529 },
];

for (const { dialect, model, overloaded } of targets) {
  describe(`openai, responses with ${dialect}`, () => {
    let rig;
    let client;

    before(async () => {
      rig = await startRig(dialect);
      client = new OpenAI({ apiKey: clientKey, baseURL: `${rig.url}/v1`, maxRetries: 0 });
    });
    afterEach(() => rig.check());
    after(() => rig?.stop());

    test('whole', async () => {
      const response = await client.responses.create({
        model,
        input,
        instructions: 'Be brief.',
        max_output_tokens: 100,
      });
      assert.equal(response.object, 'response');
      assert.equal(response.status, 'completed');
      assert.equal(response.model, model);
      assert.equal(response.instructions, 'Be brief.');
      assert.equal(response.output_text, text);
      assert.deepEqual(
        response.output.map(({ type }) => type),
        ['message'],
      );
      assert.equal(response.error, null);
      checkUsage(response.usage);
    });

    test('reasoning', async () => {
      const response = await client.responses.create({ model, input, reasoning });
      assert.deepEqual(
        response.output.map(({ type }) => type),
        ['reasoning', 'message'],
      );
      assert.deepEqual(response.output[0].summary, [{ type: 'summary_text', text: thought }]);
      assert.equal(response.output_text, text);
    });

    test('stream', async () => {
      const events = await eventsOf(await client.responses.create({ model, input, reasoning, stream: true }));
      const expected = ['created', 'in_progress', ...thoughtEvents, ...textEvents(words.length), 'completed'];
      assert.deepEqual(namesOf(events), expected);
      const deltas = events.filter(({ type }) => type === 'response.output_text.delta');
      assert.deepEqual(
        deltas.map(({ delta }) => delta),
        words,
      );
      assert.equal(events.at(-1).response.status, 'completed');
      checkUsage(events.at(-1).response.usage);
    });

    test('stream helper', async () => {
      const response = await client.responses.stream({ model, input }).finalResponse();
      assert.equal(textOf(response), text);
      checkUsage(response.usage);
    });

    test('tool loop that sends all again', async () => {
      const question = { model, tools, reasoning, store: false, include: ['reasoning.encrypted_content'] };
      const items = [{ role: 'user', content: input }];
      const first = await client.responses.create({ ...question, input: items });
      assert.equal(first.output_text, preamble);
      assert.equal(first.store, false);
      items.push(...first.output, ...outputsFor(first.output));
      const second = await client.responses.create({ ...question, input: items });
      assert.equal(second.output_text, text);
      if (dialect === 'anthropic') {
        const { body } = rig.asked(dialect).at(-1);
        assert.deepEqual(body.messages[1].content[0], { type: 'thinking', thinking: thought, signature });
      }
      const lost = client.responses.create({ model, input, previous_response_id: second.id });
      await assert.rejects(lost, (error) => {
        assert.ok(error instanceof OpenAI.BadRequestError);
        assert.equal(error.code, 'previous_response_not_found');
        assert.equal(error.param, 'previous_response_id');
        return true;
      });
    });

    test('streamed tool loop that names the response before', async () => {
      const question = { model, tools, reasoning, stream: true };
      const first = await eventsOf(await client.responses.create({ ...question, input }));
      const expected = [
        'created',
        'in_progress',
        ...thoughtEvents,
        ...textEvents(2),
        ...callEvents(2),
        ...callEvents(1),
        'completed',
      ];
      assert.deepEqual(namesOf(first), expected);
      const { response } = first.at(-1);
      const next = { ...question, input: outputsFor(response.output), previous_response_id: response.id };
      const second = (await eventsOf(await client.responses.create(next))).at(-1).response;
      assert.equal(textOf(second), text);
      assert.equal(second.previous_response_id, response.id);

      const third = await client.responses.create({ model, tools, input: 'And now?', previous_response_id: second.id });
      assert.equal(third.status, 'completed');
      const { body } = rig.asked(dialect).at(-1);
      const said = JSON.stringify(body.messages);
      for (const each of [input, preamble, text, 'And now?']) assert.ok(said.includes(each), each);
    });

    test('structured answer', async () => {
      const format = { type: 'json_schema', name: 'report', strict: true, schema: answerSchema };
      const response = await client.responses.parse({ model, input, text: { format } });
      assert.deepEqual(JSON.parse(response.output_text), answer);
    });

    test('what a provider cannot do', async () => {
      const refused = client.responses.create({ model, input, tools: [{ type: 'image_generation' }] });
      await assert.rejects(refused, (error) => {
        assert.ok(error instanceof OpenAI.BadRequestError);
        assert.match(error.message, /image_generation/);
        return true;
      });
      assert.equal(rig.asked(dialect).length, 0);
    });

    test('errors', async () => {
      const ask = (name, stream) => client.responses.create({ model: `${dialect}/${name}`, input, stream });
      for (const stream of [false, true]) {
        await assert.rejects(ask('limited', stream), OpenAI.RateLimitError);
        await assert.rejects(ask('overloaded', stream), (error) => {
          assert.ok(error instanceof OpenAI.InternalServerError);
          assert.equal(error.status, overloaded);
          return true;
        });
        await assert.rejects(ask('rejected', stream), OpenAI.AuthenticationError);
      }
    });

    test('broken stream', async () => {
      const types = [];
      await assert.rejects(
        async () => {
          const stream = await client.responses.create({ model: `${dialect}/broken`, input, stream: true });
          for await (const { type } of stream) types.push(type);
        },
        (error) => {
          assert.ok(error instanceof OpenAI.APIError);
          assert.ok(!(error instanceof OpenAI.APIConnectionError)); // it is told what was wrong
          assert.match(error.message, /gave no whole answer/);
          return true;
        },
      );
      assert.equal(types.at(-1), 'response.output_text.delta');
    });
  });
}
