import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface StartedWire {
  origin: string;
  stop(): Promise<void>;
}

/** What became of a wire so far. */
export interface WireReport {
  /** Requests that came in, as `PUT /api/v1/…`. */
  requests: string[];
  /** Files that are on their way, and that were at once, at most. */
  filesNow: number;
  filesAtOnce: number;
}

/** One test's way to the server: `cut` lets nothing through, `held` takes in no file. */
class Way {
  readonly report: WireReport = { requests: [], filesNow: 0, filesAtOnce: 0 };
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  #state = 'open';
  #waiting: (() => void)[] = [];

  constructor(port: number) {
    this.#port = port;
  }

  turn(state: string): void {
    this.#state = state;
    if (state === 'cut') for (const socket of this.#sockets) socket.destroy();
    if (state !== 'open') return;
    for (const go of this.#waiting.splice(0)) go();
  }

  async pass(path: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (this.#state === 'cut') return void incoming.socket.destroy();
    this.report.requests.push(`${incoming.method} ${path}`);
    this.#sockets.add(incoming.socket);
    const { method, headers } = incoming;
    const isFile = method === 'PUT' && path.startsWith('/api/v1/attachments/');
    if (isFile) this.#count(outgoing);
    if (isFile && this.#state === 'held') await new Promise<void>((go) => this.#waiting.push(go));
    const onward = request({ host: '127.0.0.1', port: this.#port, path, method, headers });
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => outgoing.destroy()).pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.on('error', () => onward.destroy()).pipe(onward);
  }

  #count(outgoing: ServerResponse): void {
    const { report } = this;
    report.filesNow += 1;
    report.filesAtOnce = Math.max(report.filesAtOnce, report.filesNow);
    outgoing.on('close', () => (report.filesNow -= 1));
  }
}

/**
 * Leads to the server on `port`, by a way of its own for each first part of a path. A page turns
 * its way with `POST /name/open`, `cut` or `held`, which answers what became of it so far.
 */
export async function startWire(port: number): Promise<StartedWire> {
  const ways = new Map<string, Way>();
  const server = createServer((incoming, outgoing) => {
    const [, name = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(incoming.url ?? '') ?? [];
    const way = ways.get(name) ?? new Way(port);
    ways.set(name, way);
    if (rest.startsWith('/api/')) return void way.pass(rest, incoming, outgoing);
    way.turn(rest.slice(1));
    outgoing.writeHead(200, {
      'access-control-allow-origin': '*',
      'content-type': 'application/json',
    });
    outgoing.end(JSON.stringify(way.report));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
