import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../server/races/race.js';
import { calm, type Chaos, type Fates } from './fate.js';
import { passedOn } from './upstream.js';

export function hangUp(response: ServerResponse): void {
  response.socket?.destroy();
}

export function badGateway(response: ServerResponse): void {
  response.writeHead(502, { connection: 'close' }).end();
}

export interface Way {
  readonly random: Random;
  readonly fates: () => Fates;
  readonly count: (chaos: Chaos) => void;
}

/** Passes the news on, which stop in the middle of a word when their time is over. */
export async function passNews(
  news: IncomingMessage,
  response: ServerResponse,
  { random, fates, count }: Way,
): Promise<void> {
  const start = Date.now();
  const life = fates().ofStream(random);
  response.writeHead(news.statusCode ?? 502, passedOn(news.headers));
  response.flushHeaders();
  for await (const piece of news as AsyncIterable<Buffer>) {
    const pause = fates().ofNews(random);
    if (pause) {
      count('news delayed');
      await wait(pause);
    }
    if (fates() !== calm && Date.now() - start > life) {
      count('news cut');
      return void response.write(piece.subarray(0, piece.length / 2), () => hangUp(response));
    }
    response.write(piece);
  }
  hangUp(response);
}
