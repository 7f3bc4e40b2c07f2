import { sql } from 'kysely';
import type { SiteTransaction } from '../database/in-site.js';
import type { Notice } from '../live/notice.js';
import { Refusal } from '../problems.js';

/*
 * The order in which every rule takes its locks, so that no two wait for each other:
 * report row, task row, task_member, task_tally.
 */

/**
 * Takes one of the task's places for a report, which may be one that was `rejected`, or refuses
 * with `quota-reached`. The caller holds a share lock on the task's row, so that the quota stays
 * what it is. Gives the news of places that are fewer.
 */
export async function takePlace(
  transaction: SiteTransaction,
  site: string,
  task: string,
  { rejected } = { rejected: false },
): Promise<Notice[]> {
  const taken = await transaction
    .updateTable('task_tally')
    .from('task')
    .set((eb) => ({
      awaiting: eb('task_tally.awaiting', '+', 1),
      ...(rejected && { rejected: eb('task_tally.rejected', '-', 1) }),
    }))
    .where('task_tally.site', '=', site)
    .where('task_tally.task_id', '=', task)
    .whereRef('task.site', '=', 'task_tally.site')
    .whereRef('task.id', '=', 'task_tally.task_id')
    .where((eb) =>
      eb.or([
        eb('task.quota', 'is', null),
        eb(
          eb('task_tally.awaiting', '+', eb.ref('task_tally.approved')),
          '<',
          eb.ref('task.quota'),
        ),
      ]),
    )
    .returning('task.quota')
    .executeTakeFirst();
  if (!taken) throw new Refusal('quota-reached');
  return newsOfPlaces(task, taken.quota);
}

/** The place of a report that was awaiting is kept by its approval. */
export async function keepPlace(
  transaction: SiteTransaction,
  site: string,
  task: string,
): Promise<void> {
  await transaction
    .updateTable('task_tally')
    .set((eb) => ({ awaiting: eb('awaiting', '-', 1), approved: eb('approved', '+', 1) }))
    .where('site', '=', site)
    .where('task_id', '=', task)
    .execute();
}

/**
 * Gives the place of a report that is rejected back, and the news of it. The share lock is for
 * the news: a quota that is set at the same moment is told either here or by the task's edit.
 */
export async function freePlace(
  transaction: SiteTransaction,
  site: string,
  task: string,
): Promise<Notice[]> {
  const freed = await transaction
    .updateTable('task_tally')
    .from((eb) =>
      eb
        .selectFrom('task')
        .where('task.site', '=', site)
        .where('task.id', '=', task)
        .forShare()
        .select(['task.site', 'task.id', 'task.quota'])
        .as('task'),
    )
    .set((eb) => ({
      awaiting: eb('task_tally.awaiting', '-', 1),
      rejected: eb('task_tally.rejected', '+', 1),
    }))
    .whereRef('task_tally.site', '=', 'task.site')
    .whereRef('task_tally.task_id', '=', 'task.id')
    .returning('task.quota')
    .executeTakeFirstOrThrow();
  return newsOfPlaces(task, freed.quota);
}

/** Places are counted, and told, where there is a quota. */
const newsOfPlaces = (id: string, quota: number | null): Notice[] =>
  quota === null ? [] : [{ type: 'task', id }];

/** Whether a task takes reports at this moment, as SQL over `task`. */
export const takesReports = sql<boolean>`(task.status = 'active'
  and (task.opens_at is null or task.opens_at <= clock_timestamp())
  and (task.closes_at is null or task.closes_at > clock_timestamp()))`;

/** Why a task takes no report. */
export async function taskRefusal(
  transaction: SiteTransaction,
  site: string,
  id: string,
): Promise<Refusal> {
  const task = await transaction
    .selectFrom('task')
    .where('site', '=', site)
    .where('id', '=', id)
    .select(['status', 'closes_at'])
    .select(sql<boolean>`coalesce(opens_at > clock_timestamp(), false)`.as('early'))
    .executeTakeFirst();
  if (!task) return new Refusal('not-found');
  if (task.status === 'active' && task.early) return new Refusal('task-not-open');
  const closed = task.status === 'active' && task.closes_at !== null;
  return new Refusal(closed ? 'task-closed' : 'task-inactive');
}
