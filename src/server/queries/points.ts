import { sql, type Selectable } from 'kysely';
import * as v from 'valibot';
import type { Person } from '../../contract/member.js';
import type { LedgerEntry, PointsPage, PointsQuery } from '../../contract/points.js';
import { whole } from '../../contract/values.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { cutPage, readCursor, writeCursor } from './cursor.js';

const cursorSchema = v.tuple([v.literal('seq'), whole(1, 2_147_483_647)]);

/** Ledger entries of a site with the report that each is about, or who made it. */
export const selectEntries = (transaction: SiteTransaction, site: string) =>
  transaction
    .selectFrom('ledger')
    .leftJoin('report', (join) =>
      join.onRef('report.site', '=', 'ledger.site').onRef('report.id', '=', 'ledger.report_id'),
    )
    .leftJoin('member as corrector', (join) =>
      join
        .onRef('corrector.site', '=', 'ledger.site')
        .onRef('corrector.id', '=', 'ledger.corrected_by'),
    )
    .where('ledger.site', '=', site)
    .selectAll('ledger')
    .select(['report.task_name', 'report.task_id', 'corrector.name', 'corrector.picture']);

interface EntryRow extends Selectable<Tables['ledger']> {
  task_name: string | null;
  task_id: string | null;
  name: string | null;
  picture: string | null;
}

export const toEntry = (row: EntryRow): LedgerEntry => ({
  id: row.id,
  seq: row.seq,
  kind: row.kind,
  points: row.points,
  balance: Number(row.balance),
  report: reportOf(row),
  reason: row.reason,
  correctedBy: correctorOf(row),
  bookedAt: row.booked_at.toISOString(),
});

const reportOf = ({ report_id, task_name, task_id }: EntryRow): LedgerEntry['report'] =>
  report_id === null
    ? null
    : { id: report_id, taskName: task_name ?? '', ...(task_id && { taskId: task_id }) };

const correctorOf = ({ corrected_by, name, picture }: EntryRow): Person | null =>
  corrected_by === null ? null : { id: corrected_by, name: name ?? '', picture };

/** The sum of a member's entries, as the ledger keeps it. */
export async function readBalance(
  transaction: SiteTransaction,
  site: string,
  member: string,
): Promise<number> {
  const row = await transaction
    .selectFrom('points_tally')
    .where('site', '=', site)
    .where('member_id', '=', member)
    .select('points')
    .executeTakeFirst();
  // Exact for whole numbers up to 2^53.
  return Number(row?.points ?? 0);
}

/** What a member's reports would bring that await. */
async function readWaiting(
  transaction: SiteTransaction,
  site: string,
  member: string,
): Promise<number> {
  const row = await transaction
    .selectFrom('report')
    .where('site', '=', site)
    .where('member_id', '=', member)
    .where('status', '=', sql.lit('awaiting'))
    .select((eb) => eb.fn.sum('score').as('waiting'))
    .executeTakeFirst();
  return Number(row?.waiting ?? 0);
}

const readPerson = (transaction: SiteTransaction, site: string, member: string) =>
  transaction
    .selectFrom('member')
    .where('site', '=', site)
    .where('id', '=', member)
    .select(['id', 'name', 'picture'])
    .executeTakeFirst();

/** A page of a member's entries, newest first. */
export async function listPoints(
  transaction: SiteTransaction,
  site: string,
  member: string,
  { after, limit }: Omit<PointsQuery, 'member'>,
): Promise<PointsPage> {
  let entries = selectEntries(transaction, site).where('ledger.member_id', '=', member);
  if (after !== undefined) {
    const [, seq] = readCursor(cursorSchema, after);
    entries = entries.where('ledger.seq', '<', seq);
  }
  const found = await entries
    .orderBy('ledger.seq', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows, last } = cutPage(found, limit);
  return {
    items: rows.map(toEntry),
    next: last ? writeCursor(['seq', last.seq]) : null,
    balance: await readBalance(transaction, site, member),
    waiting: await readWaiting(transaction, site, member),
    member: (await readPerson(transaction, site, member)) ?? null,
  };
}
