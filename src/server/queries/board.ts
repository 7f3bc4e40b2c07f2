import { sql, type RawBuilder } from 'kysely';
import * as v from 'valibot';
import type { BoardEntry, BoardPage, BoardPeriod, BoardQuery } from '../../contract/board.js';
import { boardPeriodSchema } from '../../contract/board.js';
import { id, whole } from '../../contract/values.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { badCursor, cutPage, readCursor, writeCursor } from './cursor.js';

const cursorSchema = v.tuple([boardPeriodSchema, whole(1, Number.MAX_SAFE_INTEGER), id]);

interface Row {
  key: string;
  points: number | string;
  name: string;
  member_id: string;
  place: number;
}

/** What of the kept sums is on the board: of this month (UTC), or of all time. */
const standing = (site: string, period: BoardPeriod): RawBuilder<unknown> => {
  if (period === 'all') return sql`points_tally board where board.site = ${site} and points > 0`;
  return sql`points_month board where board.site = ${site} and points > 0
    and month = date_trunc('month', now() at time zone 'utc')::date`;
};

const entryOf = ({ id: asker }: Asker, { member_id, place, points, ...row }: Row): BoardEntry => ({
  key: row.key,
  place: Number(place),
  name: row.name,
  points: Number(points),
  mine: member_id === asker,
});

/** A page of the board, the most points first. */
export async function listBoard(
  transaction: SiteTransaction,
  asker: Asker,
  { period, after, limit }: BoardQuery,
): Promise<BoardPage> {
  const board = standing(asker.site, period);
  const { rows: found } = await page(board, boundOf(period, after), limit).execute(transaction);
  const { rows, last } = cutPage(found, limit);
  const { rows: own } = await placeOf(board, asker.id).execute(transaction);
  return {
    items: rows.map((row) => entryOf(asker, row)),
    next: last ? writeCursor([period, Number(last.points), last.key]) : null,
    month: period === 'all' ? null : await thisMonth(transaction),
    own: own[0] ? entryOf(asker, own[0]) : null,
  };
}

/** Where the page before has ended, as SQL. */
function boundOf(period: BoardPeriod, after: string | undefined): RawBuilder<unknown> | null {
  if (after === undefined) return null;
  const [of, points, key] = readCursor(cursorSchema, after);
  if (of !== period) throw badCursor();
  return sql`(${String(points)}::text::bigint, ${key}::uuid)`;
}

/**
 * The first of a page shares its place with those of equal points on the page before; who comes
 * after these is placed by how many stand before the page.
 */
const page = (
  board: RawBuilder<unknown>,
  bound: RawBuilder<unknown> | null,
  limit: number,
): RawBuilder<Row> => sql`
  with page as (
    select site, member_id, points, key from ${board}
      ${bound ? sql`and (points, key) < ${bound}` : sql``}
    order by points desc, key desc limit ${limit + 1}
  )
  select page.key, page.points, page.member_id, member.name,
    case when page.points = max(page.points) over () then 1 + (
      select count(*) from ${board} and points > (select max(points) from page))
    else rank() over (order by page.points desc) + (
      ${bound ? sql`select count(*) from ${board} and (points, key) >= ${bound}` : sql`0`})
    end as place
  from page join member on member.site = page.site and member.id = page.member_id
  order by page.points desc, page.key desc`;

const placeOf = (board: RawBuilder<unknown>, member: string): RawBuilder<Row> => sql`
  with own as (select site, member_id, points, key from ${board} and member_id = ${member})
  select own.key, own.points, own.member_id, member.name,
    1 + (select count(*) from ${board} and points > (select points from own)) as place
  from own join member on member.site = own.site and member.id = own.member_id`;

async function thisMonth(transaction: SiteTransaction): Promise<string> {
  const { rows } = await sql<{ month: string }>`
    select to_char(now() at time zone 'utc', 'YYYY-MM') as month`.execute(transaction);
  return rows[0]!.month;
}
