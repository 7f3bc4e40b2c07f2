import { sql } from 'kysely';
import { getDefaults, type InferOutput } from 'valibot';
import { taskRequestSchema, type Task } from '../../contract/task.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce } from '../live/notice.js';
import { Refusal } from '../problems.js';
import { selectTasks, toTasksOf } from '../queries/task.js';

type TaskRequest = InferOutput<typeof taskRequestSchema>;

interface Request {
  id: string;
  task: TaskRequest;
  /** The version that an edit was made from; null to create. */
  from: number | null;
}

/** Creates a task, or edits the version that the owner saw. */
export async function putTask(
  transaction: SiteTransaction,
  asker: Asker,
  request: Request,
): Promise<Task> {
  const { id, from } = request;
  const written = await (from === null
    ? createTask(transaction, asker, request)
    : editTask(transaction, asker, request, from));
  if (!written) return repeatOrRefuse(transaction, asker, request);
  await recordEdit(transaction, asker, request);
  await announce(transaction, asker.site, [{ type: 'task', id }]);
  return taskFor(transaction, asker, id);
}

const columnsOf = (request: TaskRequest) => {
  const { opensAt, closesAt, reviewWithin, examples, reasons, ...columns } = request;
  return {
    ...columns,
    examples: JSON.stringify(examples),
    reasons: JSON.stringify(reasons),
    opens_at: opensAt,
    closes_at: closesAt,
    review_within: reviewWithin,
  };
};

async function createTask(
  transaction: SiteTransaction,
  { site }: Asker,
  { id, task }: Request,
): Promise<boolean> {
  const created = await transaction
    .insertInto('task')
    .values({ site, id, ...columnsOf(task) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (created) await transaction.insertInto('task_tally').values({ site, task_id: id }).execute();
  return created !== undefined;
}

/** Waits for submissions that hold the task's row, and makes later ones wait for it. */
async function editTask(
  transaction: SiteTransaction,
  { site }: Asker,
  { id, task }: Request,
  from: number,
): Promise<boolean> {
  const edited = await transaction
    .updateTable('task')
    .set({ ...columnsOf(task), version: from + 1, updated_at: sql`clock_timestamp()` })
    .where('site', '=', site)
    .where('id', '=', id)
    .where('version', '=', from)
    .returning('id')
    .executeTakeFirst();
  return edited !== undefined;
}

const recordEdit = (
  transaction: SiteTransaction,
  asker: Asker,
  { id, task, from }: Request,
): Promise<unknown> =>
  transaction
    .insertInto('task_edit')
    .values({
      site: asker.site,
      task_id: id,
      version: (from ?? 0) + 1,
      content: JSON.stringify(task),
      edited_by: asker.id,
    })
    .execute();

/** What a request left out that was recorded before there was such a field. */
const leftOut = JSON.stringify(getDefaults(taskRequestSchema));

/** Why nothing was written: the same request came before, or somebody else's did. */
async function repeatOrRefuse(
  transaction: SiteTransaction,
  asker: Asker,
  { id, task, from }: Request,
): Promise<Task> {
  const row = await transaction
    .selectFrom('task')
    .leftJoin('task_edit', (join) =>
      join
        .onRef('task_edit.site', '=', 'task.site')
        .onRef('task_edit.task_id', '=', 'task.id')
        .on('task_edit.version', '=', (from ?? 0) + 1),
    )
    .where('task.site', '=', asker.site)
    .where('task.id', '=', id)
    .select('task.version')
    .select(
      sql<boolean>`${leftOut}::jsonb || task_edit.content = ${JSON.stringify(task)}::jsonb`.as(
        'same',
      ),
    )
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  const present = from === null || row.version === from + 1;
  if (row.same && present) return taskFor(transaction, asker, id);
  throw new Refusal(from === null ? 'id-conflict' : 'stale');
}

export async function taskFor(
  transaction: SiteTransaction,
  asker: Asker,
  id: string,
): Promise<Task> {
  const rows = await selectTasks(transaction, asker.site).where('task.id', '=', id).execute();
  const [task] = await toTasksOf(transaction, asker, rows);
  if (!task) throw new Refusal('not-found');
  return task;
}
