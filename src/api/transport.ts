import { ApiError } from './api-error.js';
import { Headers, nativeFetch, Request, Response, URL, XMLHttpRequest } from './natives.js';
import type { TokenSource } from './token.js';

/** What a request may carry beside the token. */
const passed = ['accept', 'content-type', 'content-disposition', 'if-match'];

const resolve = (endpoint: string): URL | null => {
  try {
    const { origin, pathname } = new URL(endpoint, globalThis.document?.baseURI);
    return /^https?:/.test(origin) ? new URL(pathname.replace(/\/+$/, ''), origin) : null;
  } catch {
    return null;
  }
};

const strict = {
  mode: 'cors',
  credentials: 'omit',
  redirect: 'error',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const;

/** A request as it goes out. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | Blob | null;
  readonly signal: AbortSignal;
}

/** Sends what has passed the guard. Rejects with an ApiError. */
export type Carrier = (request: Outgoing) => Promise<Response>;

/** Options without a prototype, since what a script has put on that would be read as an option. */
const bare = <Options extends object>(options: Options): Options =>
  Object.assign(Object.create(null) as object, options);

/** The promise, or a rejection as soon as the signal aborts; a custom fetch may ignore signals. */
const unless = <Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> =>
  new Promise((fulfil, reject) => {
    promise.then(fulfil, reject);
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });

/**
 * The one door to the backend. It lets nothing out to another place than the endpoint, follows no
 * redirect, and adds the token last, to the request that really goes out.
 */
export class Transport {
  /** Absolute, without a slash at its end; empty if it is no address. */
  readonly endpoint: string;
  /** Null for a visitor. */
  readonly token: TokenSource | null;
  readonly #base: URL | null;
  readonly #send: typeof globalThis.fetch;

  constructor(endpoint: string, token: TokenSource | null, send = nativeFetch) {
    this.#base = resolve(endpoint);
    this.endpoint = this.#base?.href.replace(/\/$/, '') ?? '';
    this.token = token;
    this.#send = send;
  }

  /** Waits for the token, so that no request's own time runs meanwhile. */
  readonly ready = async (): Promise<void> => {
    if (!this.#base) throw new ApiError('wrong-endpoint');
    await this.token?.get();
  };

  /** Where a link leads that the backend gave: relative ones begin at the endpoint. */
  addressOf(link: string): string {
    const base = `${this.endpoint}/`;
    const address = URL.canParse(link, base) ? new URL(link, base).href : '';
    if (!/^https?:/.test(address)) throw new ApiError('bad-answer');
    return address;
  }

  /** What ky calls: the whole answer, so that its time limit and its repeats cover the body. */
  readonly fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const request = input as Request;
    const { url, method, headers, signal } = request;
    const body = method === 'GET' ? null : await request.text();
    const answer = await this.#go({ url, method, headers, body, signal });
    try {
      const text = await unless(signal, answer.text());
      const { ok, status, headers } = answer;
      // Of a failure, ky reads a copy.
      const whole = ok ? answer : new Response(text || null, bare({ status, headers }));
      // To read it once more would take the browser a turn or two, and a frame may come between.
      whole.json = async () => JSON.parse(text) as unknown;
      return whole;
    } catch (cause) {
      throw new ApiError('network', { cause });
    }
  };

  /** An answer that goes on, as soon as its head is there. */
  stream(path: string, signal: AbortSignal, type = 'text/event-stream'): Promise<Response> {
    const headers = new Headers([['accept', type]]);
    return this.#go({ url: this.endpoint + path, method: 'GET', headers, body: null, signal });
  }

  /** Sends JSON as the page goes away: at once, or not at all. Nobody is left to hear the answer. */
  part(path: string, body: string): void {
    const url = this.endpoint + path;
    this.#guard(url);
    const token = this.token?.held;
    if (!token) return;
    const headers = new Headers([
      ['content-type', 'application/json'],
      ['authorization', `Bearer ${token}`],
    ]);
    const last = bare({ ...strict, method: 'PUT', headers, body, keepalive: true });
    void this.#send(new Request(url, last)).catch(() => {});
  }

  /** A file that `carrier` brings, unless the host has given a `fetch` that all goes through. */
  upload(
    path: string,
    file: Pick<Outgoing, 'headers' | 'body' | 'signal'>,
    carrier: Carrier,
  ): Promise<Response> {
    const carried = XMLHttpRequest && this.#send === nativeFetch;
    const request = { ...file, url: this.endpoint + path, method: 'PUT' };
    return this.#go(request, carried ? carrier : this.#fetched);
  }

  async #go(request: Outgoing, carrier: Carrier = this.#fetched): Promise<Response> {
    this.#guard(request.url);
    const token = await this.token?.get();
    const answer = await this.#attempt(request, carrier, token);
    if (answer.status !== 401 || !token) return answer;
    return this.#attempt(request, carrier, await this.token?.renew(token));
  }

  #guard(address: string): void {
    const { origin, pathname } = new URL(address);
    const base = this.#base;
    const inside = base && `${pathname}/`.startsWith(base.pathname.replace(/\/?$/, '/'));
    if (!inside || origin !== base.origin) throw new ApiError('wrong-endpoint');
  }

  async #attempt(
    request: Outgoing,
    carrier: Carrier,
    token: string | undefined,
  ): Promise<Response> {
    const headers = new Headers();
    for (const name of passed) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    if (token) headers.set('authorization', `Bearer ${token}`);
    const answer = await carrier({ ...request, headers });
    const { status, redirected } = answer;
    if (redirected || (status >= 300 && status < 400)) throw new ApiError('bad-answer', { status });
    return answer;
  }

  readonly #fetched = async ({
    url,
    method,
    headers,
    body,
    signal,
  }: Outgoing): Promise<Response> => {
    const request = new Request(url, bare({ ...strict, method, headers, body, signal }));
    try {
      return await unless(request.signal, this.#send(request));
    } catch (cause) {
      throw new ApiError('network', { cause });
    }
  };
}
