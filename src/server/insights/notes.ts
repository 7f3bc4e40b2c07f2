import { sql } from 'kysely';
import type { SiteTransaction } from '../database/in-site.js';
import type { Kind } from './kept.js';
import { addWaits, nothing, type Figure, type Tally } from './tally.js';

/** Of a quarter of an hour from the first on, before the last. */
export type Span = readonly [number, number];

/** What happened lately and is not in the sums yet. */
export interface Note {
  quarter: number;
  task_id: string | null;
  reviewer_id: string | null;
  figure: Figure;
  amount: number;
  classes: number[];
}

/** Few, as long as somebody folds them now and then; those that are alike come as one. */
export async function readNotes(
  transaction: SiteTransaction,
  site: string,
  [from, to]: Span,
): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select quarter, task_id, reviewer_id, figure, sum(amount)::double precision as amount,
      coalesce(array_agg(class::integer) filter (where class is not null), '{}') as classes
    from insight_note where site = ${site} and quarter >= ${from} and quarter < ${to}
    group by quarter, task_id, reviewer_id, figure`.execute(transaction);
  return rows;
}

/** Whom a note of an event counts for. */
const subjectOf = (kind: Kind, { task_id, reviewer_id }: Note): string | null =>
  ({ site: '', task: task_id, reviewer: reviewer_id })[kind];

function add(tally: Tally, { figure, amount, classes }: Note): void {
  tally[figure] += amount;
  for (const place of classes) addWaits(tally, place, 1);
}

/** What notes of a span say of one subject. */
export function tallyOfNotes(
  notes: readonly Note[],
  [kind, subject]: readonly [Kind, string],
  [from, to]: Span,
): Tally {
  const tally = nothing();
  for (const note of notes) {
    const isThen = note.quarter >= from && note.quarter < to;
    if (isThen && subjectOf(kind, note) === subject) add(tally, note);
  }
  return tally;
}

/** Everybody of a kind whom notes of a span are about. */
export const subjectsOfNotes = (
  notes: readonly Note[],
  kind: Kind,
  [from, to]: Span,
): Set<string> => {
  const then = notes.filter(({ quarter }) => quarter >= from && quarter < to);
  return new Set(then.map((note) => subjectOf(kind, note)).filter((subject) => subject !== null));
};
