import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { limits } from '../../src/contract/limits.js';
import { openPocket, type Pocket } from '../support/pocket.js';
import { refuses, Site } from '../support/site.js';
import { png, send, textFile } from '../support/uploads.js';

/** Bytes without an end, and how many of them were taken. */
const endless = () => {
  const taken = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(65_536));
      taken.bytes += 65_536;
    },
    cancel: () => void (taken.cancelled = true),
  });
  return { body, taken };
};

describe('a Content-Length that lies', () => {
  let pocket: Pocket;
  before(async () => (pocket = await openPocket()));
  after(() => pocket.close());

  for (const [length, most] of [
    ['0', 0],
    ['10', 10],
    ['100000', 100_000],
    ['-1', limits.attachmentBytes],
    ['many', limits.attachmentBytes],
    ['', limits.attachmentBytes],
  ] as const) {
    test(`"${length}", and a body without an end, is cut`, async () => {
      const site = new Site(pocket);
      const mia = await site.mia();
      const before = await site.dump();
      const { body, taken } = endless();
      refuses(await send(mia, body, { headers: { 'content-length': length } }), 'too-large');
      assert.ok(taken.cancelled);
      assert.ok(taken.bytes <= most + 3 * 65_536, `${taken.bytes} bytes were taken`);
      assert.equal(await site.dump(), before);
    });
  }

  test('beyond the limit is refused before a byte is read', async () => {
    const site = new Site(pocket);
    const mia = await site.mia();
    const before = await site.dump();
    for (const length of [String(limits.attachmentBytes + 1), '9'.repeat(12), '9'.repeat(400)]) {
      const answer = await send(mia, png, { headers: { 'content-length': length } });
      refuses(answer, 'too-large');
    }
    assert.equal(await site.dump(), before);
  });

  test('more than arrives is a body that broke off, and nothing is kept of it', async () => {
    const site = new Site(pocket);
    const mia = await site.mia();
    const before = await site.dump();
    refuses(await send(mia, png, { headers: { 'content-length': '1000000' } }), 'invalid');
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(textFile('half of ')),
      pull: (controller) => controller.error(new Error('Gone.')),
    });
    refuses(await send(mia, broken), 'invalid');
    assert.equal(await site.dump(), before);
  });
});
