import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request that has wholly come in. */
export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** An answer that has wholly come in. */
export interface Answered {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** What belongs to one connection alone (RFC 9110, 7.6.1). */
const ofTheConnection = ['connection', 'keep-alive', 'transfer-encoding'];

/** Each connection carries one request: a browser repeats what fails on one that it used before. */
export const passedOn = (headers: IncomingMessage['headers']): OutgoingHttpHeaders => ({
  ...Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ofTheConnection.includes(name)),
  ),
  connection: 'close',
});

export const takeIn = async (incoming: IncomingMessage): Promise<Asked> => ({
  method: incoming.method ?? 'GET',
  path: incoming.url ?? '/',
  headers: passedOn(incoming.headers),
  body: await buffer(incoming),
});

/** Asks the server on this port; resolves as soon as the head of the answer is there. */
export function open(port: number, { method, path, headers, body }: Asked) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
    outgoing.once('response', resolve).on('error', reject);
    outgoing.end(body);
  });
}

/** As {@link open}, with the whole answer. */
export async function ask(port: number, asked: Asked): Promise<Answered> {
  const answer = await open(port, asked);
  const body = await buffer(answer);
  return { status: answer.statusCode ?? 502, headers: passedOn(answer.headers), body };
}

/** Sends the first half of a body that was promised whole, and hangs up. */
export function askInHalf(port: number, { method, path, headers, body }: Asked): void {
  const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  outgoing.on('error', () => {});
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
}
