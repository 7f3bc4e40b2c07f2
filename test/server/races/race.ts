import type { Answer } from '../../support/people.js';
import type { Cluster } from '../../support/cluster.js';

/** A stream of numbers in [0, 1) that a seed decides (mulberry32). */
export type Random = () => number;

export const randomOf = (seed: number): Random => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const shuffled = <Item>(items: readonly Item[], random: Random): Item[] =>
  items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

/** The same races again: `TASKCHAT_RACE_SEED=…`. */
export const seed = Number(process.env.TASKCHAT_RACE_SEED ?? Date.now() % 1_000_000_000);

export interface Race {
  cluster: Cluster;
  random: Random;
}

/** What a race found: everything that broke a rule, and figures that show that it was a race. */
export interface Outcome {
  violations: string[];
  figures: Record<string, number>;
}

/** Runs `work` for each item, so many at a time. */
export async function each<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const entries = items.entries();
  const worker = async () => {
    for (const [index, item] of entries) await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Says so when answers are not refusals with one of these codes. */
export const unexpected = (answers: Answer<unknown>[], codes: readonly string[]): string[] =>
  answers
    .filter((answer) => answer.ok || !codes.includes(answer.problem.code))
    .map((answer) => `Neither ${codes.join(' nor ')}: ${answer.toString()}`);
