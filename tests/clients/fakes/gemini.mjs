// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that speaks Gemini's API, and takes nothing that it would refuse.
import assert from 'node:assert/strict';
import { answer, calls, counted, preamble, refusals, text, thought, thoughts, usage, words } from './script.mjs';
import { checkMembers, cut, serve } from './server.mjs';

export const signature = 'CikB0e2Kb+/sig==';
const standIn = 'skip_thought_signature_validator'; // of Google's documentation

const statuses = { 400: 'INVALID_ARGUMENT', 401: 'UNAUTHENTICATED', 429: 'RESOURCE_EXHAUSTED', 503: 'UNAVAILABLE' };
const refuse = (code, message) => ({ error: { code, message, status: statuses[code] } });

const schemaFields = [
  'type',
  'format',
  'title',
  'description',
  'nullable',
  'enum',
  'maxItems',
  'minItems',
  'properties',
  'required',
  'minProperties',
  'maxProperties',
  'minLength',
  'maxLength',
  'pattern',
  'example',
  'anyOf',
  'propertyOrdering',
  'default',
  'items',
  'minimum',
  'maximum',
];

function checkSchema(schema) {
  checkMembers(schema, ['type'], schemaFields, 'schema');
  assert.match(schema.type, /^(STRING|NUMBER|INTEGER|BOOLEAN|ARRAY|OBJECT)$/);
  for (const inner of Object.values(schema.properties ?? {})) checkSchema(inner);
}

function checkPart({ thoughtSignature, ...part }, role, names) {
  if (thoughtSignature !== undefined) {
    assert.equal(role, 'model');
    assert.ok([signature, standIn].includes(thoughtSignature), 'signatures are our own');
  }
  assert.equal(Object.keys(part).length, 1, `a part has one kind: ${Object.keys(part)}`);
  const { text: said, inlineData: data, functionCall: call, functionResponse: result } = part;
  if (call) {
    assert.equal(role, 'model');
    checkMembers(call, ['name', 'args'], ['id'], 'functionCall');
    assert.ok(names.includes(call.name), `${call.name} is offered`);
    assert.deepEqual(call.args, calls.find(({ name }) => name === call.name).input);
  } else if (result) {
    assert.equal(role, 'user');
    checkMembers(result, ['name', 'response'], ['id'], 'functionResponse');
    const expected = calls.find(({ name }) => name === result.name).result;
    assert.deepEqual(result.response, typeof expected === 'string' ? { result: expected } : expected);
  } else if (data) {
    checkMembers(data, ['mimeType', 'data'], [], 'inlineData');
  } else {
    assert.equal(typeof said, 'string', 'a part is of a kind that is known');
  }
}

function checkContents(contents, names, wantsSignatures) {
  let open = [];
  contents.forEach(({ role, parts, ...rest }, turn) => {
    assert.deepEqual(rest, {});
    assert.equal(role, turn % 2 ? 'model' : 'user', 'turns alternate');
    assert.ok(parts.length, 'a turn is not empty');
    for (const part of parts) checkPart(part, role, names);
    const results = parts.flatMap((part) => part.functionResponse ?? []);
    const key = ({ id, name }) => `${id} ${name}`;
    assert.deepEqual(results.map(key).sort(), open.map(key).sort(), 'results fit their calls');
    const made = parts.filter((part) => part.functionCall);
    if (wantsSignatures && made.length) assert.ok(made[0].thoughtSignature, 'the first call is signed');
    open = made.map((part) => part.functionCall);
  });
  assert.deepEqual(open, [], 'no call is left open');
  assert.equal(contents.at(-1).role, 'user');
}

const configFields = [
  'temperature',
  'topP',
  'topK',
  'maxOutputTokens',
  'stopSequences',
  'seed',
  'presencePenalty',
  'frequencyPenalty',
  'responseMimeType',
  'responseSchema',
  'thinkingConfig',
];

