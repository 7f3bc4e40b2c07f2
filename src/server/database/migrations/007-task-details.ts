import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { serverRole } from '../server-role.js';

const details = [
  `alter table task
    add column opens_at timestamptz(3),
    add column examples jsonb not null default '[]',
    add column reasons jsonb not null default '[]'`,
  `grant update (opens_at, examples, reasons) on task to ${serverRole}`,
];

/**
 * Between 0 and 1, and the smaller the younger a task is: it stands before all that nobody has
 * moved, without a look at them. What is put at an end comes half-way to it.
 */
const order = [
  'alter table task add column position numeric check (position > 0 and position < 1)',
  'update task set position = 1 - extract(epoch from created_at) * 0.0000000001',
  `alter table task alter column position set not null,
    alter column position set default 1 - extract(epoch from clock_timestamp()) * 0.0000000001`,
  'create index on task (site, position, id)',
  `grant update (position) on task to ${serverRole}`,
];

const rejected = [
  `alter table task_tally
    add column rejected integer not null default 0 check (rejected >= 0)`,
  `update task_tally set rejected = counted.rejected
    from (select site, task_id, count(*) as rejected from report
      where status = 'rejected' group by site, task_id) as counted
    where (task_tally.site, task_tally.task_id) = (counted.site, counted.task_id)`,
  `grant update (rejected) on task_tally to ${serverRole}`,
];

/** What a task says beside its description, the order of tasks, and how many were rejected. */
export const taskDetailsMigration: Migration = {
  async up(database) {
    for (const statement of [...details, ...order, ...rejected]) {
      await sql.raw(statement).execute(database);
    }
  },
};
