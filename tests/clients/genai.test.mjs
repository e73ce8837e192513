// SPDX-License-Identifier: GPL-3.0-or-later
// The official Google Gen AI SDK, answered by providers of other dialects.
import { FunctionCallingConfigMode, GoogleGenAI, Type } from '@google/genai';
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import {
  answer,
  answerSchema,
  calls,
  counted,
  offers,
  preamble,
  text,
  thought,
  usage,
  words,
} from './fakes/script.mjs';
import { clientKey, startRig } from './rig.mjs';

const contents = 'Say something.';

/** JSON Schema as Gemini writes it. */
function openApi({ type, properties, required, description }) {
  const inner = Object.entries(properties ?? {}).map(([name, schema]) => [name, openApi(schema)]);
  return {
    type: Type[type.toUpperCase()],
    description,
    required,
    ...(properties ? { properties: Object.fromEntries(inner) } : {}),
  };
}

const functionDeclarations = calls.map(({ name }) => {
  const { description, schema } = offers[name];
  return { name, description, ...(name === 'clock' ? {} : { parameters: openApi(schema) }) };
});
const tools = [{ functionDeclarations }];

/** The turn of results for \a made, which must be the calls that are expected; ids are the caller's to give back. */
function resultsFor(made, withIds) {
  assert.deepEqual(
    made.map(({ name, args }) => ({ name, input: args })),
    calls.map(({ name, input }) => ({ name, input })),
  );
  const parts = made.map(({ id, name }) => {
    const { result } = calls.find((call) => call.name === name);
    const response = typeof result === 'string' ? { output: result } : result;
    return { functionResponse: { ...(withIds ? { id } : {}), name, response } };
  });
  return { role: 'user', parts };
}

function checkUsage(tokens) {
  assert.equal(tokens.promptTokenCount, usage.input);
  assert.equal(tokens.cachedContentTokenCount, usage.cached);
  assert.equal(tokens.thoughtsTokenCount, usage.reasoning);
  assert.equal(tokens.candidatesTokenCount, usage.output - usage.reasoning);
  assert.equal(tokens.totalTokenCount, usage.input + usage.output);
}

const textOf = (parts) => parts.filter((part) => part.text && !part.thought).map((part) => part.text);

const targets = [
  { dialect: 'openai', model: 'openai/gpt-5', overloaded: 529, tokens: (n) => n > 0 && n < 100 },
  { dialect: 'anthropic', model: 'anthropic/claude-sonnet-4-5', overloaded: 529, tokens: (n) => n === counted },
];

