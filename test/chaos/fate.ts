import { createHash } from 'node:crypto';
import { randomOf, type Random } from '../server/races/race.js';
import type { Asked } from './upstream.js';

/** What is counted. */
export const counted = [
  ...['requests', 'request dropped', 'response dropped', 'request cut', 'response cut'],
  ...['delayed', 'doubled', 'overtaken', 'news cut', 'news delayed', 'met a dead server'],
] as const;
export type Chaos = (typeof counted)[number];

/** What becomes of one request on its way. Times are milliseconds. */
export interface Fate {
  /** Which of the two servers it goes to. */
  readonly server: 0 | 1;
  readonly loss: Loss;
  /** How long it waits before it goes on. */
  readonly before: number;
  /** How long its answer waits. */
  readonly after: number;
  /** How much later a copy of it reaches the other server; null if there is none. */
  readonly copy: number | null;
  /** Later requests about the same dialogue go first. */
  readonly overtaken: boolean;
  /** What a client hears of a server that is dead: an answer with 502, or nothing. */
  readonly gateway: boolean;
}

export type Loss = 'nothing' | 'request' | 'response' | 'half request' | 'half response';

/** In hundredths of all requests. */
const losses: readonly (readonly [Loss, number])[] = [
  ['request', 10],
  ['response', 10],
  ['half request', 3],
  ['half response', 5],
];
const share = { delay: 0.15, copy: 0.1, overtaken: 0.1, slowNews: 0.02 };

/** The longest delay, in milliseconds. */
const longest = 5_000;

/** Numbers that these words decide, whenever they are asked for. */
export const chance = (...words: readonly (string | number)[]): Random =>
  randomOf(createHash('sha256').update(JSON.stringify(words)).digest().readInt32BE());

function lossOf(number: number): Loss {
  let left = number * 100;
  for (const [loss, hundredths] of losses) {
    if (left < hundredths) return loss;
    left -= hundredths;
  }
  return 'nothing';
}

function fateOf(random: Random): Fate {
  const delay = random() < share.delay ? random() * longest : 0;
  const isEarly = random() < 0.5;
  const isCopied = random() < share.copy;
  const isSimultaneous = random() < 0.5;
  return {
    server: random() < 0.5 ? 0 : 1,
    loss: lossOf(random()),
    before: isEarly ? delay : 0,
    after: isEarly ? 0 : delay,
    copy: isCopied ? (isSimultaneous ? 0 : random() * longest) : null,
    overtaken: random() < share.overtaken,
    gateway: random() < 0.5,
  };
}

export const calmFate: Fate = {
  server: 0,
  loss: 'nothing',
  before: 0,
  after: 0,
  copy: null,
  overtaken: false,
  gateway: true,
};

/** What decides what becomes of requests and news. Times are milliseconds. */
export interface Fates {
  ofRequest(asked: Asked, random: Random): Fate;
  /** How long a stream of news lives. */
  ofStream(random: Random): number;
  /** How long the news behind a piece of a stream wait. */
  ofNews(random: Random): number;
}

export const chaos: Fates = {
  ofRequest: (_, random) => fateOf(random),
  ofStream: (random) => 1_000 + random() * 30_000,
  ofNews: (random) => (random() < share.slowNews ? random() * longest : 0),
};

/** Everything gets through. */
export const calm: Fates = {
  ofRequest: () => calmFate,
  ofStream: () => Infinity,
  ofNews: () => 0,
};
