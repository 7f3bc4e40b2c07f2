import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openBucket } from '../support/bucket.js';
import { Person, type Send } from '../support/people.js';
import { Site } from '../support/site.js';
import { spawnServer, StartRefused, startServer } from '../support/start-server.js';
import { bytesOf, download, png, upload } from '../support/uploads.js';

const bucketOf = {
  TASKCHAT_S3_ENDPOINT: 'http://127.0.0.1:9',
  TASKCHAT_S3_BUCKET: 'proofs',
  TASKCHAT_S3_KEY_ID: 'id',
  TASKCHAT_S3_SECRET: 'secret',
};

const sendTo =
  (origin: string): Send =>
  (path, init) =>
    fetch(`${origin}/api/v1${path}`, init);

describe('attachments and the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskchat-attachments-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [name, env] of Object.entries({
    ...Object.fromEntries(Object.keys(bucketOf).map((key) => [`without ${key}`, { [key]: '' }])),
    'with an endpoint that is no URL': { TASKCHAT_S3_ENDPOINT: 'proofs.example' },
  })) {
    test(`it refuses a bucket ${name}, in one sentence`, async () => {
      const options = { dataDirectory: join(folder, 'refused'), env: { ...bucketOf, ...env } };
      await assert.rejects(startServer(options), (error) => {
        assert.ok(error instanceof StartRefused);
        assert.equal(error.exitCode, 1);
        assert.match(error.output, /^For a bucket, set TASKCHAT_S3_ENDPOINT [^\n]+\n$/);
        return true;
      });
    });
  }

  test('with a bucket it keeps them there', async () => {
    const bucket = await openBucket();
    const { endpoint, accessKeyId, secretAccessKey } = bucket.options;
    const server = await startServer({
      dataDirectory: join(folder, 'data'),
      env: {
        TASKCHAT_S3_ENDPOINT: endpoint,
        TASKCHAT_S3_BUCKET: bucket.options.bucket,
        TASKCHAT_S3_KEY_ID: accessKeyId,
        TASKCHAT_S3_SECRET: secretAccessKey,
      },
    });
    try {
      const site = new Site({ send: sendTo(server.origin), dump: () => assert.fail('Unused.') });
      const mia = await site.mia();
      const { id } = await upload(mia);
      assert.equal(bucket.keys().length, 1);
      assert.ok((await bytesOf(await download(mia, id))).equals(png));
    } finally {
      await server.stop();
      await bucket.close();
    }
  });

  test('in the demo, links lead to the files, and its page may show them', async () => {
    const demo = spawnServer(
      { PORT: '0', TASKCHAT_DATA: join(folder, 'demo') },
      { args: ['--demo'] },
    );
    try {
      let said = '';
      for await (const part of demo.stdout ?? []) {
        said += String(part);
        if (said.includes('listens on')) break;
      }
      const origin = /listens on (\S+)/.exec(said)?.[1] ?? assert.fail(said);
      const bearer = await (await fetch(`${origin}/demo/token?as=mia`)).text();
      const mia = new Person('mia', sendTo(origin), { authorization: `Bearer ${bearer}` });
      const response = await download(mia, (await upload(mia)).id);
      assert.equal(response.headers.get('content-type'), 'image/png');
      assert.ok((await bytesOf(response)).equals(png));
      const page = await fetch(`${origin}/?as=mia`);
      assert.match(page.headers.get('content-security-policy') ?? '', /img-src 'self'/);
    } finally {
      const gone = once(demo, 'exit');
      demo.kill('SIGKILL');
      await gone;
    }
  });
});
