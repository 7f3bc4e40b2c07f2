import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { mock, test } from 'node:test';
import { Client } from '../../src/api/client.js';
import { Transport } from '../../src/api/transport.js';
import { json, serve } from './real-server.js';

type Answer = (response: ServerResponse) => void;

/** A client before a server that gives these answers in turn, and the last one from then on. */
const before = async (...answers: Answer[]) => {
  let index = 0;
  const { origin, received } = await serve((_, response) => {
    answers[Math.min(index++, answers.length - 1)]?.(response);
  });
  return { client: new Client(new Transport(origin, null)), received };
};

const service = { name: 'x', contract: 1, capabilities: {} };

const problem =
  (status: number, code: string, headers = {}): Answer =>
  (response) => {
    const type = { 'content-type': 'application/problem+json' };
    response.writeHead(status, { ...type, ...headers }).end(JSON.stringify({ code }));
  };

test('an answer that is not as agreed is a bad answer', async () => {
  const html: Answer = (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>Welcome');
  const answers: Answer[] = [
    html,
    (response) => json(response, []),
    (response) => response.end('null'),
    (response) => response.end(''),
    (response) => response.end('{"name": "Task'),
  ];
  for (const answer of answers) {
    const { client } = await before(answer);
    await assert.rejects(client.getService(), { code: 'bad-answer', transient: true });
  }
  const { client } = await before((response) => json(response, {}));
  await assert.rejects(client.listTasks(), { code: 'bad-answer' });
});

test('a truncated answer is repeated, and then a failure of the network', async () => {
  const half: Answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"name"');
    response.destroy();
  };
  const { client, received } = await before(half);
  await assert.rejects(client.getService(), { code: 'network' });
  assert.equal(received.length, 3);
  const healing = await before(half, (response) => json(response, service));
  assert.equal((await healing.client.getService()).contract, 1);
});

test('another contract, or none, is a wrong endpoint', async () => {
  const other = await before((response) => json(response, { ...service, contract: 2 }));
  await assert.rejects(other.client.getService(), { code: 'wrong-endpoint' });
  const nothing = await before((response) => response.writeHead(404).end('Not found'));
  await assert.rejects(nothing.client.getService(), { code: 'wrong-endpoint' });
  const deeper = await before(problem(404, 'not-found'));
  await assert.rejects(deeper.client.getService(), { code: 'wrong-endpoint' });
});

test('a refusal carries all that the server said', async () => {
  const decision = { id: 'd', round: 1, verdict: 'approved' };
  const { client, received } = await before((response) => {
    response.writeHead(409, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ code: 'already-approved', decision }));
  });
  await assert.rejects(client.reviseReport('r', 2, { text: 'x' }), {
    code: 'already-approved',
    status: 409,
    decision,
    transient: false,
  });
  assert.equal(received.length, 1, 'a refusal for good is not repeated');
});

test('a failure that may pass is repeated, reads and writes alike', async () => {
  for (const status of [408, 429, 502, 503, 504]) {
    const answers: Answer[] = [
      (response) => response.writeHead(status).end(),
      (response) => json(response, { seq: 1 }),
    ];
    const read = await before(...answers);
    await read.client.getMe();
    const write = await before(...answers);
    await write.client.markRead('r', 1);
    assert.equal(read.received.length + write.received.length, 4, `${status}`);
  }
  const broken = await before((response) => response.writeHead(500).end());
  await assert.rejects(broken.client.getMe(), { code: 'unavailable', transient: true });
  assert.equal(broken.received.length, 1);
});

test('Retry-After is kept; one that is too long is left to the caller', async () => {
  const short = await before(problem(503, 'unavailable', { 'retry-after': '1' }), (response) =>
    json(response, service),
  );
  const start = Date.now();
  await short.client.getService();
  assert.ok(Date.now() - start >= 990);
  const long = await before(problem(429, 'rate-limited', { 'retry-after': '60' }));
  await assert.rejects(long.client.getService(), { code: 'rate-limited', retryAfter: 60 });
  assert.equal(long.received.length, 1);
});

test('an aborted read says so, whenever it comes', async () => {
  const { client, received } = await before(() => undefined);
  const abort = new AbortController();
  const read = client.getMe(abort.signal);
  abort.abort();
  await assert.rejects(read, { code: 'aborted', transient: false });
  await assert.rejects(client.getMe(abort.signal), { code: 'aborted' });
  assert.ok(received.length <= 1);
});

test('a server that hangs is a timeout', async () => {
  const { client, received } = await before(() => undefined);
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const read = client.getMe();
    while (received.length === 0) await new Promise(setImmediate);
    mock.timers.tick(10_000);
    await assert.rejects(read, { code: 'timeout', transient: true });
  } finally {
    mock.timers.reset();
  }
});
