import { sql } from 'kysely';
import type { SiteTransaction } from '../database/in-site.js';
import { addWaits, figures, nothing, type Figure, type Tally } from './tally.js';

/** Whose sums these are: those of the site have no other name. */
export type Kind = 'site' | 'task' | 'reviewer';

/** `bigint` comes as a text, and a list of whole numbers is read fastest as one. */
type Row = Record<Figure, string> & {
  subject: string;
  block: number;
  waits: string;
  events: string;
};

const numbersIn = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));

/** As the database packs them: above twelve bits the amount, which may be below 0. */
const packing = 4_096;
const quartersOfBlock = 16;

/** The sums before a block, and with them what happened in it before one of its quarters. */
function tallyOf(row: Row, bound: number): Tally {
  const tally = nothing();
  for (const figure of figures) tally[figure] = Number(row[figure]);
  tally.waits = numbersIn(row.waits);
  for (const event of numbersIn(row.events)) {
    const amount = Math.floor(event / packing);
    const code = event - amount * packing;
    const place = code & 255;
    if (row.block * quartersOfBlock + (code >> 8) >= bound) continue;
    if (place > figures.length) addWaits(tally, place - quartersOfBlock, amount);
    else tally[figures[place - 1]!] += amount;
  }
  return tally;
}

/** The sums of subjects until each of these moments, each found by one look into the index. */
export async function readSums(
  transaction: SiteTransaction,
  site: string,
  { kind, subjects }: { kind: Kind; subjects: readonly string[] },
  bounds: readonly number[],
): Promise<Map<string, Tally[]>> {
  const columns = sql.join(figures.map((figure) => sql.ref(figure)));
  const { rows } = await sql<Row & { place: string }>`
    select known.subject, place, block, ${columns}, array_to_string(waits, ',') as waits,
      array_to_string(events, ',') as events
    from unnest(${subjects}::text[]) as known (subject)
    cross join unnest(${bounds}::integer[]) with ordinality as bound (quarter, place)
    cross join lateral (
      select block, ${columns}, waits, events from insight
      where site = ${site} and kind = ${kind} and insight.subject = known.subject
        and block <= bound.quarter / ${sql.lit(quartersOfBlock)}
      order by block desc limit 1
    ) as sums`.execute(transaction);
  const sums = new Map(subjects.map((subject) => [subject, bounds.map(nothing)]));
  for (const row of rows) {
    const index = Number(row.place) - 1;
    sums.get(row.subject)![index] = tallyOf(row, bounds[index]!);
  }
  return sums;
}

const last = (site: string, kind: Kind, bound: number) => sql`(
  select * from insight
  where site = ${site} and kind = ${kind} and insight.subject = known.subject
    and block <= ${bound}::integer / ${sql.lit(quartersOfBlock)}
  order by block desc limit 1)`;

/**
 * The subjects of a kind that something happened to about that time, the most by the sum of some
 * figures first. The edges are not looked at: this is a choice of whom to look at more closely.
 */
export async function readChanged(
  transaction: SiteTransaction,
  site: string,
  { kind, by, most }: { kind: Kind; by: readonly Figure[]; most: number },
  [from, to]: readonly [number, number],
): Promise<string[]> {
  const change = by.map((figure) => sql`(ended.${sql.ref(figure)} - began.${sql.ref(figure)})`);
  const { rows } = await sql<{ subject: string }>`
    select known.subject
    from (
      select subject from insight where site = ${site} and kind = ${kind} and block = 0
    ) as known
    cross join lateral ${last(site, kind, from)} as began
    cross join lateral ${last(site, kind, to)} as ended
    where ended.block > 0 and (ended.block > began.block
      or ended.block = ${from}::integer / ${sql.lit(quartersOfBlock)})
    order by ${sql.join(change, sql` + `)} desc, known.subject
    limit ${most}`.execute(transaction);
  return rows.map(({ subject }) => subject);
}
