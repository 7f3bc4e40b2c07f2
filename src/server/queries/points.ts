import type { Selectable } from 'kysely';
import * as v from 'valibot';
import type { LedgerEntry, PointsPage, PointsQuery } from '../../contract/points.js';
import { id, timestamp } from '../../contract/values.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { cutPage, readCursor, writeCursor } from './cursor.js';

const cursorSchema = v.tuple([timestamp, id]);

/** Ledger entries of a site with the task's name as its report keeps it. */
export const selectEntries = (transaction: SiteTransaction, site: string) =>
  transaction
    .selectFrom('ledger')
    .leftJoin('report', (join) =>
      join.onRef('report.site', '=', 'ledger.site').onRef('report.id', '=', 'ledger.report_id'),
    )
    .where('ledger.site', '=', site)
    .selectAll('ledger')
    .select('report.task_name');

type EntryRow = Selectable<Tables['ledger']> & { task_name: string | null };

export const toEntry = (row: EntryRow): LedgerEntry => ({
  id: row.id,
  kind: row.kind,
  points: row.points,
  report: row.report_id === null ? null : { id: row.report_id, taskName: row.task_name ?? '' },
  reason: row.reason,
  bookedAt: row.booked_at.toISOString(),
});

/** The sum of a member's entries. */
export async function readBalance(
  transaction: SiteTransaction,
  site: string,
  member: string,
): Promise<number> {
  const row = await transaction
    .selectFrom('ledger')
    .where('site', '=', site)
    .where('member_id', '=', member)
    // Exact for whole numbers up to 2^53, and a number in every driver.
    .select((eb) => eb.cast<number | null>(eb.fn.sum('points'), 'double precision').as('balance'))
    .executeTakeFirst();
  return row?.balance ?? 0;
}

/** A page of a member's entries, newest first. */
export async function listPoints(
  transaction: SiteTransaction,
  site: string,
  member: string,
  { after, limit }: Omit<PointsQuery, 'member'>,
): Promise<PointsPage> {
  let entries = selectEntries(transaction, site).where('ledger.member_id', '=', member);
  if (after !== undefined) {
    const [time, last] = readCursor(cursorSchema, after);
    entries = entries.where((eb) =>
      eb(eb.refTuple('ledger.booked_at', 'ledger.id'), '<', eb.tuple(new Date(time), last)),
    );
  }
  const found = await entries
    .orderBy('ledger.booked_at', 'desc')
    .orderBy('ledger.id', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows, last } = cutPage(found, limit);
  return {
    items: rows.map(toEntry),
    next: last ? writeCursor([last.booked_at.toISOString(), last.id]) : null,
    balance: await readBalance(transaction, site, member),
  };
}
