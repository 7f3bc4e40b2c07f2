import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { S3Options } from '../../src/server/files/s3-files.js';

export interface Bucket {
  options: S3Options;
  /** The keys of all objects. */
  keys(): string[];
  close(): Promise<void>;
}

const ending = '._S3rver_object';

/** A bucket on a server of its own that speaks S3 and checks each signature (version 4). */
export async function openBucket(): Promise<Bucket> {
  const directory = mkdtempSync(join(tmpdir(), 'taskchat-bucket-'));
  const [bucket, address] = ['proofs', '127.0.0.1'];
  const server = new S3rver({
    ...{ address, port: 0, silent: true, directory },
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  return {
    options: {
      ...{ endpoint: `http://${address}:${port}`, bucket },
      // The one account that it knows.
      ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    keys: () =>
      readdirSync(join(directory, bucket), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(ending))
        .map((file) => file.slice(0, -ending.length)),
    async close() {
      await server.close();
      rmSync(directory, { recursive: true });
    },
  };
}
