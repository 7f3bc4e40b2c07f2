import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const script = readFileSync(new URL('host-page.js', import.meta.url), 'utf8');
const html = '<!doctype html><title>Host</title><script src="/host-page.js"></script><body>';

/** Headers of a file, to be worsened. */
export type Weaken = (headers: Headers) => void;

/**
 * Somebody else's site, on `localhost`. On `127.0.0.1`, which to a browser is another site, it
 * hands on what the true server serves, with headers as a careless server would send them.
 */
export class HostSite {
  readonly #server: Server;
  weaken: Weaken = () => {};

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(endpoint: string): Promise<HostSite> {
    const server = createServer((request, response) => {
      const { url = '' } = request;
      if (!url.startsWith('/files/')) {
        const isScript = url === '/host-page.js';
        response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
        response.end(isScript ? script : html);
        return;
      }
      void site.#fetch(endpoint + url).then(({ headers, bytes }) => {
        for (const [name, value] of headers) response.setHeader(name, value);
        response.end(bytes);
      });
    });
    const site = new HostSite(server);
    await once(server.listen(0), 'listening');
    return site;
  }

  /** The page that embeds. */
  get page(): string {
    return `http://localhost:${this.#port}/`;
  }

  /** Where a link leads to the file with its headers worsened. */
  weakened(link: string): string {
    return `http://127.0.0.1:${this.#port}/${link}`;
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async #fetch(url: string): Promise<{ headers: Headers; bytes: Buffer }> {
    const answer = await fetch(url);
    const headers = new Headers(answer.headers);
    for (const name of ['connection', 'keep-alive', 'transfer-encoding']) headers.delete(name);
    this.weaken(headers);
    return { headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
