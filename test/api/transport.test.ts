import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '../../src/api/client.js';
import { TokenSource } from '../../src/api/token.js';
import { Transport } from '../../src/api/transport.js';
import { inSeconds, json, jwt, serve, type Received } from './real-server.js';

const token = jwt({ exp: inSeconds(3_600) });
const source = () => new TokenSource(() => Promise.resolve(token));
const me = { id: 'mia', name: 'Mia', picture: null, role: 'member', points: 0 };

const backend = () => serve((_, response) => json(response, me));

test('the token goes out on the final request, without cookies or referrer', async () => {
  const { origin, received } = await backend();
  await new Client(new Transport(`${origin}/api/v1/`, source())).getMe();
  assert.equal(received.length, 1);
  assert.equal(received[0]?.url, '/api/v1/me');
  assert.equal(received[0]?.headers.authorization, `Bearer ${token}`);
  assert.equal(received[0]?.headers.referer, undefined);
});

test('a polluted Object.prototype takes the token nowhere', async () => {
  const { origin, received } = await backend();
  const foreign = await backend();
  const stolen: unknown[] = [];
  const steal = (...seen: unknown[]): undefined => void stolen.push(...seen);
  const pollution: Record<string, unknown> = {
    prefixUrl: foreign.origin,
    baseUrl: foreign.origin,
    fetch: steal,
    headers: { 'x-planted': 'yes', authorization: 'Bearer other' },
    hooks: { beforeRequest: [steal], afterResponse: [steal] },
    searchParams: { planted: 'yes' },
    json: { planted: true },
    body: 'planted',
    credentials: 'include',
    redirect: 'follow',
    referrer: foreign.origin,
    method: 'PUT',
  };
  // Node's own fetch takes these over, where a browser's does not: all that can be asked of it
  // is that nothing goes elsewhere.
  const spoilt = ['headers', 'method', 'body', ''];
  const client = new Client(new Transport(origin, source()));
  for (const [name, value] of [...Object.entries(pollution), ['', undefined] as const]) {
    const planted = name ? { [name]: value } : pollution;
    for (const [key, worth] of Object.entries(planted)) {
      Object.defineProperty(Object.prototype, key, {
        value: worth,
        configurable: true,
        writable: true,
      });
    }
    const before = received.length;
    try {
      await client.getMe().catch(() => undefined);
    } finally {
      for (const key of Object.keys(planted)) Reflect.deleteProperty(Object.prototype, key);
    }
    if (spoilt.includes(name)) continue;
    assert.equal(received.length, before + 1, name);
    const { method, url, headers } = received[before] as Received;
    assert.equal(`${method} ${url}`, 'GET /me');
    assert.equal(headers.authorization, `Bearer ${token}`);
  }
  assert.deepEqual(foreign.received, []);
  assert.deepEqual(stolen, []);
});

test('a redirect is not followed', async () => {
  const foreign = await backend();
  const { origin, received } = await serve((_, response) => {
    response.writeHead(307, { location: `${foreign.origin}/me` }).end();
  });
  const client = new Client(new Transport(origin, source()));
  await assert.rejects(client.getMe(), { name: 'ApiError', code: 'network', transient: true });
  assert.ok(received.length > 0);
  assert.deepEqual(foreign.received, []);
});

test('what lies outside the endpoint is not reached', async () => {
  const { origin, received } = await backend();
  const foreign = await backend();
  const transport = new Transport(`${origin}/api/v1`, source());
  for (const address of [
    `${foreign.origin}/api/v1/me`,
    `${origin}/api/v2/me`,
    `${origin}/api/v10/me`,
    `${origin}/api/v1/../v2/me`,
    `${origin}/api/v1/%2e%2e/v2/me`,
  ]) {
    await assert.rejects(transport.fetch(new Request(address)), { code: 'wrong-endpoint' });
  }
  assert.deepEqual([...received, ...foreign.received], []);
  const client = new Client(transport);
  await assert.rejects(client.getTask('../../v2/me'), { code: 'wrong-endpoint' });
});

test('an endpoint that is no address says so', async () => {
  for (const endpoint of ['', 'nowhere', 'javascript:alert(1)', 'file:///etc']) {
    const client = new Client(new Transport(endpoint, source()));
    await assert.rejects(client.getMe(), { code: 'wrong-endpoint' });
  }
});

test('a refused token is renewed once, for all that were refused', async () => {
  const fresh = jwt({ exp: inSeconds(7_200) });
  const { origin, received } = await serve((request, response) => {
    if (request.headers.authorization === `Bearer ${fresh}`) json(response, me);
    else json(response, {}, 401);
  });
  const tokens = [token, fresh];
  let asked = 0;
  const client = new Client(
    new Transport(origin, new TokenSource(() => Promise.resolve(tokens[asked++] ?? ''))),
  );
  const answers = await Promise.all([client.getMe(), client.getMe(), client.getMe()]);
  assert.equal(answers.length, 3);
  assert.equal(asked, 2);
  assert.equal(received.length, 6);
});

test('a token that is refused again is the answer', async () => {
  const { origin, received } = await serve((_, response) => json(response, {}, 401));
  const client = new Client(new Transport(origin, source()));
  await assert.rejects(client.getMe(), { code: 'unauthenticated', status: 401 });
  assert.equal(received.length, 2);
});

test("the host's own fetch takes the place of the last step", async () => {
  const requests: Request[] = [];
  const { origin } = await backend();
  const transport = new Transport(origin, source(), (input, init) => {
    requests.push(input as Request);
    return fetch(input, init);
  });
  assert.equal((await new Client(transport).getMe()).id, 'mia');
  assert.equal(requests.length, 1);
  assert.equal(requests[0]?.headers.get('authorization'), `Bearer ${token}`);
  assert.equal(requests[0].redirect, 'error');
  assert.equal(requests[0].credentials, 'omit');
});
