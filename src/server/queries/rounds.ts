import type { Round } from '../../contract/report.js';
import type { SiteTransaction } from '../database/in-site.js';
import { attachmentsOf } from './attachment.js';
import { selectDecisions, toDecision } from './decision.js';

/** The rounds of a report, first to last, each with its decision. */
export async function readRounds(
  transaction: SiteTransaction,
  site: string,
  report: string,
): Promise<Round[]> {
  const rounds = await selectRounds(transaction, site, report);
  const decisions = await selectDecisions(transaction, site)
    .where('decision.report_id', '=', report)
    .execute();
  const byRound = new Map(decisions.map((row) => [row.decision_round, toDecision(row)]));
  return rounds.map((row) => ({
    n: row.n,
    kind: row.kind,
    text: row.text,
    attachments: row.files,
    openedBy: { id: row.opened_by, name: row.name, picture: row.picture },
    openedAt: row.opened_at.toISOString(),
    decision: byRound.get(row.n) ?? null,
  }));
}

const selectRounds = (transaction: SiteTransaction, site: string, report: string) =>
  transaction
    .selectFrom('round')
    .innerJoin('member as opener', (join) =>
      join.onRef('opener.site', '=', 'round.site').onRef('opener.id', '=', 'round.opened_by'),
    )
    .where('round.site', '=', site)
    .where('round.report_id', '=', report)
    .orderBy('round.n')
    .selectAll('round')
    .select(['opener.name', 'opener.picture', attachmentsOf('round').as('files')])
    .execute();
