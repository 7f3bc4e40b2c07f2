import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { StartRefusal } from './settings.js';

/** Milliseconds that requests under way are given when the server stops. */
const grace = 3_000;

export interface Served {
  /** Where it listens, as `http://127.0.0.1:8787`. */
  url: string;
  /** Takes no more requests, and resolves when the last answer is sent. */
  stop(): Promise<void>;
}

/** Serves a fetch handler over HTTP/1.1. */
export async function serve(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<Served> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefusal(`The server cannot listen on ${host}:${port}: ${reason}.`);
  }
  const { port: actual } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${actual}`, stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(impatient);
}
