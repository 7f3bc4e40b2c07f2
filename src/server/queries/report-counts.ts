import type { ReportCounts, ReportCountsQuery } from '../../contract/report.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { among } from './among-reports.js';

/** How many reports stand where: a member's own, for a reviewer all. */
export async function countReports(
  transaction: SiteTransaction,
  asker: Asker,
  query: ReportCountsQuery,
): Promise<ReportCounts> {
  const rows = await transaction
    .selectFrom('report')
    .where(among(asker, query))
    .groupBy(['status', 'turn'])
    .select(({ fn }) => ['status', 'turn', fn.countAll<string>().as('count')])
    .execute();
  const counts: ReportCounts = { reviewer: 0, member: 0, approved: 0, rejected: 0 };
  for (const { status, turn, count } of rows) {
    counts[status === 'awaiting' ? (turn ?? 'reviewer') : status] = Number(count);
  }
  return counts;
}
