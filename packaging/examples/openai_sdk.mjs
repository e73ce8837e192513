// SPDX-License-Identifier: GPL-3.0-or-later
// A streamed chat with OpenAI's SDK (npm install openai).  usage: node openai_sdk.mjs [URL [KEY [MODEL]]]
import OpenAI from 'openai';

const [url = 'http://127.0.0.1:1337', key = 'anything', model = 'demo/echo'] = process.argv.slice(2);
const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: key });

const stream = await client.chat.completions.create({
  model,
  stream: true,
  messages: [{ role: 'user', content: 'Hello from the SDK' }],
});
for await (const chunk of stream) process.stdout.write(chunk.choices[0]?.delta?.content ?? '');
process.stdout.write('\n');
