import type { Report } from '../../contract/report.js';
import type { SiteTransaction } from '../database/in-site.js';
import { Refusal, standing } from '../problems.js';
import { selectDecisions, toDecision } from '../queries/decision.js';
import { readReport, type Reader } from '../queries/report.js';

/** The report that a rule has written, or refused to write, as the asker sees it. */
export async function reportFor(
  transaction: SiteTransaction,
  reader: Reader,
  id: string,
): Promise<Report> {
  const report = await readReport(transaction, reader, id);
  if (!report) throw new Refusal('not-found');
  return report;
}

/** Refuses with the approval of a report that is approved: it is the last decision for ever. */
export async function approved(
  transaction: SiteTransaction,
  site: string,
  report: string,
): Promise<Refusal> {
  const row = await selectDecisions(transaction, site)
    .where('decision.report_id', '=', report)
    .where('decision.verdict', '=', 'approved')
    .executeTakeFirstOrThrow();
  return standing('already-approved', toDecision(row));
}
