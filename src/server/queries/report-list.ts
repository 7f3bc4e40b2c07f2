import { sql, type ExpressionBuilder } from 'kysely';
import * as v from 'valibot';
import type { ReportQuery, ReportSummary } from '../../contract/report.js';
import type { Page } from '../../contract/page.js';
import { id, timestamp, whole } from '../../contract/values.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { among } from './among-reports.js';
import { badCursor, cutPage, readCursor, writeCursor } from './cursor.js';
import { readSeqOf } from './reading.js';
import { selectReports, toSummary, type ReportRow } from './report.js';

const cursorSchema = v.tuple([
  v.picklist(['newest', 'oldest', 'unread']),
  whole(0, 2),
  timestamp,
  id,
]);

/** Which column a sort follows, and which way. */
const sorts = {
  newest: { column: 'report.submitted_at', order: 'desc', beyond: '<' },
  oldest: { column: 'report.awaiting_since', order: 'asc', beyond: '>' },
  unread: { column: 'report.submitted_at', order: 'desc', beyond: '<' },
} as const;

/** A page of reports: a member's own, for a reviewer all. */
export async function listReports(
  transaction: SiteTransaction,
  asker: Asker,
  query: ReportQuery,
): Promise<Page<ReportSummary>> {
  const { column, order } = sorts[query.sort];
  const found = await matching(transaction, asker, query)
    .$if(query.sort === 'unread', (all) => all.orderBy(urgency(asker)))
    .orderBy(column, order)
    .orderBy('report.id', order)
    .limit(query.limit + 1)
    .execute();
  const { rows, last } = cutPage(found, query.limit);
  return {
    items: rows.map((row) => toSummary(row, asker)),
    next: last ? writeCursor([query.sort, ...sortKeys(asker, query, last), last.id]) : null,
  };
}

const sortKeys = (asker: Asker, { sort }: ReportQuery, row: ReportRow) =>
  [
    sort === 'unread' ? urgencyOf(asker, row) : 0,
    (sort === 'oldest' ? row.awaiting_since : row.submitted_at).toISOString(),
  ] as const;

const ownTurn = ({ role }: Asker) => (role === 'member' ? 'member' : 'reviewer');

/** The first line is the report itself, which a list shows: to have it unread is no news. */
const urgencyOf = (asker: Asker, { read_seq, last_seq, turn }: ReportRow): number => {
  if (last_seq > Math.max(1, read_seq)) return 0;
  return turn === ownTurn(asker) ? 1 : 2;
};

/** As {@link urgencyOf}, over `report` and the asker's `read_mark`. */
const urgency = (asker: Asker) => sql<number>`case
  when report.last_seq > greatest(1, ${readSeqOf(asker.id)}) then 0
  when report.turn = ${ownTurn(asker)} then 1
  else 2 end`;

function matching(transaction: SiteTransaction, asker: Asker, query: ReportQuery) {
  const { status, turn, after } = query;
  let found = selectReports(transaction, asker).where(among(asker, query));
  if (status) found = found.where('report.status', '=', status);
  if (turn) found = found.where('report.turn', '=', turn);
  if (after !== undefined) found = found.where(beyond(asker, query, after));
  return found;
}

/** The rows that a sort puts after the cursor. */
function beyond(asker: Asker, { sort }: ReportQuery, cursor: string) {
  const [sorted, urgent, time, last] = readCursor(cursorSchema, cursor);
  if (sorted !== sort) throw badCursor();
  const { column, beyond: sign } = sorts[sort];
  return (eb: ExpressionBuilder<Tables, 'report' | 'read_mark'>) => {
    const follows = eb(eb.refTuple(column, 'report.id'), sign, eb.tuple(new Date(time), last));
    if (sort !== 'unread') return follows;
    return eb.or([
      eb(urgency(asker), '>', urgent),
      eb.and([eb(urgency(asker), '=', urgent), follows]),
    ]);
  };
}
