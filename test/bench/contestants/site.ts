import type { Service } from '../../../src/contract/service.js';
import { frame } from '../page/frames.js';

/** Times at which the contract wants one and nobody looks. */
export const longAgo = '2026-01-05T08:00:00.000Z';

export const people = {
  mine: { id: 'ada', name: 'Ada Reporter', picture: null, role: 'member' },
  other: { id: 'ben', name: 'Ben Reviewer', picture: null, role: 'reviewer' },
} as const;

const service: Service = {
  name: 'Bench',
  contract: 1,
  capabilities: {
    live: true,
    points: false,
    corrections: false,
    attachments: false,
    withdrawal: false,
    search: false,
    typing: false,
    insights: false,
    export: false,
  },
};

export const answer = (body: string, status = 200): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });

/** An id as the contract wants one. */
export const idOf = (number: number): string =>
  `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A token as the contract wants one; its signature would be the backend's to check. */
export async function token(): Promise<string> {
  const part = (value: object) =>
    btoa(JSON.stringify(value)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  const exp = Math.floor(Date.now() / 1_000) + 86_400;
  return `${part({ alg: 'HS256' })}.${part({ sub: 'ada', aud: 'bench', exp })}.signature`;
}

/** What the stream says, as it comes from another machine. */
export const eventOf = (type: string, data: string): Uint8Array =>
  new TextEncoder().encode(`event: ${type}\ndata: ${data}\n\n`);

/** Answers the contract's requests of one member; what it has, it is told by those built on it. */
export abstract class Site {
  /** Who asks. */
  protected readonly me: (typeof people)['mine' | 'other'] = people.mine;
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();

  /** What this site has at a path; undefined if there is nothing. */
  protected abstract find(
    path: string,
    query: URLSearchParams,
  ): string | undefined | Promise<string>;

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.slice(pathname.indexOf('/api') + 4);
    if (path === '/live') return this.#live(request.signal);
    if (path === '' || path === '/') return answer(JSON.stringify(service));
    if (path === '/me') return answer(JSON.stringify({ ...this.me, points: 0 }));
    if (request.method !== 'GET') return answer(await request.text());
    const found = await this.find(path, searchParams);
    return found === undefined ? answer('{"code":"not-found","status":404}', 404) : answer(found);
  };

  /** Resolves when somebody listens: only then is a page connected. */
  async heard(): Promise<void> {
    while (this.#streams.size === 0) await frame();
  }

  /** Tells all who listen. */
  protected tell(type: string, data: string): void {
    this.send(eventOf(type, data));
  }

  protected send(event: Uint8Array): void {
    for (const stream of this.#streams) stream.enqueue(event);
  }

  #live(signal: AbortSignal): Response {
    let stream: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void this.#streams.add((stream = controller)),
      cancel: () => void this.#streams.delete(stream),
    });
    signal.addEventListener('abort', () => this.#streams.delete(stream));
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }
}
