import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { s3Files, type FileStore, type S3Options } from '../../src/server/server.js';
import { openBucket, type Bucket } from '../support/bucket.js';
import { openPocket, type Pocket } from '../support/pocket.js';
import { refuses, Site } from '../support/site.js';
import { bytesOf, download, png, send, textFile, upload } from '../support/uploads.js';
import { attached } from './battery/attached.js';
import { hostile } from './battery/hostile.js';
import { uploads } from './battery/uploads.js';
import { waiting } from './battery/waiting.js';

describe('with a bucket that speaks S3', () => {
  let bucket: Bucket;
  let pocket: Pocket;
  before(async () => {
    bucket = await openBucket();
    pocket = await openPocket({ files: s3Files(bucket.options) });
  });
  after(async () => {
    await pocket.close();
    await bucket.close();
  });

  for (const topic of [uploads, attached, waiting, hostile]) topic(() => pocket);

  const objectsOf = (site: Site) => {
    const prefix = Buffer.from(site.name).toString('hex');
    return bucket.keys().filter((key) => key.startsWith(`${prefix}/`));
  };

  const rowsOf = (table: string, { query }: Pocket, site: Site) =>
    query(`select * from ${table} where site = $1`, [site.name]);

  test('the bytes are in the bucket, once, and not in the database', async () => {
    const site = new Site(pocket);
    const mia = await site.mia();
    const id = uuid();
    const bytes = new Uint8Array(600_000).fill(5);
    await Promise.all(Array.from({ length: 5 }, () => send(mia, bytes, { id })));
    refuses(await send(mia, png, { id }), 'id-conflict');
    assert.equal(objectsOf(site).length, 1);
    assert.ok((await bytesOf(await download(mia, id))).equals(bytes));
    const rows = await pocket.query('select 1 from attachment_piece', []);
    assert.deepEqual(rows, []);
  });

  test('what is refused or swept leaves the bucket, what is attached stays', async () => {
    const site = new Site(pocket);
    const mia = await site.mia();
    const [, kept] = [await upload(mia), await upload(mia, textFile('kept'))];
    refuses(await send(mia, png, { headers: { 'content-length': '999' } }), 'invalid');
    assert.equal(objectsOf(site).length, 2);
    const report = await site.newReport(await site.newTask());
    const body = { text: '', attachments: [kept.id] };
    await mia.put(`/reports/${report.id}/messages/${uuid()}`, body);
    const age = `update attachment set started_at = started_at - interval '25 hours'
      where site = $1`;
    await pocket.query(age, [site.name]);
    await upload(mia, textFile('young'));
    assert.equal(objectsOf(site).length, 2);
    assert.equal(await (await download(mia, kept.id)).text(), 'kept');
  });

  test('what is withdrawn while the store is out of reach goes when it is back', async () => {
    const store = s3Files(bucket.options);
    let reachable = true;
    const remove: FileStore['remove'] = (places) =>
      reachable ? store.remove(places) : Promise.reject(new Error('Out of reach.'));
    const shaky = await openPocket({ files: { ...store, remove } });
    try {
      const site = new Site(shaky);
      const mia = await site.mia();
      const report = await site.newReport(await site.newTask());
      const path = `/reports/${report.id}/messages/${uuid()}`;
      await mia.put(path, { text: '', attachments: [(await upload(mia)).id] });
      reachable = false;
      assert.ok((await mia.delete(path)).ok);
      assert.equal(objectsOf(site).length, 1);
      reachable = true;
      await upload(mia, textFile('next'));
      assert.equal(objectsOf(site).length, 1);
      assert.deepEqual(await rowsOf('file_leftover', shaky, site), []);
    } finally {
      await shaky.close();
    }
  });

  for (const [name, wrong] of [
    ['refuses the signature', { secretAccessKey: 'wrong' }],
    ['does not have the bucket', { bucket: 'elsewhere' }],
    ['is not there', { endpoint: 'http://127.0.0.1:9' }],
  ] satisfies [string, Partial<S3Options>][]) {
    test(`a store that ${name}: unavailable, and nothing waits`, async () => {
      const files = s3Files({ ...bucket.options, ...wrong });
      const broken = await openPocket({ files });
      try {
        const site = new Site(broken);
        const mia = await site.mia();
        refuses(await send(mia, png), 'unavailable');
        assert.deepEqual(await rowsOf('attachment', broken, site), []);
        // Nobody knows whether the bytes arrived.
        assert.equal((await rowsOf('file_leftover', broken, site)).length, 1);
      } finally {
        await broken.close();
      }
    });
  }
});
