import { ApiError } from './api-error.js';
import { failedAnswer } from './failed-answer.js';
import { Headers, nativeXhr, Response, XMLHttpRequest } from './natives.js';
import { objectOf } from './request.js';
import type { Outgoing, Transport } from './transport.js';

/** A file on its way out. */
export interface FileToSend {
  readonly name: string;
  readonly bytes: Blob;
  readonly signal: AbortSignal;
  /** Hears how much of it is gone, from 0 to 1. Not called where a host's own `fetch` sends it. */
  readonly progress: (part: number) => void;
}

/** Milliseconds in which something must move; at the end, in which the answer must come. */
const patience = 60_000;

/** RFC 8187, 3.2.1: these too are to be escaped. */
const escaped = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const headersFor = (name: string): Headers =>
  new Headers([
    ['accept', 'application/json'],
    ['content-type', 'application/octet-stream'],
    ['content-disposition', `attachment; filename*=UTF-8''${escaped(name)}`],
  ]);

/** Sends a file. Every failure is an {@link ApiError}; `aborted` when the signal asked for it. */
export async function upload(
  transport: Transport,
  path: string,
  { name, bytes, signal, progress }: FileToSend,
): Promise<object> {
  try {
    await transport.ready();
    const file = { headers: headersFor(name), body: bytes, signal };
    const answer = await transport.upload(path, file, (request) => carry(request, progress));
    if (!answer.ok) throw await failedAnswer(answer);
    return await objectOf(answer);
  } catch (error) {
    throw signal.aborted ? new ApiError('aborted', { cause: error }) : ApiError.from(error);
  }
}

/**
 * Sends by XMLHttpRequest, since fetch tells no progress. It cannot refuse a redirect beforehand:
 * a browser takes the token out of one that leads to another origin (Fetch, HTTP-redirect fetch),
 * and whatever answers there counts for nothing.
 */
const carry = (request: Outgoing, progress: FileToSend['progress']): Promise<Response> =>
  new Promise((resolve, reject) => {
    const { url, method, headers, body, signal } = request;
    const xhr = Object.assign(new XMLHttpRequest(), nativeXhr);
    const fail = (code: 'network' | 'timeout'): void => reject(new ApiError(code));
    const giveUp = (): void => xhr.abort();
    let late = setTimeout(giveUp, patience);
    xhr.open(method, url);
    headers.forEach((value, header) => xhr.setRequestHeader(header, value));
    xhr.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(late);
      late = setTimeout(giveUp, patience);
      progress(total ? loaded / total : 0);
    };
    xhr.onload = () =>
      xhr.responseURL === url ? resolve(answerOf(xhr)) : reject(new ApiError('bad-answer'));
    xhr.onerror = () => fail('network');
    xhr.onabort = () => fail('timeout');
    xhr.onloadend = () => {
      clearTimeout(late);
      signal.removeEventListener('abort', giveUp);
    };
    signal.addEventListener('abort', giveUp);
    xhr.send(body);
    if (signal.aborted) giveUp();
  });

const answerOf = (xhr: XMLHttpRequest): Response => {
  const { status, responseText } = xhr;
  const headers = new Headers();
  for (const name of ['content-type', 'retry-after']) {
    const value = xhr.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(responseText || null, { status, headers });
};
