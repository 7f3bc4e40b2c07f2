import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Attachment, AttachmentLimits } from '../../../src/contract/attachment.js';
import type { Service } from '../../../src/contract/service.js';
import { refuses, Site, type Backend } from '../../support/site.js';
import {
  bytesOf,
  download,
  linkTo,
  pictures,
  png,
  send,
  textFile,
  upload,
} from '../../support/uploads.js';

export const limitsOf = async (site: Site): Promise<AttachmentLimits> => {
  const { capabilities } = (await site.visitor().get<Service>('/')).body;
  return capabilities.attachments || assert.fail('The backend takes no attachments.');
};

/** A body of no declared length, made as it is read. */
const streamOf = (size: number): ReadableStream<Uint8Array> => {
  let left = size;
  return new ReadableStream({
    pull(controller) {
      const bytes = new Uint8Array(Math.min(left, 100_000)).fill(7);
      left -= bytes.byteLength;
      controller.enqueue(bytes);
      if (left === 0) controller.close();
    },
  });
};

/** Bytes in. */
export const uploads = (backend: () => Backend): void => {
  describe('uploads', () => {
    for (const [type, { bytes, width, height }] of Object.entries(pictures)) {
      test(`${type} is known by its bytes and comes back as a picture`, async () => {
        const site = new Site(backend());
        const mia = await site.mia();
        const headers = { 'content-type': 'text/html' };
        const file = await upload(mia, bytes, { name: 'a.html', headers });
        assert.deepEqual(
          { ...file, id: '' },
          { id: '', name: 'a.html', type, size: bytes.byteLength, width, height },
        );
        const response = await download(mia, file.id);
        assert.equal(response.headers.get('content-type'), type);
        assert.match(response.headers.get('content-disposition') ?? '', /^inline; /);
        assert.ok((await bytesOf(response)).equals(bytes));
      });
    }

    test('anything else is a download, whatever was said of it', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      for (const [text, type] of [
        ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'application/octet-stream'],
        ['<!doctype html><script>alert(1)</script>', 'application/octet-stream'],
        ['just words', 'application/octet-stream'],
        ['%PDF-1.7\n', 'application/pdf'],
      ] as const) {
        const headers = { 'content-type': 'image/png' };
        const file = await upload(mia, textFile(text), { headers });
        assert.deepEqual([file.type, file.width, file.height], [type, undefined, undefined]);
        const response = await download(mia, file.id);
        assert.match(response.headers.get('content-disposition') ?? '', /^attachment; /);
        assert.equal(await response.text(), text);
      }
    });

    test('a picture that lies on its side is told as a browser shows it', async () => {
      const site = new Site(backend());
      const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0];
      const turned = [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
      const frame = [0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
      const bytes = [0xff, 0xd8, 0xff, 0xe1, 0, 34, ...exif, ...turned, ...frame, 0xff, 0xd9];
      const file = await upload(await site.mia(), Uint8Array.from(bytes));
      assert.deepEqual([file.type, file.width, file.height], ['image/jpeg', 20, 30]);
    });

    test('sending may be repeated; the id with other bytes, name or sender is a conflict', async () => {
      const site = new Site(backend());
      const [mia, noa] = [await site.mia(), await site.noa()];
      const id = uuid();
      const first = await send(mia, png, { id });
      const before = await site.dump();
      assert.equal((await send(mia, png, { id })).text, first.text);
      const longer = new Uint8Array([...png, 0]);
      const other = Uint8Array.from(png).fill(1, png.length - 1);
      refuses(await send(mia, longer, { id }), 'id-conflict');
      refuses(await send(mia, other, { id }), 'id-conflict');
      refuses(await send(mia, png, { id, name: 'other.png' }), 'id-conflict');
      refuses(await send(noa, png, { id }), 'id-conflict');
      assert.equal(await site.dump(), before);
    });

    test('the same upload ten times at once is one', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const id = uuid();
      const bytes = new Uint8Array(600_000).fill(3);
      const sendings = Array.from({ length: 10 }, () => send(mia, bytes, { id }));
      const answers = await Promise.all(sendings);
      const [first, ...more] = new Set(answers.map((answer) => JSON.stringify(answer.body)));
      assert.deepEqual(more, []);
      assert.equal((JSON.parse(first ?? '') as Attachment).size, 600_000);
      const rows = (await site.dump()).split('\n').filter((line) => line.includes(id));
      assert.equal(rows.length, 1);
    });

    test('a file of the largest size comes back; one byte more is too large', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const { maxBytes } = await limitsOf(site);
      const file = (await send(mia, streamOf(maxBytes))).body;
      assert.equal(file.size, maxBytes);
      const back = await bytesOf(await download(mia, file.id));
      assert.ok(back.equals(Buffer.alloc(maxBytes, 7)));
      const other = new Site(backend());
      const before = await other.dump();
      refuses(await send(await other.mia(), streamOf(maxBytes + 1)), 'too-large');
      refuses(await send(await other.mia(), new Uint8Array(maxBytes + 1)), 'too-large');
      assert.equal(await other.dump(), before);
    });

    test('a download that broke off goes on where it was', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const bytes = Buffer.from(Uint8Array.from({ length: 600_000 }, (_, at) => at % 251));
      const size = bytes.byteLength;
      const { url } = await linkTo(mia, (await upload(mia, bytes)).id);
      const part = (headers: Record<string, string>) => mia.send(`/${url}`, { headers });
      const tag = (await part({})).headers.get('etag') ?? '';
      for (const [range, first, last] of [
        ['1-1', 1, 1],
        ['0-1', 0, 1],
        ['599999-', size - 1, size - 1],
        ['262143-262144', 262_143, 262_144],
        ['262144-524287', 262_144, 524_287],
        ['100-600000', 100, size - 1],
        ['-300000', 300_000, size - 1],
        ['-900000', 0, size - 1],
      ] as const) {
        const answer = await part({ range: `bytes=${range}`, 'if-range': tag });
        assert.equal(answer.status, 206, range);
        assert.equal(answer.headers.get('content-range'), `bytes ${first}-${last}/${size}`);
        assert.equal(answer.headers.get('content-length'), String(last + 1 - first));
        assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
        assert.ok((await bytesOf(answer)).equals(bytes.subarray(first, last + 1)), range);
      }
      const wrong = ['600000-', '5-4', '-0', '-', 'a-b', '0-1,5-6', `0-${'9'.repeat(16)}`];
      const whole = wrong.map((range): Record<string, string> => ({ range: `bytes=${range}` }));
      for (const headers of [...whole, { range: 'bytes=1-2', 'if-range': '"other"' }]) {
        const answer = await part(headers);
        assert.equal(answer.status, 200, headers.range);
        assert.ok((await bytesOf(answer)).equals(bytes), headers.range);
      }
    });

    test('a name is asked for, and nothing is kept without one', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const before = await site.dump();
      for (const disposition of [
        ...['', 'attachment', 'attachment; filename*=', "attachment; filename*=UTF-8''%ff"],
        ...["attachment; filename*=UTF-8''%ED%A0%80", "attachment; filename*=UTF-8''a%zz"],
        "attachment; filename*=ISO-8859-1''a",
      ]) {
        const answer = await send(mia, png, { disposition });
        refuses(answer, 'invalid');
        assert.equal(answer.problem.errors?.[0]?.path, 'Content-Disposition');
      }
      refuses(await send(mia, textFile('')), 'invalid');
      assert.equal(await site.dump(), before);
    });

    test('what waits is limited for each member, and free again when it is attached', async () => {
      const site = new Site(backend());
      const [mia, noa] = [await site.mia(), await site.noa()];
      const { maxWaiting, maxPerMessage } = await limitsOf(site);
      const sendings = Array.from({ length: maxWaiting + 5 }, (_, index) =>
        send(mia, textFile(`${index}`)),
      );
      const answers = await Promise.all(sendings);
      const taken = answers.filter(({ ok }) => ok).map(({ body }) => body.id);
      assert.equal(taken.length, maxWaiting);
      for (const answer of answers.filter(({ ok }) => !ok)) refuses(answer, 'limit-reached');
      assert.ok((await send(noa, textFile('mine'))).ok);
      const report = await site.newReport(await site.newTask());
      const path = `/reports/${report.id}/messages/${uuid()}`;
      await mia.put(path, { text: '', attachments: taken.slice(0, maxPerMessage) });
      assert.ok((await send(mia, textFile('one more'))).ok);
    });
  });
};
