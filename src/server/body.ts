import { limits } from '../contract/limits.js';
import { invalid, Refusal } from './problems.js';

const json = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;

/** The JSON object in a request's body, as it was sent. Every body of the contract is an object. */
export async function readJson(request: Request): Promise<unknown> {
  if (!json.test(request.headers.get('Content-Type') ?? '')) throw new Refusal('unsupported-type');
  const value = decode(await readBytes(request));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid('', 'Must be an object.');
  }
  return value;
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readChunks(request, limits.bodyBytes)) chunks.push(chunk);
  return join(chunks);
}

/**
 * What arrives, and not a byte more than `most`: beyond it is `too-large`. `Content-Length` may
 * lie, or be missing.
 */
export async function* readChunks(request: Request, most: number): AsyncGenerator<Uint8Array> {
  if (Number(request.headers.get('Content-Length')) > most) throw new Refusal('too-large');
  const reader = request.body?.getReader();
  let size = 0;
  try {
    for (let chunk = await next(reader); chunk; chunk = await next(reader)) {
      size += chunk.byteLength;
      if (size > most) throw new Refusal('too-large');
      yield chunk;
    }
  } finally {
    // Nobody reads on. A body that broke off refuses even this.
    await reader?.cancel().catch(() => {});
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function next(reader: Reader | undefined): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value;
  } catch {
    // The sender went away in the middle; nobody is there to read why.
    throw invalid('', 'The body broke off.');
  }
}

/** Several pieces of bytes as one. */
export function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function decode(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid('', 'Must be JSON in UTF-8.');
  }
}
