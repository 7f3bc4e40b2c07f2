import type { OwnReport, Task } from '../../contract/task.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import type { Asker } from '../authentication.js';
import { sql, type Selectable } from 'kysely';

/** Tasks of a site with the places that are taken. */
export const selectTasks = (transaction: SiteTransaction, site: string) =>
  transaction
    .selectFrom('task')
    .innerJoin('task_tally', (join) =>
      join.onRef('task_tally.site', '=', 'task.site').onRef('task_tally.task_id', '=', 'task.id'),
    )
    .where('task.site', '=', site)
    .selectAll('task')
    // It is compared as text where there is no database.
    .select(sql<string>`trim_scale(task.position)::text`.as('place'))
    .select([
      'task_tally.awaiting as tallied_awaiting',
      'task_tally.approved as tallied_approved',
      'task_tally.rejected as tallied_rejected',
    ]);

export type TaskRow = Selectable<Tables['task']> & {
  place: string;
  tallied_awaiting: number;
  tallied_approved: number;
  tallied_rejected: number;
};

/** A task as everybody sees it. */
export const toTask = (row: TaskRow): Task => ({
  id: row.id,
  name: row.name,
  description: row.description,
  points: row.points,
  status: row.status,
  url: row.url,
  limit: row.limit,
  quota: row.quota,
  opensAt: row.opens_at?.toISOString() ?? null,
  closesAt: row.closes_at?.toISOString() ?? null,
  reviewWithin: row.review_within,
  examples: row.examples,
  position: row.place,
  // An owner may lower the quota below what is taken.
  placesLeft:
    row.quota === null
      ? null
      : Math.max(0, row.quota - row.tallied_awaiting - row.tallied_approved),
  version: row.version,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

/** What is for reviewers alone. */
const toReviewed = (row: TaskRow) => ({
  outcomes: {
    awaiting: row.tallied_awaiting,
    approved: row.tallied_approved,
    rejected: row.tallied_rejected,
  },
  reasons: row.reasons,
});

/** Tasks as the asker sees them: with their own report, and for reviewers with who awaits. */
export async function toTasksOf(
  transaction: SiteTransaction,
  asker: Asker | null,
  rows: TaskRow[],
): Promise<Task[]> {
  if (!asker || rows.length === 0) return rows.map(toTask);
  const ids = rows.map((row) => row.id);
  const mine = await ownReports(transaction, asker, ids);
  const awaiting = asker.role === 'member' ? null : await countAwaiting(transaction, asker, ids);
  return rows.map((row) => ({
    ...toTask(row),
    mine: mine.get(row.id) ?? null,
    ...(awaiting && { awaiting: awaiting.get(row.id) ?? 0, ...toReviewed(row) }),
  }));
}

/** Who awaits a reviewer, by task. */
async function countAwaiting(
  transaction: SiteTransaction,
  { site }: Asker,
  tasks: string[],
): Promise<Map<string, number>> {
  const rows = await transaction
    .selectFrom('report')
    .where('site', '=', site)
    .where('task_id', 'in', tasks)
    .where('status', '=', 'awaiting')
    .where('turn', '=', 'reviewer')
    .groupBy('task_id')
    .select((eb) => ['task_id', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .execute();
  return new Map(rows.map((row) => [row.task_id, row.count]));
}

/** The asker's newest report on each task. */
async function ownReports(
  transaction: SiteTransaction,
  { site, id }: Asker,
  tasks: string[],
): Promise<Map<string, OwnReport>> {
  const rows = await transaction
    .selectFrom('report')
    .innerJoin('task_member', (join) =>
      join
        .onRef('task_member.site', '=', 'report.site')
        .onRef('task_member.task_id', '=', 'report.task_id')
        .onRef('task_member.member_id', '=', 'report.member_id'),
    )
    .where('report.site', '=', site)
    .where('report.member_id', '=', id)
    .where('report.task_id', 'in', tasks)
    .distinctOn('report.task_id')
    .orderBy('report.task_id')
    .orderBy('report.submitted_at', 'desc')
    .orderBy('report.id', 'desc')
    .select(['report.task_id', 'report.id', 'report.status', 'report.turn', 'report.score'])
    .select('task_member.submitted')
    .execute();
  return new Map(rows.map(({ task_id, ...own }) => [task_id, own]));
}
