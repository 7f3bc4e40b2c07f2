import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { Decision } from '../../contract/decision.js';
import type { Report, ReportSummary } from '../../contract/report.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { attachmentsOf } from './attachment.js';
import { decisionColumns, toDecision, type DecisionRow } from './decision.js';
import { readSeqOf } from './reading.js';
import { readRounds } from './rounds.js';

/** Whose eyes a report is read with; `id` null for nobody's, as in a live event. */
export interface Reader {
  site: string;
  id: string | null;
}

const newestDecision = (eb: ExpressionBuilder<Tables, 'report'>) =>
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
    .select(decisionColumns)
    .as('newest');

/** Reports of the reader's site with their member, current proof and newest decision. */
export const selectReports = (transaction: SiteTransaction, reader: Reader) =>
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
    .leftJoin('read_mark', (join) =>
      join
        .onRef('read_mark.site', '=', 'report.site')
        .onRef('read_mark.report_id', '=', 'report.id')
        .on('read_mark.member_id', '=', reader.id),
    )
    .leftJoinLateral(newestDecision, (join) => join.onTrue())
    .where('report.site', '=', reader.site)
    .selectAll('report')
    .select(['member.name', 'member.picture', 'round.text'])
    .select(attachmentsOf('round').as('attachments'))
    .select(readSeqOf(reader.id).as('read_seq'))
    .select([
      ...['newest.decision_id', 'newest.decision_round', 'newest.verdict', 'newest.reason'],
      ...['newest.decided_at', 'newest.reviewer_id', 'newest.reviewer_name'],
      'newest.reviewer_picture',
    ] as const);

type Selection<Builder> =
  Builder extends SelectQueryBuilder<infer _Tables, infer _From, infer Row> ? Row : never;
export type ReportRow = Selection<ReturnType<typeof selectReports>>;

export const toSummary = (row: ReportRow, reader: Reader): ReportSummary => ({
  id: row.id,
  task: { id: row.task_id, name: row.task_name },
  score: row.score,
  member: { id: row.member_id, name: row.name, picture: row.picture },
  status: row.status,
  turn: row.turn,
  round: row.round,
  text: row.text,
  attachments: row.attachments,
  decision: summaryDecision(row),
  lastSeq: row.last_seq,
  ...(reader.id !== null && { readSeq: row.read_seq }),
  version: row.version,
  reviewWithin: row.review_within,
  submittedAt: row.submitted_at.toISOString(),
  awaitingSince: row.awaiting_since.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

const summaryDecision = (row: ReportRow): Decision | null =>
  row.decision_id === null ? null : toDecision(row as DecisionRow);

/** One report with all its rounds, or undefined. Who may see it, the caller knows. */
export async function readReport(
  transaction: SiteTransaction,
  reader: Reader,
  id: string,
): Promise<Report | undefined> {
  const row = await selectReports(transaction, reader)
    .where('report.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return { ...toSummary(row, reader), rounds: await readRounds(transaction, reader.site, id) };
}
