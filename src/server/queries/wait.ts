import { sql } from 'kysely';
import type { ReportSummary, Wait } from '../../contract/report.js';
import type { SiteTransaction } from '../database/in-site.js';

/** Decisions of a site that its usual time is taken from, and how few tell nothing. */
const [sample, few] = [50, 5];

/** How many reports of the site have waited longer than this one. */
async function countAhead(
  transaction: SiteTransaction,
  site: string,
  { id, awaitingSince }: ReportSummary,
): Promise<number> {
  const { ahead } = await transaction
    .selectFrom('report')
    .where('site', '=', site)
    .where('status', '=', 'awaiting')
    .where('turn', '=', 'reviewer')
    .where(sql<boolean>`(awaiting_since, id) < (${awaitingSince}::timestamptz, ${id}::uuid)`)
    .select(sql<number>`count(*)::int`.as('ahead'))
    .executeTakeFirstOrThrow();
  return ahead;
}

/** The median time from the opening of a round to its decision, in minutes, of the latest ones. */
async function usualMinutes(transaction: SiteTransaction, site: string): Promise<number | null> {
  const latest = transaction
    .selectFrom('decision')
    .innerJoin('round', (join) =>
      join
        .onRef('round.site', '=', 'decision.site')
        .onRef('round.report_id', '=', 'decision.report_id')
        .onRef('round.n', '=', 'decision.round'),
    )
    .where('decision.site', '=', site)
    .orderBy('decision.decided_at', 'desc')
    .limit(sample)
    .select(sql<number>`extract(epoch from decided_at - opened_at) / 60`.as('minutes'));
  const { count, usual } = await transaction
    .selectFrom(latest.as('latest'))
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number | null>`
        ceil(percentile_cont(0.5) within group (order by minutes))::int`.as('usual'),
    ])
    .executeTakeFirstOrThrow();
  return count < few ? null : usual;
}

/** What stands between a report that awaits a reviewer and its decision. */
export async function readWait(
  transaction: SiteTransaction,
  site: string,
  report: ReportSummary,
): Promise<Wait> {
  return {
    ahead: await countAhead(transaction, site, report),
    usualMinutes: await usualMinutes(transaction, site),
  };
}
