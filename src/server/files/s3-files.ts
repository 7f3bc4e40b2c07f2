import { AwsClient } from 'aws4fetch';
import { join } from '../body.js';
import type { FileStore, Place } from './file-store.js';

export interface S3Options {
  /** The address of the service, as `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  bucket: string;
  /** Default: `us-east-1`, which services without regions take. */
  region?: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Milliseconds that the service may take until it answers. */
const patience = 30_000;

/**
 * Keeps files in a bucket of any service that speaks S3, below the site's own prefix. A file is
 * held in memory on its way in: the service wants to know its length before it begins.
 */
export function s3Files({ endpoint, bucket, ...credentials }: S3Options): FileStore {
  const client = new AwsClient({
    region: 'us-east-1',
    ...credentials,
    service: 's3',
    retries: 2,
  });
  const base = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  const ask = async (place: Place, init: RequestInit) => {
    const url = `${base}/${prefixOf(place.site)}/${place.key}`;
    const answer = await patiently((signal) => client.fetch(url, { ...init, signal }));
    if (answer.ok) return answer;
    await answer.body?.cancel();
    throw new Error(`The file store answered ${init.method} with ${answer.status}.`);
  };
  return {
    async write(place, pieces) {
      const gathered: Uint8Array[] = [];
      for await (const piece of pieces) gathered.push(piece);
      const body = join(gathered);
      // Signed with the request: bytes that change on their way are refused.
      const headers = { 'X-Amz-Content-Sha256': await sha256(body) };
      await (await ask(place, { method: 'PUT', body, headers })).body?.cancel();
    },
    async read(place, range) {
      const headers = range && { Range: `bytes=${range.first}-${range.last}` };
      const answer = await ask(place, { method: 'GET', ...(headers && { headers }) });
      if (answer.body && answer.status === (range ? 206 : 200)) return answer.body;
      await answer.body?.cancel();
      throw new Error('The file store did not answer with the bytes that were asked for.');
    },
    async remove(places) {
      await Promise.all(places.map((place) => ask(place, { method: 'DELETE' })));
    },
  };
}

/** What an answer then brings may take its time: whoever reads it may be slow. */
async function patiently(ask: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), patience);
  try {
    return await ask(impatience.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** A site may have any name; a path may not. */
const prefixOf = (site: string): string => hex(new TextEncoder().encode(site));

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
