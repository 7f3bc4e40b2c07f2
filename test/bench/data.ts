/** What every contestant shows. The same seed gives the same bytes, in every run. */
export interface ChatMessage {
  readonly id: string;
  /** The last word of the text: it can be seen only when the end of the message can. */
  readonly token: string;
  readonly text: string;
  readonly mine: boolean;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export interface TaskCard {
  readonly id: string;
  readonly token: string;
  readonly title: string;
  readonly description: string;
  readonly points: number;
  readonly status: string;
}

export interface MessageSeries {
  readonly prefix?: string;
  readonly seed?: number;
  readonly start?: number;
  readonly time?: number;
}

const words = (
  'time year people way day man thing woman life child world school state family student group ' +
  'country problem hand part place case week company system program question work government ' +
  'number night point home water room mother area money story fact month lot right study book ' +
  'eye job word business issue side kind head house service friend father power hour game line ' +
  'end member law car city community name president team minute idea kid body information back ' +
  'parent face others level office door health person art war history party result change ' +
  'morning reason research girl guy moment air teacher force education'
).split(' ');

const states = ['open', 'taken', 'in review', 'done'];

/** A small generator of numbers from 0 to 1: Mulberry32, by Tommy Ettinger, public domain. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = (next: () => number, count: number): string[] =>
  Array.from({ length: count }, () => words[Math.floor(next() * words.length)]!);

const tokenOf = (prefix: string, number: number): string =>
  `${prefix}${String(number).padStart(6, '0')}z`;

/** Messages of 5 to 60 words, by two people in turn, 20 s to 2 min apart. */
export function messages(count: number, series: MessageSeries = {}): ChatMessage[] {
  const { prefix = 'm', seed = 7, start = 0 } = series;
  const next = random(seed);
  let time = series.time ?? Date.UTC(2026, 0, 5, 8);
  return Array.from({ length: count }, (_, offset) => {
    const length = 4 + Math.floor(next() * 56);
    const token = tokenOf(prefix, start + offset);
    const text = [...pick(next, length), token].join(' ');
    time += 20_000 + Math.floor(next() * 100_000);
    const mine = next() < 0.5;
    const author = mine ? 'Ada Reporter' : 'Ben Reviewer';
    return { id: prefix + (start + offset), token, text, mine, author, time };
  });
}

export function taskCards(count: number, seed = 11): TaskCard[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, number) => {
    const token = tokenOf('t', number);
    const title = [token, ...pick(next, 4)].join(' ');
    const description = pick(next, 30).join(' ');
    const points = 1 + Math.floor(next() * 100);
    const status = states[Math.floor(next() * states.length)]!;
    return { id: `t${number}`, token, title, description, points, status };
  });
}

/** A time of day, as all contestants of the bench itself print it. */
export function timeOfDay(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}
