// SPDX-License-Identifier: GPL-3.0-or-later
// What every fake provider says, and what it expects to be asked: each puts it into its own dialect.

export const words = ['A ', 'streamed', ' ', 'answer, ', 'ä 你好 ', '😀.'];
export const text = words.join('');
export const thoughts = ['First the weather, ', 'then the clock.'];
export const thought = thoughts.join('');
export const preamble = 'One moment.';

/** The calls of the first answer to whoever offers tools, and the only results that the second one takes. */
export const calls = [
  { name: 'weather', input: { city: 'Zürich' }, result: { celsius: 7 } },
  { name: 'clock', input: {}, result: '12:30' },
];

/** What a client offers, as JSON Schema. */
export const offers = {
  weather: {
    description: 'Tells the weather of a city.',
    schema: {
      type: 'object',
      properties: { city: { type: 'string', description: 'Its name' } },
      required: ['city'],
      additionalProperties: false,
    },
  },
  clock: { description: 'Tells the time.', schema: { type: 'object', properties: {}, additionalProperties: false } },
};

/** The shape that a structured answer is asked in, and the answer. */
export const answerSchema = {
  type: 'object',
  properties: { city: { type: 'string' }, celsius: { type: 'integer' } },
  required: ['city', 'celsius'],
  additionalProperties: false,
};
export const answer = { city: 'Zürich', celsius: 7 };

/** Tokens of each answer: the input holds what the cache served, the output the thoughts. */
export const usage = { input: 20, cached: 4, output: 9, reasoning: 3 };
export const counted = 33;

/** What the models of these names answer with. */
export const refusals = {
  limited: { status: 429, message: 'Too many requests', headers: { 'retry-after': '7' } },
  overloaded: { status: 529, message: 'Overloaded' },
  rejected: { status: 401, message: 'This key is not known' },
};

export const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** \a text in two pieces, as a stream may cut it. */
export const halves = (whole) => [whole.slice(0, 5), whole.slice(5)].filter(Boolean);
