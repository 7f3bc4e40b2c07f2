import type { Testimony } from './chat.js';
import type { Scene } from './scene.js';
import { kinds, type Account, type Row, type Verdict } from './verdict.js';

/** How much was done, and looked at. */
export type Figures = Readonly<Record<string, number>>;

export function figuresOf(scene: Scene, rows: readonly Row[], accounts: readonly Account[]) {
  const testimonies = accounts.flatMap(({ typing, anew }) => [typing, anew]);
  const sum = (of: (testimony: Testimony) => number) =>
    testimonies.reduce((all, one) => all + of(one), 0);
  return {
    clients: scene.people.length,
    chats: accounts.length,
    typed: accounts.reduce((all, { typed }) => all + typed.length, 0),
    'in the table': rows.filter(({ text }) => text !== null).length,
    'kill -9': scene.servers.deaths,
    ...scene.proxy.counts,
    'mutations looked at': sum(({ mutations }) => mutations),
    'snapshots looked at': sum(({ snapshots }) => snapshots),
    'waiting lines replaced': sum(({ replaced }) => replaced),
    'rows in a chat at most': Math.max(...testimonies.map(({ mostRows }) => mostRows)),
    'rows read on screens': sum(({ screen }) => screen.length),
  };
}

export const inWords = (facts: Readonly<Record<string, number>>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${value.toLocaleString('en')} ${name}`)
    .join(', ');

export const figureLine = (figures: Figures): string => inWords(figures);

/** How much of each kind was found, and of each kind an example. */
export function verdictLines(verdict: Verdict): string[] {
  const counts = kinds.map((kind) => [kind, verdict[kind].length] as const);
  const examples = counts
    .filter(([, count]) => count > 0)
    .map(
      ([kind]) => `    ${kind}: ${verdict[kind].slice(0, 3).join('\n        ').slice(0, 1_000)}`,
    );
  return [inWords(Object.fromEntries(counts)), ...examples];
}

export const isClean = (verdict: Verdict): boolean =>
  kinds.every((kind) => verdict[kind].length === 0);
