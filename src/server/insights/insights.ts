import type { InferOutput } from 'valibot';
import type { DayFigures, Insights, insightsQuerySchema } from '../../contract/insights.js';
import type { SiteTransaction } from '../database/in-site.js';
import { dayOfNumber, dayStarts, numberOfDay } from './day-starts.js';
import { readSums, type Kind } from './kept.js';
import type { Look } from './look.js';
import { readOldest } from './named.js';
import { readNotes, tallyOfNotes } from './notes.js';
import { readOneTask, readReviewers, readTaskFigures } from './subjects.js';
import { figuresOf, minus, plus, type Tally } from './tally.js';

type Asked = InferOutput<typeof insightsQuerySchema>;

/**
 * The figures of a site: sums that are kept, and what happened since they were. The transaction
 * must see one moment alone, or an event counts twice or not at all. Also gives how many kinds of
 * notes are not in the sums yet.
 */
export async function readInsights(
  transaction: SiteTransaction,
  site: string,
  { from, to, zone, task }: Asked,
): Promise<{ insights: Insights; notes: number }> {
  const first = numberOfDay(from);
  const count = numberOfDay(to) - first + 1;
  const starts = dayStarts(first, count, zone);
  const start = dayStarts(first - count, 0, zone)[0]!;
  const notes = await readNotes(transaction, site, [start, starts[count]!]);
  const look: Look = { transaction, site, notes, span: [starts[0]!, starts[count]!] };
  const [before, ...tallies] = await readSpans(look, [start, ...starts], task);
  const whole = tallies.reduce(plus);
  const oldest = await readOldest(transaction, site, task);
  const insights = {
    zone,
    period: { from, to, ...figuresOf(whole) },
    before: {
      ...{ from: dayOfNumber(first - count), to: dayOfNumber(first - 1) },
      ...figuresOf(before!),
    },
    days: tallies.map((tally, index): DayFigures => {
      return { day: dayOfNumber(first + index), ...figuresOf(tally) };
    }),
    tasks: task ? [await readOneTask(look, task, whole)] : await readTaskFigures(look),
    reviewers: task ? [] : await readReviewers(look),
    oldestWaiting: oldest?.toISOString() ?? null,
  };
  return { insights, notes: notes.length };
}

/** What happened to a task, or on the site, from each of these moments to the next. */
async function readSpans(
  { transaction, site, notes }: Look,
  bounds: readonly number[],
  task: string | undefined,
): Promise<Tally[]> {
  const [kind, subject]: [Kind, string] = task === undefined ? ['site', ''] : ['task', task];
  const read = await readSums(transaction, site, { kind, subjects: [subject] }, bounds);
  const sums = read.get(subject)!;
  return bounds.slice(1).map((end, index) => {
    const noted = tallyOfNotes(notes, [kind, subject], [bounds[index]!, end]);
    return plus(minus(sums[index + 1]!, sums[index]!), noted);
  });
}
