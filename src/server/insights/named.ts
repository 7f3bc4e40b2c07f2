import { sql } from 'kysely';
import type { Person } from '../../contract/member.js';
import type { SiteTransaction } from '../database/in-site.js';

/** A task as the figures name it. */
export interface NamedTask {
  id: string;
  name: string;
  oldest: Date | null;
}

const waits = sql<boolean>`report.status = 'awaiting' and report.turn = 'reviewer'`;

/** Since when the report waits that has waited longest for a reviewer, on one task or on all. */
export async function readOldest(
  transaction: SiteTransaction,
  site: string,
  task: string | undefined,
): Promise<Date | null> {
  const row = await transaction
    .selectFrom('report')
    .where('site', '=', site)
    .where(waits)
    .$if(task !== undefined, (all) => all.where('task_id', '=', task!))
    .orderBy('awaiting_since')
    .limit(1)
    .select('awaiting_since')
    .executeTakeFirst();
  return row?.awaiting_since ?? null;
}

/** The names of tasks, and since when their oldest report waits. */
export async function readTasks(
  transaction: SiteTransaction,
  site: string,
  ids: readonly string[],
): Promise<Map<string, NamedTask>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('task')
    .where('task.site', '=', site)
    .where('task.id', 'in', ids)
    .select((eb) => [
      'task.id',
      'task.name',
      eb
        .selectFrom('report')
        .whereRef('report.site', '=', 'task.site')
        .whereRef('report.task_id', '=', 'task.id')
        .where(waits)
        .orderBy('report.awaiting_since')
        .limit(1)
        .select('report.awaiting_since')
        .as('oldest'),
    ])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readPeople(
  transaction: SiteTransaction,
  site: string,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('member')
    .where('site', '=', site)
    .where('id', 'in', ids)
    .select(['id', 'name', 'picture'])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
