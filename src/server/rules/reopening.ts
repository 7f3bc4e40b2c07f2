import type { Report } from '../../contract/report.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { Refusal } from '../problems.js';
import { approved, reportFor } from './answer.js';
import { given } from './given.js';
import { openRound } from './round.js';

interface Request {
  report: string;
  reopening: string;
}

/** Lets a rejected report await again: the next round, with the same proof. It needs a place. */
export async function reopen(
  transaction: SiteTransaction,
  asker: Asker,
  request: Request,
): Promise<Report> {
  const { report } = request;
  const inserted = await insertRound(transaction, asker, request);
  if (!inserted) return repeatOrRefuse(transaction, asker, request);
  await openRound(transaction, asker, { report, type: 'reopened', needsPlace: true });
  return reportFor(transaction, asker, report);
}

const columns = ['site', 'report_id', 'n', 'kind', 'text', 'attachments'] as const;

const insertRound = (
  transaction: SiteTransaction,
  { site, id: reviewer }: Asker,
  { report, reopening }: Request,
) =>
  transaction
    .insertInto('round')
    .columns([...columns, 'opened_by', 'reopening_id'])
    .expression((eb) =>
      eb
        .selectFrom('report')
        .innerJoin('task', (join) =>
          join.onRef('task.site', '=', 'report.site').onRef('task.id', '=', 'report.task_id'),
        )
        .innerJoin('round', (join) =>
          join
            .onRef('round.site', '=', 'report.site')
            .onRef('round.report_id', '=', 'report.id')
            .onRef('round.n', '=', 'report.round'),
        )
        .where('report.site', '=', site)
        .where('report.id', '=', report)
        .where('report.member_id', '!=', reviewer)
        .where('report.status', '=', 'rejected')
        .forUpdate('report')
        .forShare('task')
        .select((own) => [
          'report.site',
          'report.id as report_id',
          own('report.round', '+', 1).as('n'),
          given('reopened' as const, 'text').as('kind'),
          'round.text',
          'round.attachments',
          given(reviewer, 'text').as('opened_by'),
          given(reopening, 'uuid').as('reopening_id'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('n')
    .executeTakeFirst();

/** Why nothing was written: the same request came before, or the report is not rejected. */
async function repeatOrRefuse(
  transaction: SiteTransaction,
  asker: Asker,
  { report, reopening }: Request,
): Promise<Report> {
  const row = await transaction
    .selectFrom('report')
    .where('site', '=', asker.site)
    .where('id', '=', report)
    .select(['member_id', 'status'])
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  if (row.member_id === asker.id) throw new Refusal('forbidden');
  const earlier = await transaction
    .selectFrom('round')
    .where('site', '=', asker.site)
    .where('reopening_id', '=', reopening)
    .select(['report_id', 'opened_by'])
    .executeTakeFirst();
  if (earlier) {
    const same = earlier.report_id === report && earlier.opened_by === asker.id;
    if (!same) throw new Refusal('id-conflict');
    return reportFor(transaction, asker, report);
  }
  throw row.status === 'approved'
    ? await approved(transaction, asker.site, report)
    : new Refusal('stale');
}