function check(body, model) {
  checkMembers(body, ['contents'], ['systemInstruction', 'tools', 'toolConfig', 'generationConfig'], 'body');
  const functions = (body.tools ?? []).flatMap((tool) => tool.functionDeclarations ?? []);
  for (const each of functions) {
    checkMembers(each, ['name'], ['description', 'parameters'], 'function');
    if (each.parameters) checkSchema(each.parameters);
  }
  checkContents(
    body.contents,
    functions.map(({ name }) => name),
    model.startsWith('gemini-3'),
  );
  for (const part of body.systemInstruction?.parts ?? []) checkMembers(part, ['text'], [], 'system part');
  const config = body.generationConfig ?? {};
  checkMembers(config, [], configFields, 'generationConfig');
  if (config.thinkingConfig)
    checkMembers(config.thinkingConfig, [], ['includeThoughts', 'thinkingBudget', 'thinkingLevel'], 'thinkingConfig');
  if (config.responseSchema) checkSchema(config.responseSchema);
  if (body.toolConfig) {
    const { functionCallingConfig: calling } = body.toolConfig;
    checkMembers(calling, ['mode'], ['allowedFunctionNames'], 'functionCallingConfig');
    assert.match(calling.mode, /^(AUTO|ANY|NONE)$/);
  }
}

function partsFor({ contents, tools, toolConfig, generationConfig: config }) {
  const first = config?.thinkingConfig?.includeThoughts ? [{ text: thought, thought: true }] : [];
  if (config?.responseSchema) return [...first, { text: JSON.stringify(answer) }];
  const { mode, allowedFunctionNames: allowed } = toolConfig?.functionCallingConfig ?? {};
  if (mode === 'ANY')
    return [
      {
        functionCall: { name: allowed?.[0] ?? tools[0].functionDeclarations[0].name, args: answer },
        thoughtSignature: signature,
      },
    ];
  const answered = contents.at(-1).parts.some((part) => part.functionResponse);
  if (!tools || answered) return [...first, { text }];
  const made = calls.map(({ name, input }) => ({ functionCall: { name, args: input } }));
  made[0].thoughtSignature = signature;
  return [...first, { text: preamble }, ...made];
}

const tokens = {
  promptTokenCount: usage.input,
  cachedContentTokenCount: usage.cached,
  candidatesTokenCount: usage.output - usage.reasoning,
  thoughtsTokenCount: usage.reasoning,
  totalTokenCount: usage.input + usage.output,
};

// Calls come whole; the end is an empty text of its own, as the API has it.
function piecesOf(part) {
  if (part.thought) return thoughts.map((piece) => ({ text: piece, thought: true }));
  return part.text === text ? words.map((piece) => ({ text: piece })) : [part];
}

function reply(parts, model, last) {
  const end = last ? { finishReason: 'STOP' } : {};
  const candidates = [{ content: { role: 'model', parts }, ...end, index: 0 }];
  const usageMetadata = last ? tokens : { promptTokenCount: usage.input, totalTokenCount: usage.input };
  return { candidates, usageMetadata, modelVersion: model, responseId: 'r1' };
}

function stream(parts, model) {
  const data = (each, last) => `data: ${JSON.stringify(reply([each], model, last))}\r\n\r\n`;
  const events = parts.flatMap(piecesOf).map((piece) => data(piece, false));
  return model === 'broken' ? [...events.slice(0, 1), cut] : [...events, data({ text: '' }, true)];
}

function count(body, model) {
  checkMembers(body, ['generateContentRequest'], [], 'body');
  const { model: named, ...request } = body.generateContentRequest;
  assert.equal(named, `models/${model}`);
  check(request, model);
  return { totalTokens: counted };
}

function embed(body, model) {
  checkMembers(body, ['model', 'content'], ['taskType', 'outputDimensionality'], 'body');
  assert.equal(body.model, `models/${model}`);
  assert.ok(body.content.parts[0].text, 'there is a text');
  return { values: [0.5, -1.25, 3] };
}

function play({ path, body }) {
  const [, model, verb] = path.match(/^\/v1beta\/models\/([^/:]+):(.+)$/) ?? assert.fail(path);
  if (verb === 'embedContent') return { json: { embedding: embed(body, model) } };
  if (verb === 'batchEmbedContents') return { json: { embeddings: body.requests.map((one) => embed(one, model)) } };
  if (verb === 'countTokens') return { json: count(body, model) };
  check(body, model);
  const { status, message, headers } = refusals[model] ?? {};
  const code = status === 529 ? 503 : status; // it has no such status
  if (code) return { status: code, headers, json: refuse(code, message) };
  const parts = partsFor(body);
  if (verb === 'streamGenerateContent?alt=sse') return { events: stream(parts, model) };
  assert.equal(verb, 'generateContent');
  return { json: reply(parts, model, true) };
}

/** Takes \a key alone. Resolves to what serve() does. */
export const startGemini = (key) =>
  serve({ keyHeader: 'x-goog-api-key', credential: key, prefix: 'x-goog-', play, refuse });
