import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { TokenSource, tokenFrom } from '../../src/api/token.js';
import { inSeconds, json, jwt, serve } from './real-server.js';

/** A source that counts how often it was asked. */
const counting = (answer: () => string | Promise<string>) => {
  const count = { asked: 0 };
  const source = new TokenSource(async () => {
    count.asked += 1;
    return answer();
  });
  return { source, count };
};

const unavailable = { name: 'ApiError', code: 'token-unavailable', transient: true };

test('one token serves all who ask', async () => {
  const { source, count } = counting(() => jwt({ exp: inSeconds(600) }));
  const tokens = await Promise.all([source.get(), source.get(), source.get()]);
  assert.equal(new Set([...tokens, await source.get()]).size, 1);
  assert.equal(count.asked, 1);
  assert.deepEqual((await source.identity()).subject, 'mia');
});

test('it is asked for again before it ends, once for all', async () => {
  mock.timers.enable({ apis: ['Date'], now: Date.now() });
  try {
    const { source, count } = counting(() => jwt({ exp: inSeconds(600) }));
    const first = await source.get();
    mock.timers.tick(530_000);
    assert.equal(await source.get(), first);
    mock.timers.tick(15_000);
    const [second, other] = await Promise.all([source.get(), source.get()]);
    assert.notEqual(second, first);
    assert.equal(second, other);
    assert.equal(count.asked, 2);
  } finally {
    mock.timers.reset();
  }
});

test('while the next one fails, the one at hand serves until it ends', async () => {
  mock.timers.enable({ apis: ['Date'], now: Date.now() });
  try {
    const answers = [jwt({ exp: inSeconds(600) })];
    const { source } = counting(() => answers.pop() ?? Promise.reject(new Error('gone')));
    const first = await source.get();
    mock.timers.tick(590_000);
    assert.equal(await source.get(), first);
    mock.timers.tick(11_000);
    await assert.rejects(source.get(), unavailable);
  } finally {
    mock.timers.reset();
  }
});

test('a clock that is wrong here does not ask for each request', async () => {
  const { source, count } = counting(() => jwt({ iat: inSeconds(-7_200), exp: inSeconds(-6_600) }));
  await source.get();
  await source.get();
  assert.equal(count.asked, 1);
});

test('an answer that is no token is a failure, and the next call tries again', async () => {
  const answers = ['', 'hello', '<!doctype html>', 'a.b.c', jwt({ exp: inSeconds(600) })];
  const { source } = counting(() => answers.shift() ?? '');
  for (let bad = 0; bad < 4; bad += 1) await assert.rejects(source.get(), unavailable);
  assert.match(await source.get(), /^[\w-]+\./);
});

test('a source that hangs is given up after ten seconds', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { source } = counting(() => new Promise(() => undefined));
    const waiting = source.get();
    mock.timers.tick(10_000);
    await assert.rejects(waiting, unavailable);
  } finally {
    mock.timers.reset();
  }
});

test('another person in the same place is not taken for the first', async () => {
  const { source } = counting(() => answers.shift() ?? '');
  const answers = [jwt({ exp: inSeconds(600) }), jwt({ sub: 'rui', exp: inSeconds(600) })];
  const first = await source.get();
  await assert.rejects(source.renew(first), unavailable);
});

test('an address answers with the bare token or with JSON', async () => {
  const token = jwt({ exp: inSeconds(600) });
  const { origin, received } = await serve(({ url }, response) => {
    if (url === '/text') response.end(`${token}\n`);
    else if (url === '/json') json(response, { token });
    else if (url === '/away') response.writeHead(302, { location: '/text' }).end();
    else response.writeHead(500).end(token);
  });
  assert.equal(await tokenFrom(`${origin}/text`)(), token);
  assert.equal(await tokenFrom(`${origin}/json`)(), token);
  for (const path of ['/away', '/broken']) {
    await assert.rejects(new TokenSource(tokenFrom(origin + path)).get(), unavailable);
  }
  assert.ok(received.every(({ headers }) => headers.authorization === undefined));
});
