import { sql } from 'kysely';
import { exportedReportSchema, type ExportedReport } from '../../contract/export.js';
import type { SiteTransaction } from '../database/in-site.js';
import { countRows, pageOf, type Place, type Source } from './source.js';

const selectPage = (
  transaction: SiteTransaction,
  site: string,
  place: Place | null,
  limit: number,
) =>
  transaction
    .selectFrom('report')
    .innerJoin('member', (join) =>
      join.onRef('member.site', '=', 'report.site').onRef('member.id', '=', 'report.member_id'),
    )
    .innerJoin('round', (join) =>
      join
        .onRef('round.site', '=', 'report.site')
        .onRef('round.report_id', '=', 'report.id')
        .onRef('round.n', '=', 'report.round'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('decision')
          .innerJoin('member as reviewer', (join) =>
            join
              .onRef('reviewer.site', '=', 'decision.site')
              .onRef('reviewer.id', '=', 'decision.reviewer_id'),
          )
          .whereRef('decision.site', '=', 'report.site')
          .whereRef('decision.report_id', '=', 'report.id')
          .orderBy('decision.round', 'desc')
          .limit(1)
          .select(['verdict', 'reason', 'reviewer_id', 'decided_at', 'reviewer.name as reviewer'])
          .as('newest'),
      (join) => join.onTrue(),
    )
    .where('report.site', '=', site)
    .$if(place !== null, (all) =>
      all.where((eb) =>
        eb(eb.refTuple('report.submitted_at', 'report.id'), '>', eb.tuple(...place!)),
      ),
    )
    .orderBy('report.submitted_at')
    .orderBy('report.id')
    .limit(limit)
    .selectAll('report')
    .select(['member.name as member_name', 'round.text'])
    .select(sql<number>`cardinality(round.attachments)`.as('attachments'))
    .select(['newest.verdict', 'newest.reason', 'newest.reviewer_id', 'newest.decided_at'])
    .select('newest.reviewer as reviewer_name');

type Row = Awaited<ReturnType<ReturnType<typeof selectPage>['execute']>>[number];

const toRow = (row: Row): ExportedReport => ({
  report: row.id,
  task: row.task_id,
  taskName: row.task_name,
  score: row.score,
  member: row.member_id,
  memberName: row.member_name,
  status: row.status,
  turn: row.turn,
  round: row.round,
  text: row.text,
  attachments: row.attachments,
  verdict: row.verdict,
  reason: row.reason,
  reviewer: row.reviewer_id,
  reviewerName: row.reviewer_name,
  decidedAt: row.decided_at?.toISOString() ?? null,
  submittedAt: row.submitted_at.toISOString(),
  awaitingSince: row.awaiting_since.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

/** All reports of a site, the oldest first. */
export const exportedReports: Source<ExportedReport> = {
  columns: Object.keys(exportedReportSchema.entries) as (keyof ExportedReport)[],
  count: countRows('report'),
  async page(transaction, site, place, limit) {
    const found = await selectPage(transaction, site, place, limit).execute();
    return pageOf(found, limit, toRow, (row) => [row.submitted_at, row.id]);
  },
};
