import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, mock, test } from 'node:test';
import type { ApiError } from '../../src/api/api-error.js';
import { LiveStream } from '../../src/api/live.js';
import { Transport } from '../../src/api/transport.js';
import type { LiveEvent } from '../../src/contract/live.js';
import { serve } from './real-server.js';

const streams: LiveStream[] = [];
after(() => streams.forEach((stream) => stream.stop()));

/** What a stream tells, in order, as something that can be waited for. */
class Diary {
  readonly events: LiveEvent[] = [];
  readonly closings: (ApiError | null)[] = [];
  opened = 0;
  #tell = (): void => undefined;

  open(): void {
    this.opened += 1;
    this.#tell();
  }

  event(event: LiveEvent): void {
    this.events.push(event);
    this.#tell();
  }

  closed(problem: ApiError | null): void {
    this.closings.push(problem);
    this.#tell();
  }

  async until(wanted: () => boolean): Promise<void> {
    while (!wanted()) await new Promise<void>((resolve) => (this.#tell = resolve));
  }
}

/** Lets so many milliseconds go by, of a clock that the test holds. */
const pass = (milliseconds: number): void => {
  const now = performance.now() + milliseconds;
  mock.method(performance, 'now', () => now);
  mock.timers.tick(milliseconds);
};

/** A stream from a server that answers as told. */
const follow = async (answer: (response: ServerResponse) => void) => {
  const { origin, received } = await serve((_, response) => answer(response));
  const diary = new Diary();
  const stream = new LiveStream(new Transport(origin, null), diary);
  streams.push(stream);
  stream.start();
  return { diary, received, stream };
};

const begin = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
};

test('events come whole, however the bytes are cut', async () => {
  const text = 'event: points\ndata: {"member":"Zoë 🥐"}\n\n';
  const { diary, stream } = await follow((response) => {
    begin(response);
    for (const byte of Buffer.from(text)) response.write(Buffer.of(byte));
  });
  await diary.until(() => diary.events.length === 1);
  stream.stop();
  assert.deepEqual(diary.events, [{ type: 'points', data: { member: 'Zoë 🥐' } }]);
});

test('an event that cannot be read means that something was missed', async () => {
  const { diary, stream } = await follow((response) => {
    begin(response);
    response.write('event: report\ndata: {"id":\n\n');
  });
  await diary.until(() => diary.events.length === 1);
  stream.stop();
  assert.deepEqual(diary.events, [{ type: 'resync', data: {} }]);
});

test('a stream that ends or breaks is opened again', async () => {
  let turn = 0;
  const { diary, received, stream } = await follow((response) => {
    turn += 1;
    if (turn === 1) response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome');
    else if (turn === 2) response.writeHead(503, { 'retry-after': '1' }).end();
    else begin(response);
    if (turn === 3) response.end();
    if (turn === 4) setImmediate(() => response.destroy());
  });
  await diary.until(() => diary.opened === 3);
  stream.stop();
  assert.deepEqual(
    diary.closings.map((problem) => problem?.code ?? null),
    ['bad-answer', 'unavailable', null, 'network'],
  );
  assert.equal(received.length, 5);
});

test('a stream without a sign of life is dead after forty seconds', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { diary, stream } = await follow(begin);
    await diary.until(() => diary.opened === 1);
    pass(40_000);
    await diary.until(() => diary.closings.length === 1);
    stream.stop();
    assert.equal(diary.closings[0]?.code, 'timeout');
  } finally {
    mock.reset();
  }
});

test('a sign of life puts that off by as much', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let server: ServerResponse | undefined;
    const { diary, stream } = await follow((response) => begin((server = response)));
    await diary.until(() => diary.opened === 1);
    pass(39_000);
    server?.write('event: resync\ndata: {}\n\n');
    await diary.until(() => diary.events.length === 1);
    pass(39_000);
    assert.equal(diary.closings.length, 0);
    pass(1_001);
    await diary.until(() => diary.closings.length === 1);
    stream.stop();
    assert.equal(diary.closings[0]?.code, 'timeout');
  } finally {
    mock.reset();
  }
});