for (const { dialect, model, overloaded, tokens } of targets) {
  describe(`genai, with ${dialect}`, () => {
    let rig;
    let ai;
    let models;

    before(async () => {
      rig = await startRig(dialect);
      ai = new GoogleGenAI({ apiKey: clientKey, vertexai: false, httpOptions: { baseUrl: rig.url } });
      models = ai.models;
    });
    afterEach(() => rig.check());
    after(() => rig?.stop());

    test('whole', async () => {
      const config = { systemInstruction: 'Be brief.', maxOutputTokens: 100, stopSequences: ['END'] };
      const response = await models.generateContent({ model, contents, config });
      assert.equal(response.text, text);
      assert.equal(response.candidates[0].finishReason, 'STOP');
      assert.equal(response.candidates[0].content.role, 'model');
      assert.equal(response.modelVersion, model);
      checkUsage(response.usageMetadata);
      const { body } = rig.asked(dialect).at(-1);
      assert.equal(body.system?.[0].text ?? body.messages[0].content, 'Be brief.');
      assert.equal(body.max_tokens ?? body.max_completion_tokens, 100);
      assert.deepEqual(body.stop_sequences ?? body.stop, ['END']);
    });

    test('stream', async () => {
      const chunks = [];
      for await (const chunk of await models.generateContentStream({ model, contents })) chunks.push(chunk);
      assert.deepEqual(chunks.map((chunk) => chunk.text).filter(Boolean), words);
      assert.deepEqual(chunks.map((chunk) => chunk.candidates?.[0].finishReason).filter(Boolean), ['STOP']);
      assert.equal(chunks.at(-1).candidates[0].finishReason, 'STOP');
      checkUsage(chunks.at(-1).usageMetadata);
    });

    test('chat', async () => {
      const chat = ai.chats.create({ model });
      const pieces = [];
      for await (const chunk of await chat.sendMessageStream({ message: contents })) pieces.push(chunk.text);
      assert.equal(pieces.filter(Boolean).join(''), text);
      assert.equal((await chat.sendMessage({ message: 'And now?' })).text, text);
      // The SDK keeps each piece of a stream as a turn of its own.
      const turns = rig
        .asked(dialect)
        .at(-1)
        .body.messages.map(({ content }) =>
          [content]
            .flat()
            .map((part) => part.text ?? part)
            .join(''),
        );
      assert.deepEqual(turns, [contents, text, 'And now?']);
    });

    for (const withIds of [true, false]) {
      test(`tool loop ${withIds ? 'with' : 'without'} ids`, async () => {
        const turns = [{ role: 'user', parts: [{ text: contents }] }];
        const first = await models.generateContent({ model, contents: turns, config: { tools } });
        assert.deepEqual(textOf(first.candidates[0].content.parts), [preamble]);
        if (!withIds) first.functionCalls.forEach((call) => delete call.id);
        turns.push(first.candidates[0].content, resultsFor(first.functionCalls, withIds));
        const second = await models.generateContent({ model, contents: turns, config: { tools } });
        assert.equal(second.text, text);
        assert.equal(second.functionCalls, undefined);
      });
    }

    test('tool loop, streamed and with thoughts', async () => {
      const config = { tools, thinkingConfig: { thinkingBudget: 1024, includeThoughts: true } };
      const turns = [{ role: 'user', parts: [{ text: contents }] }];
      const parts = [];
      for await (const chunk of await models.generateContentStream({ model, contents: turns, config }))
        parts.push(...(chunk.candidates?.[0].content.parts ?? [])); // a sign of life has none
      assert.equal(
        parts
          .filter((part) => part.thought)
          .map((part) => part.text)
          .join(''),
        thought,
      );
      const made = parts.flatMap((part) => part.functionCall ?? []);
      turns.push({ role: 'model', parts }, resultsFor(made, true));
      const said = [];
      for await (const chunk of await models.generateContentStream({ model, contents: turns, config }))
        said.push(...textOf(chunk.candidates?.[0].content.parts ?? []));
      assert.deepEqual(said, words);
    });

    test('forced function', async () => {
      const functionCallingConfig = { mode: FunctionCallingConfigMode.ANY, allowedFunctionNames: ['weather'] };
      await models.generateContent({ model, contents, config: { tools, toolConfig: { functionCallingConfig } } });
      const { tool_choice: choice } = rig.asked(dialect).at(-1).body;
      assert.equal(choice.name ?? choice.function.name, 'weather');
    });

    test('structured answer', async () => {
      const config = { responseMimeType: 'application/json', responseSchema: openApi(answerSchema) };
      const response = await models.generateContent({ model, contents, config });
      assert.deepEqual(JSON.parse(response.text), answer);
    });

    test('thinking', async () => {
      const config = { thinkingConfig: { thinkingBudget: 1024, includeThoughts: true } };
      const response = await models.generateContent({ model, contents, config });
      const { parts } = response.candidates[0].content;
      assert.equal(
        parts
          .filter((part) => part.thought)
          .map((part) => part.text)
          .join(''),
        thought,
      );
      assert.equal(textOf(parts).join(''), text);
    });

    test('tokens', async () => {
      const { totalTokens } = await models.countTokens({ model, contents });
      assert.ok(tokens(totalTokens), String(totalTokens));
    });

    test('embedding', async () => {
      const asked = models.embedContent({ model: `${dialect}/embed`, contents: ['a', 'b'] });
      if (dialect === 'anthropic') return assert.rejects(asked, /400.*dialect|dialect.*400|INVALID_ARGUMENT/s); // it has none
      const { embeddings } = await asked;
      assert.deepEqual(
        embeddings.map(({ values }) => values),
        [
          [0.5, -1.25, 3],
          [1.5, -1.25, 3],
        ],
      );
      return assert.deepEqual(rig.asked(dialect).at(-1).body.input, ['a', 'b']);
    });

    test('errors', async () => {
      const expected = {
        limited: [429, 'RESOURCE_EXHAUSTED'],
        overloaded: [overloaded, 'UNAVAILABLE'],
        rejected: [401, 'UNAUTHENTICATED'],
      };
      for (const [name, [code, status]] of Object.entries(expected)) {
        for (const ask of [models.generateContent, models.generateContentStream]) {
          await assert.rejects(ask({ model: `${dialect}/${name}`, contents }), (error) => {
            assert.equal(error.name, code < 500 ? 'ClientError' : 'ServerError');
            const said = JSON.parse(error.message.slice(error.message.indexOf('{'))).error;
            assert.deepEqual([said.code, said.status], [code, status]);
            return true;
          });
        }
      }
    });

    test('broken stream', async () => {
      const said = [];
      await assert.rejects(async () => {
        for await (const chunk of await models.generateContentStream({ model: `${dialect}/broken`, contents }))
          said.push(chunk.text);
      });
      assert.deepEqual(said.filter(Boolean), words.slice(0, 1));
    });
  });
}
