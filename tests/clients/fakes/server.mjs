// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP side of a fake provider: whatever it is not asked properly becomes a complaint, which a test must not leave.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';

const keyHeaders = ['authorization', 'x-api-key', 'api-key', 'x-goog-api-key'];
const ownPrefixes = ['anthropic-', 'openai-', 'x-goog-'];

/** Fails unless \a object has the members \a required, and beside them only some of \a optional. */
export function checkMembers(object, required, optional = [], place = 'object') {
  assert.ok(object && typeof object === 'object' && !Array.isArray(object), `${place} is an object`);
  for (const key of required) assert.ok(key in object, `${place} has ${key}`);
  for (const key of Object.keys(object))
    assert.ok(required.includes(key) || optional.includes(key), `${place} has no ${key}`);
}

// The provider's own key where its dialect has it, no other key, and nothing of another dialect.
function checkHeaders(headers, { keyHeader, credential, prefix }) {
  for (const name of keyHeaders) assert.equal(headers[name], name === keyHeader ? credential : undefined, name);
  const sameDialect = prefix === 'openai-' && headers['user-agent'].startsWith('OpenAI/'); // what that SDK tells of itself
  for (const name of Object.keys(headers)) {
    assert.ok(sameDialect || !name.startsWith('x-stainless-'), `no ${name}`);
    for (const other of ownPrefixes) assert.ok(other === prefix || !name.startsWith(other), `no ${name}`);
  }
  assert.equal(headers['content-type'], 'application/json');
}

async function send(response, { status = 200, headers, json, events }) {
  response.writeHead(status, { 'content-type': events ? 'text/event-stream' : 'application/json', ...headers });
  if (!events) return response.end(JSON.stringify(json));
  for (const event of events) {
    if (event === cut) return response.destroy();
    await new Promise((written) => response.write(event, written));
  }
  response.end();
}

/** In a stream: here the connection breaks. */
export const cut = Symbol('cut');

/**
 * Serves a dialect: { keyHeader, credential, prefix, play(call), refuse(status, message) }. `play` gets { path, headers,
 * body }, fails by an assertion where these are wrong, and returns { json } or { events }, with { status, headers } if
 * it likes; `refuse` is the body of an error. Resolves to { url, requests, complaints, stop() }.
 */
export async function serve(dialect) {
  const fake = { requests: [], complaints: [] };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request.setEncoding('utf8')) text += piece;
    try {
      assert.equal(request.method, 'POST');
      const call = { path: request.url, headers: request.headers, body: JSON.parse(text) };
      fake.requests.push(call);
      checkHeaders(call.headers, dialect);
      await send(response, dialect.play(call));
    } catch (error) {
      fake.complaints.push(`${request.url}: ${error.message}\n${text}`);
      await send(response, { status: 400, json: dialect.refuse(400, error.message) });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  fake.url = `http://127.0.0.1:${server.address().port}`;
  fake.stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return fake;
}
