import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { openPglite } from '../../src/server/database/pglite.js';
import { createHandler, type Handler } from '../../src/server/handler.js';
import { testSecret, token, type Send } from '../support/people.js';
import { Site } from '../support/site.js';

/** A stream that a tab has asked for; times as of `performance.now()`. */
export interface OpenStream {
  readonly tab: string;
  readonly askedAt: number;
  endedAt: number | undefined;
}

/** As in a browser that has none, or on a page over plain http. */
const withoutLocks = `<script>
      Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    </script>`;

const page = (query: string, report: string, locks: boolean) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A tab</title>
    <link rel="icon" href="data:," />
    ${locks ? '' : withoutLocks}
    <script type="module" src="/tabs.js"></script>
  </head>
  <body>
    <task-provider endpoint="/api/v1" token-url="/token?${query}">
      <task-list></task-list>
      <report-form></report-form>
      <report-list></report-list>
      <mini-chat report-id="${report}" style="display: block; block-size: 300px"></mini-chat>
    </task-provider>
  </body>
</html>`;

/** The shipped handler, the pages of the tabs, and a log of what each of them asked for. */
export class TabServer {
  readonly site: Site;
  readonly streams: OpenStream[] = [];
  /** The ids of the messages, as often as they came, and from which tab. */
  readonly puts: { readonly id: string; readonly tab: string }[] = [];
  /** The ids of the reports, as often as they came. */
  readonly reports: string[] = [];
  /** The script of the pages. */
  script = '';
  /** While they are set, what is asked for waits at the server's door. */
  gates: { messages?: Promise<void>; streams?: Promise<void>; reports?: Promise<void> } = {};
  /** Whether the pages have Web Locks. */
  locks = true;
  readonly #handler: Handler;
  readonly #close: () => Promise<void>;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #tabs = new Map<string, string>();
  #tokens = 0;
  #watchers = new Set<() => void>();
  #cut = false;

  private constructor(handler: Handler, close: () => Promise<void>) {
    this.#handler = handler;
    this.#close = close;
    const send: Send = async (path, init) =>
      handler.fetch(new Request(`http://localhost/api/v1${path}`, init));
    this.site = new Site({ send, dump: () => Promise.reject(new Error('Not dumped here.')) });
    const fetch = (request: Request, way: unknown) => this.#answer(request, way as HttpBindings);
    this.#server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
    this.#server.on('connection', (socket) => this.#connected(socket));
  }

  static async start(): Promise<TabServer> {
    const database = await openPglite({});
    const handler = createHandler({ database, auth: { secret: testSecret }, sites: ['test-*'] });
    const server = new TabServer(handler, async () => {
      await handler.close();
      await database.close();
    });
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  /** The address of a page for somebody's tab. */
  address(tab: string, person: string, report: string): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/?${new URLSearchParams({ tab, person, report }).toString()}`;
  }

  get open(): readonly OpenStream[] {
    return this.streams.filter(({ endedAt }) => endedAt === undefined);
  }

  /** Resolves as soon as the log is as wanted; rejects after so many milliseconds. */
  async until(wanted: () => boolean, patience = 120_000): Promise<void> {
    const late = setTimeout(() => this.#tell(), patience + 1);
    for (const end = performance.now() + patience; !wanted();) {
      if (performance.now() > end) {
        const streams = JSON.stringify(this.streams);
        throw new Error(`The server waited for ${wanted.toString()}, and has ${streams}`);
      }
      await new Promise<void>((resolve) => this.#watchers.add(resolve));
    }
    clearTimeout(late);
  }

  /** Nothing gets through, and what is open breaks. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  /** Forgets what was asked so far. */
  forget(): void {
    this.puts.length = this.reports.length = 0;
    this.streams.splice(0, this.streams.length, ...this.open);
  }

  async stop(): Promise<void> {
    this.cut();
    this.#server.close();
    await this.#close();
  }

  #connected(socket: Socket): void {
    if (this.#cut) return void socket.destroy();
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  async #answer(request: Request, way: HttpBindings): Promise<Response> {
    const { pathname, search, searchParams } = new URL(request.url);
    const type = (name: string) => ({ 'content-type': `text/${name}; charset=utf-8` });
    if (pathname.startsWith('/api/')) return this.#serve(request, pathname, way);
    if (pathname === '/token') return new Response(await this.#token(searchParams));
    if (pathname === '/tabs.js') return new Response(this.script, { headers: type('javascript') });
    const query = search.slice(1).replaceAll('&', '&amp;');
    const html = page(query, searchParams.get('report') ?? '', this.locks);
    return new Response(html, { headers: type('html') });
  }

  async #token(asked: URLSearchParams): Promise<string> {
    const [tab = '', sub = ''] = ['tab', 'person'].map((name) => asked.get(name) ?? '');
    // One that ends at a time of its own is one of its own.
    const expires = 3_600 + (this.#tokens += 1);
    const signed = await token({ sub, site: this.site.name, role: 'member', expires });
    this.#tabs.set(`Bearer ${signed}`, tab);
    return signed;
  }

  async #serve(request: Request, path: string, way: HttpBindings): Promise<Response> {
    const tab = this.#tabs.get(request.headers.get('authorization') ?? '') ?? '';
    const message = /\/messages\/([^/]+)$/.exec(path)?.[1];
    if (message) {
      this.puts.push({ id: message, tab });
      this.#tell();
    }
    const report = request.method === 'PUT' ? /\/reports\/([^/]+)$/.exec(path)?.[1] : undefined;
    if (report) {
      this.reports.push(report);
      this.#tell();
      await this.gates.reports;
    }
    if (path.endsWith('/live')) {
      this.#follow(tab, way);
      await this.gates.streams;
    }
    if (message) await this.gates.messages;
    return this.#handler.fetch(request);
  }

  #follow(tab: string, { outgoing }: HttpBindings): void {
    const stream: OpenStream = { tab, askedAt: performance.now(), endedAt: undefined };
    this.streams.push(stream);
    outgoing.once('close', () => {
      stream.endedAt = performance.now();
      this.#tell();
    });
    this.#tell();
  }

  #tell(): void {
    const watchers = this.#watchers;
    this.#watchers = new Set();
    for (const tell of watchers) tell();
  }
}
