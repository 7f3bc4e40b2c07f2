import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { refuses, Site, type OpenBackend } from '../../support/site.js';
import { linkTo, send, textFile, upload } from '../../support/uploads.js';
import { limitsOf } from './uploads.js';

/** A body that goes on until it is released. */
const hanging = () => {
  let release = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(textFile('slow'));
      release = () => controller.close();
    },
  });
  return { body, release: () => release() };
};

/** Uploads that nothing has taken along, and links whose time is over. */
export const waiting = (backend: () => OpenBackend): void => {
  describe('waiting uploads', () => {
    const begun = async (site: Site): Promise<number> => {
      const rows = await backend().query('select 1 from attachment where site = $1', [site.name]);
      return rows.length;
    };

    test('the bytes that wait are limited, and exactly', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const { maxWaitingBytes } = await limitsOf(site);
      await upload(mia, textFile('x'));
      const change = 'update attachment set size = $2::integer where site = $1';
      await backend().query(change, [site.name, String(maxWaitingBytes - 10)]);
      refuses(await send(mia, textFile('11 letters.')), 'limit-reached');
      assert.ok((await send(mia, textFile('10 letters'))).ok);
      refuses(await send(mia, textFile('x')), 'limit-reached');
    });

    test('what is on its way counts with all that may come', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const { maxBytes, maxWaitingBytes } = await limitsOf(site);
      const many = Math.floor(maxWaitingBytes / maxBytes);
      const bodies = Array.from({ length: many }, hanging);
      const sendings = bodies.map(({ body }) => send(mia, body));
      try {
        for (let times = 0; (await begun(site)) < many; times += 1) {
          assert.ok(times < 500, 'The uploads do not begin.');
          await wait(20);
        }
        refuses(await send(mia, textFile('x')), 'limit-reached');
      } finally {
        for (const { release } of bodies) release();
      }
      for (const answer of await Promise.all(sendings)) assert.equal(answer.body.size, 4);
      assert.ok((await send(mia, textFile('x'))).ok);
    });

    test('what nobody attached in a day goes with the next upload of the site', async () => {
      const [site, other] = [new Site(backend()), new Site(backend())];
      const [mia, noa] = [await site.mia(), await site.noa()];
      const [late, kept] = [await upload(mia), await upload(mia, textFile('kept'))];
      const elsewhere = await upload(await other.mia());
      const report = await site.newReport(await site.newTask());
      const body = { text: '', attachments: [kept.id] };
      await mia.put(`/reports/${report.id}/messages/${uuid()}`, body);
      const age = `update attachment set started_at = clock_timestamp() - interval '25 hours'
        where site in ($1, $2)`;
      await backend().query(age, [site.name, other.name]);
      const young = await upload(mia, textFile('young'));
      await upload(noa, textFile('hers'));
      refuses(await mia.get(`/attachments/${late.id}`), 'not-found');
      for (const { id } of [kept, young]) assert.ok((await mia.get(`/attachments/${id}`)).ok);
      assert.ok((await (await other.mia()).get(`/attachments/${elsewhere.id}`)).ok);
      const pieces = `select 1 from attachment_piece where site = $1 and not exists (
        select from attachment where attachment.key = attachment_piece.key)`;
      assert.deepEqual(await backend().query(pieces, [site.name]), []);
      refuses(
        await mia.put(`/reports/${report.id}/messages/${uuid()}`, {
          ...{ text: '', attachments: [late.id] },
        }),
        'invalid',
      );
    });

    test('an attempt that died with its server holds its place for an hour', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      await upload(mia);
      const { maxWaitingBytes } = await limitsOf(site);
      const attempt = `insert into attachment (site, key, id, member_id, name, size, started_at)
        values ($1, $2, $3, 'mia', 'dead', $4::integer, clock_timestamp() - interval '55 minutes')`;
      await backend().query(attempt, [site.name, uuid(), uuid(), String(maxWaitingBytes)]);
      refuses(await send(mia, textFile('x')), 'limit-reached');
      const age = `update attachment set started_at = started_at - interval '6 minutes'
        where site = $1`;
      await backend().query(age, [site.name]);
      assert.ok((await send(mia, textFile('x'))).ok);
      assert.equal(await begun(site), 2);
    });

    test('a link whose time is over leads nowhere, however well it is signed', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const file = await upload(mia);
      const [row] = await backend().query("select encode(bytes, 'hex') as key from link_key", []);
      const key = Buffer.from(String(row?.key), 'hex');
      assert.equal(key.length, 32);
      const signed = (expires: number) => {
        const text = JSON.stringify(['file', site.name, file.id, expires]);
        const signature = createHmac('sha256', key).update(text).digest('base64url');
        const query = { site: site.name, expires: String(expires), signature };
        return `/files/${file.id}?${new URLSearchParams(query).toString()}`;
      };
      const now = Math.floor(Date.now() / 1_000);
      const { expiresAt, url } = await linkTo(mia, file.id);
      assert.equal(signed(Date.parse(expiresAt) / 1_000), `/${url}`);
      assert.equal((await mia.send(signed(now + 60), {})).status, 200);
      for (const expires of [now - 1, now - 86_400, 0]) {
        assert.equal((await mia.send(signed(expires), {})).status, 404);
      }
    });
  });
};
