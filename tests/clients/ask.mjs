// SPDX-License-Identifier: GPL-3.0-or-later
// One question with the official OpenAI SDK:  node ask.mjs BASE_URL MODEL  prints the answer.
import OpenAI from 'openai';

const [baseURL, model] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey: 'anything', maxRetries: 0 });
const answer = await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'Hi' }] });
process.stdout.write(answer.choices[0].message.content);
