import type pg from 'pg';
import type { Decision } from '../../src/contract/decision.js';

interface Row {
  readonly report_id: string;
  readonly round: number;
  readonly id: string;
  readonly verdict: Decision['verdict'];
  readonly reason: string | null;
  readonly reviewer_id: string;
  readonly name: string;
  readonly picture: string | null;
  readonly decided_at: Date;
}

/** The decisions in the table, written as the contract says, by report. */
export async function standingDecisions(
  database: pg.Pool,
  site: string,
): Promise<Map<string, Decision[]>> {
  const { rows } = await database.query<Row>(
    `select d.*, m.name, m.picture
     from decision d join member m on m.site = d.site and m.id = d.reviewer_id
     where d.site = $1 order by d.report_id, d.round`,
    [site],
  );
  const byReport = new Map<string, Decision[]>();
  for (const row of rows) {
    const decisions = byReport.get(row.report_id) ?? [];
    decisions.push(toDecision(row));
    byReport.set(row.report_id, decisions);
  }
  return byReport;
}

const toDecision = (row: Row): Decision => ({
  id: row.id,
  round: row.round,
  verdict: row.verdict,
  reason: row.reason,
  reviewer: { id: row.reviewer_id, name: row.name, picture: row.picture },
  decidedAt: row.decided_at.toISOString(),
});
