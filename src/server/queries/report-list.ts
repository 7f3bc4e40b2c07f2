import type { ExpressionBuilder } from 'kysely';
import * as v from 'valibot';
import type { ReportQuery, ReportSummary } from '../../contract/report.js';
import type { Page } from '../../contract/page.js';
import { id, timestamp } from '../../contract/values.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { among } from './among-reports.js';
import { badCursor, cutPage, readCursor, writeCursor } from './cursor.js';
import { selectReports, toSummary, type ReportRow } from './report.js';

const cursorSchema = v.tuple([v.picklist(['newest', 'oldest']), timestamp, id]);

/** Which column a sort follows, and which way. */
const sorts = {
  newest: { column: 'report.submitted_at', order: 'desc', beyond: '<' },
  oldest: { column: 'report.awaiting_since', order: 'asc', beyond: '>' },
} as const;

/** A page of reports: a member's own, for a reviewer all. */
export async function listReports(
  transaction: SiteTransaction,
  asker: Asker,
  query: ReportQuery,
): Promise<Page<ReportSummary>> {
  const { column, order } = sorts[query.sort];
  const found = await matching(transaction, asker, query)
    .orderBy(column, order)
    .orderBy('report.id', order)
    .limit(query.limit + 1)
    .execute();
  const { rows, last } = cutPage(found, query.limit);
  return {
    items: rows.map((row) => toSummary(row, asker)),
    next: last ? writeCursor([query.sort, sortKey(query, last), last.id]) : null,
  };
}

const sortKey = ({ sort }: ReportQuery, row: ReportRow): string =>
  (sort === 'newest' ? row.submitted_at : row.awaiting_since).toISOString();

function matching(transaction: SiteTransaction, asker: Asker, query: ReportQuery) {
  const { status, turn, after } = query;
  let found = selectReports(transaction, asker).where(among(asker, query));
  if (status) found = found.where('report.status', '=', status);
  if (turn) found = found.where('report.turn', '=', turn);
  if (after !== undefined) found = found.where(beyond(query, after));
  return found;
}

/** The rows that a sort puts after the cursor. */
function beyond({ sort }: ReportQuery, cursor: string) {
  const [sorted, time, last] = readCursor(cursorSchema, cursor);
  if (sorted !== sort) throw badCursor();
  const { column, beyond: sign } = sorts[sort];
  return (eb: ExpressionBuilder<Tables, 'report'>) =>
    eb(eb.refTuple(column, 'report.id'), sign, eb.tuple(new Date(time), last));
}
