import type { Decision, Verdict } from '../../contract/decision.js';
import type { SiteTransaction } from '../database/in-site.js';

/** To be selected from `decision` joined with `member as reviewer`. */
export const decisionColumns = [
  'decision.id as decision_id',
  'decision.round as decision_round',
  'decision.verdict',
  'decision.reason',
  'decision.decided_at',
  'decision.reviewer_id',
  'reviewer.name as reviewer_name',
  'reviewer.picture as reviewer_picture',
] as const;

export interface DecisionRow {
  decision_id: string;
  decision_round: number;
  verdict: Verdict;
  reason: string | null;
  decided_at: Date;
  reviewer_id: string;
  reviewer_name: string;
  reviewer_picture: string | null;
}

export const toDecision = (row: DecisionRow): Decision => ({
  id: row.decision_id,
  round: row.decision_round,
  verdict: row.verdict,
  reason: row.reason,
  reviewer: { id: row.reviewer_id, name: row.reviewer_name, picture: row.reviewer_picture },
  decidedAt: row.decided_at.toISOString(),
});

/** Decisions of a site, with the report that each is about. */
export const selectDecisions = (transaction: SiteTransaction, site: string) =>
  transaction
    .selectFrom('decision')
    .innerJoin('member as reviewer', (join) =>
      join
        .onRef('reviewer.site', '=', 'decision.site')
        .onRef('reviewer.id', '=', 'decision.reviewer_id'),
    )
    .where('decision.site', '=', site)
    .select(decisionColumns)
    .select('decision.report_id');
