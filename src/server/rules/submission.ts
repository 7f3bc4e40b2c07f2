import type { InferOutput } from 'valibot';
import type { Report, submissionSchema } from '../../contract/report.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce } from '../live/notice.js';
import { Refusal } from '../problems.js';
import { reportFor } from './answer.js';
import { attach } from './attaching.js';
import { tell } from './dialogue.js';
import { given } from './given.js';
import { takePlace, takesReports, taskRefusal } from './places.js';
import { readBy } from './reading.js';

type Submission = InferOutput<typeof submissionSchema>;

/**
 * Submits a report: round 1. The share lock on the task's row makes a deactivation wait until
 * the report stands, or the report wait until the task is inactive.
 */
export async function submit(
  transaction: SiteTransaction,
  asker: Asker,
  id: string,
  submission: Submission,
): Promise<Report> {
  const inserted = await insertReport(transaction, asker, id, submission.taskId);
  if (!inserted) return repeatOrRefuse(transaction, asker, id, submission);
  await insertRound(transaction, asker, id, submission);
  await attach(transaction, asker, submission.attachments, { report: id });
  await countMember(transaction, asker, submission.taskId);
  const places = await takePlace(transaction, asker.site, submission.taskId);
  const happening = { type: 'submitted', round: 1, points: 0, reason: null } as const;
  const line = await tell(transaction, asker, id, 1, happening);
  await announce(transaction, asker.site, [
    readBy(asker, id),
    { type: 'report', id },
    { type: 'message', id: line },
    ...places,
  ]);
  return reportFor(transaction, asker, id);
}

const insertReport = (
  transaction: SiteTransaction,
  { site, id: member }: Asker,
  id: string,
  task: string,
) =>
  transaction
    .insertInto('report')
    .columns(['site', 'id', 'task_id', 'task_name', 'score', 'review_within', 'member_id'])
    .expression((eb) =>
      eb
        .selectFrom('task')
        .where('task.site', '=', site)
        .where('task.id', '=', task)
        .where(takesReports)
        .forShare()
        .select([
          'task.site',
          given(id, 'uuid').as('id'),
          'task.id as task_id',
          'task.name',
          'task.points',
          'task.review_within',
          given(member, 'text').as('member_id'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();

const insertRound = (
  transaction: SiteTransaction,
  { site, id: member }: Asker,
  report: string,
  { text, attachments }: Submission,
) =>
  transaction
    .insertInto('round')
    .values({
      site,
      report_id: report,
      n: 1,
      kind: 'submitted',
      text,
      attachments,
      opened_by: member,
    })
    .execute();

/** Counts one more report of the member, or refuses with `limit-reached`. */
async function countMember(
  transaction: SiteTransaction,
  { site, id }: Asker,
  task: string,
): Promise<void> {
  const counted = await transaction
    .insertInto('task_member')
    .values({ site, task_id: task, member_id: id, submitted: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['site', 'task_id', 'member_id'])
        .doUpdateSet((eb) => ({ submitted: eb('task_member.submitted', '+', 1) }))
        .where('task_member.submitted', '<', (eb) =>
          eb
            .selectFrom('task')
            .where('task.site', '=', site)
            .where('task.id', '=', task)
            .select('task.limit'),
        ),
    )
    .returning('submitted')
    .executeTakeFirst();
  if (!counted) throw new Refusal('limit-reached');
}

/** Why nothing was written: the same request came before, the id is taken, or the task is not. */
async function repeatOrRefuse(
  transaction: SiteTransaction,
  asker: Asker,
  id: string,
  { taskId, text, attachments }: Submission,
): Promise<Report> {
  const earlier = await transaction
    .selectFrom('report')
    .innerJoin('round', (join) =>
      join
        .onRef('round.site', '=', 'report.site')
        .onRef('round.report_id', '=', 'report.id')
        .on('round.n', '=', 1),
    )
    .where('report.site', '=', asker.site)
    .where('report.id', '=', id)
    .select(['report.member_id', 'report.task_id', 'round.text', 'round.attachments'])
    .executeTakeFirst();
  if (!earlier) throw await taskRefusal(transaction, asker.site, taskId);
  const same =
    earlier.member_id === asker.id &&
    earlier.task_id === taskId &&
    earlier.text === text &&
    earlier.attachments.join() === attachments.join();
  if (!same) throw new Refusal('id-conflict');
  return reportFor(transaction, asker, id);
}
