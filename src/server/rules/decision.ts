import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DecisionRequest } from '../../contract/decision.js';
import type { Report } from '../../contract/report.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce, type Notice } from '../live/notice.js';
import { Refusal, standing } from '../problems.js';
import { selectDecisions, toDecision } from '../queries/decision.js';
import { approved, reportFor } from './answer.js';
import { tell } from './dialogue.js';
import { given } from './given.js';
import { freePlace, keepPlace } from './places.js';
import { readBy } from './reading.js';

interface Request {
  report: string;
  n: number;
  decision: DecisionRequest;
}

/** Decides round n. The key of the table lets one decision in; the report's row lock, one moment. */
export async function decide(
  transaction: SiteTransaction,
  asker: Asker,
  request: Request,
): Promise<Report> {
  const { report, n, decision } = request;
  const inserted = await insertDecision(transaction, asker, request);
  if (!inserted) return repeatOrRefuse(transaction, asker, request);
  const { verdict, reason = null } = decision;
  const row = await changeReport(transaction, asker, report, verdict);
  const consequences = await settle(transaction, asker.site, row, verdict);
  const points = verdict === 'approved' ? row.score : 0;
  const line = await tell(transaction, asker, report, row.last_seq, {
    type: verdict,
    round: n,
    points,
    reason,
  });
  await announce(transaction, asker.site, [
    readBy(asker, report),
    { type: 'report', id: report },
    { type: 'message', id: line },
    ...consequences,
  ]);
  return reportFor(transaction, asker, report);
}

const insertDecision = (
  transaction: SiteTransaction,
  { site, id: reviewer }: Asker,
  { report, n, decision }: Request,
) =>
  transaction
    .insertInto('decision')
    .columns(['site', 'report_id', 'round', 'id', 'verdict', 'reason', 'reviewer_id'])
    .expression((eb) =>
      eb
        .selectFrom('report')
        .where('report.site', '=', site)
        .where('report.id', '=', report)
        .where('report.member_id', '!=', reviewer)
        .where('report.round', '=', n)
        .where('report.status', '=', 'awaiting')
        .where('report.turn', '=', 'reviewer')
        .forUpdate()
        .select([
          'report.site',
          'report.id as report_id',
          'report.round',
          given(decision.id, 'uuid').as('id'),
          given(decision.verdict, 'text').as('verdict'),
          given(decision.reason ?? null, 'text').as('reason'),
          given(reviewer, 'text').as('reviewer_id'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();

const changeReport = (
  transaction: SiteTransaction,
  { site }: Asker,
  report: string,
  verdict: DecisionRequest['verdict'],
) =>
  transaction
    .updateTable('report')
    .set((eb) => ({
      status: verdict === 'changes' ? 'awaiting' : verdict,
      turn: verdict === 'changes' ? 'member' : null,
      version: eb('version', '+', 1),
      last_seq: eb('last_seq', '+', 1),
      updated_at: sql`clock_timestamp()`,
    }))
    .where('site', '=', site)
    .where('id', '=', report)
    .returning(['id', 'task_id', 'member_id', 'score', 'last_seq'])
    .executeTakeFirstOrThrow();

/** What a verdict does beyond the report: to the task's places, and to the member's points. */
async function settle(
  transaction: SiteTransaction,
  site: string,
  row: { id: string; task_id: string; member_id: string; score: number },
  verdict: DecisionRequest['verdict'],
): Promise<Notice[]> {
  if (verdict === 'changes') return [];
  if (verdict === 'rejected') return freePlace(transaction, site, row.task_id);
  await keepPlace(transaction, site, row.task_id);
  return book(transaction, site, row);
}

/** Books the approval's points. The key of the ledger lets one booking of a report in. */
async function book(
  transaction: SiteTransaction,
  site: string,
  report: { id: string; member_id: string; score: number },
): Promise<Notice[]> {
  const id = uuid();
  const { id: report_id, member_id, score: points } = report;
  await transaction
    .insertInto('ledger')
    .values({ site, id, member_id, kind: 'approval', points, report_id })
    .execute();
  return [{ type: 'points', id }];
}

/** Why nothing was written: the same request came before, or another decision stands. */
async function repeatOrRefuse(
  transaction: SiteTransaction,
  asker: Asker,
  { report, n, decision }: Request,
): Promise<Report> {
  const row = await readReviewed(transaction, asker.site, report);
  if (!row) throw new Refusal('not-found');
  if (row.member_id === asker.id) throw new Refusal('forbidden');
  const earlier = await selectDecisions(transaction, asker.site)
    .where('decision.id', '=', decision.id)
    .executeTakeFirst();
  if (earlier) {
    const same =
      earlier.report_id === report &&
      earlier.decision_round === n &&
      earlier.reviewer_id === asker.id &&
      earlier.verdict === decision.verdict &&
      earlier.reason === (decision.reason ?? null);
    if (!same) throw new Refusal('id-conflict');
    return reportFor(transaction, asker, report);
  }
  if (row.status === 'approved') throw await approved(transaction, asker.site, report);
  if (n < row.round) throw new Refusal('stale');
  throw await otherDecision(transaction, asker.site, { report, n });
}

const readReviewed = (transaction: SiteTransaction, site: string, report: string) =>
  transaction
    .selectFrom('report')
    .where('site', '=', site)
    .where('id', '=', report)
    .select(['member_id', 'status', 'round'])
    .executeTakeFirst();

async function otherDecision(
  transaction: SiteTransaction,
  site: string,
  { report, n }: { report: string; n: number },
): Promise<Refusal> {
  const row = await selectDecisions(transaction, site)
    .where('decision.report_id', '=', report)
    .where('decision.round', '=', n)
    .executeTakeFirst();
  return row ? standing('already-decided', toDecision(row)) : new Refusal('not-found');
}
