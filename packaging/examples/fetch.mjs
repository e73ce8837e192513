// SPDX-License-Identifier: GPL-3.0-or-later
// A streamed chat with nothing but Node.js 18 or newer.  usage: node fetch.mjs [URL [KEY [MODEL]]]
const [url = 'http://127.0.0.1:1337', key = 'anything', model = 'demo/echo'] = process.argv.slice(2);

const answer = await fetch(`${url}/v1/chat/completions`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ model, stream: true, messages: [{ role: 'user', content: 'Hello from Node' }] }),
});
if (!answer.ok) {
  console.error(answer.status, await answer.text());
  process.exit(1);
}

let rest = '';
for await (const bytes of answer.body.pipeThrough(new TextDecoderStream())) {
  const lines = (rest + bytes).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    if (!line.startsWith('data: ') || line === 'data: [DONE]') continue;
    const chunk = JSON.parse(line.slice('data: '.length));
    if (chunk.error) throw new Error(chunk.error.message); // a stream that broke says so
    process.stdout.write(chunk.choices[0]?.delta?.content ?? '');
  }
}
process.stdout.write('\n');
