import type { InferOutput } from 'valibot';
import type { Report, revisionSchema } from '../../contract/report.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { Refusal } from '../problems.js';
import { approved, reportFor } from './answer.js';
import { attach } from './attaching.js';
import { given } from './given.js';
import { takesReports, taskRefusal } from './places.js';
import { openRound } from './round.js';

interface Request {
  report: string;
  n: number;
  revision: InferOutput<typeof revisionSchema>;
}

/**
 * Revises a report: round n. A report that is awaiting keeps its place, whatever has become of
 * the task; a rejected one needs a task that takes reports, and a place there.
 */
export async function revise(
  transaction: SiteTransaction,
  asker: Asker,
  request: Request,
): Promise<Report> {
  const { report } = request;
  const awaiting = await insertRound(transaction, asker, request, 'awaiting');
  const rejected = awaiting ?? (await insertRound(transaction, asker, request, 'rejected'));
  if (!rejected) return repeatOrRefuse(transaction, asker, request);
  await attach(transaction, asker, request.revision.attachments, { report });
  await openRound(transaction, asker, { report, type: 'revised', needsPlace: !awaiting });
  return reportFor(transaction, asker, report);
}

/** Writes round n of the member's own report, if it is in `status` and n comes next. */
const insertRound = (
  transaction: SiteTransaction,
  { site, id: member }: Asker,
  { report, n, revision }: Request,
  status: 'awaiting' | 'rejected',
) =>
  transaction
    .insertInto('round')
    .columns(['site', 'report_id', 'n', 'kind', 'text', 'attachments', 'opened_by'])
    .expression((eb) =>
      eb
        .selectFrom('report')
        .innerJoin('task', (join) =>
          join.onRef('task.site', '=', 'report.site').onRef('task.id', '=', 'report.task_id'),
        )
        .where('report.site', '=', site)
        .where('report.id', '=', report)
        .where('report.member_id', '=', member)
        .where('report.round', '=', n - 1)
        .where('report.status', '=', status)
        .forUpdate('report')
        .$if(status === 'rejected', (own) => own.where(takesReports).forShare('task'))
        .select([
          'report.site',
          'report.id as report_id',
          given(n, 'integer').as('n'),
          given('revised' as const, 'text').as('kind'),
          given(revision.text, 'text').as('text'),
          given(revision.attachments, 'uuid[]').as('attachments'),
          given(member, 'text').as('opened_by'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('n')
    .executeTakeFirst();

/** Why nothing was written: the same request came before, or the report does not allow it. */
async function repeatOrRefuse(
  transaction: SiteTransaction,
  asker: Asker,
  { report, n, revision }: Request,
): Promise<Report> {
  const row = await readOwn(transaction, asker, report, n);
  if (!row) throw new Refusal('not-found');
  if (row.opened_by === asker.id) {
    const same =
      row.text === revision.text && row.attachments?.join() === revision.attachments.join();
    if (!same) throw new Refusal('id-conflict');
    return reportFor(transaction, asker, report);
  }
  if (row.status === 'approved') throw await approved(transaction, asker.site, report);
  // A round that a reviewer opened by reopening is nobody's mistake: it came in between.
  if (row.status === 'awaiting' || n !== row.round + 1) throw new Refusal('stale');
  throw await taskRefusal(transaction, asker.site, row.task_id);
}

const readOwn = (transaction: SiteTransaction, { site, id }: Asker, report: string, n: number) =>
  transaction
    .selectFrom('report')
    .leftJoin('round', (join) =>
      join
        .onRef('round.site', '=', 'report.site')
        .onRef('round.report_id', '=', 'report.id')
        .on('round.n', '=', n),
    )
    .where('report.site', '=', site)
    .where('report.id', '=', report)
    .where('report.member_id', '=', id)
    .select(['report.status', 'report.task_id', 'report.round'])
    .select(['round.opened_by', 'round.text', 'round.attachments'])
    .executeTakeFirst();
