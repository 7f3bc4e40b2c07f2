import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { serverRole } from '../server-role.js';
import { addingUp, classes, facts, figures } from './008-insights-functions.js';
import { notes } from './008-insights-notes.js';

const tables = [
  // Insert-only: a member counts once for each task and day.
  `create table task_opening (
    site text not null,
    task_id uuid not null,
    member_id text not null,
    day date not null,
    opened_at timestamptz(3) not null default clock_timestamp(),
    primary key (site, task_id, member_id, day),
    foreign key (site, task_id) references task (site, id),
    foreign key (site, member_id) references member (site, id)
  )`,
  // What happened and is not in the sums yet. Each write only adds a row of its own: nobody waits.
  `create table insight_note (
    site text not null,
    id bigint generated always as identity,
    quarter integer not null,
    task_id uuid,
    reviewer_id text,
    figure text not null check (figure in ('${figures.join("', '")}')),
    amount integer not null,
    class smallint,
    primary key (site, id)
  )`,
  // A row is a block of four hours, counted from 1970 (UTC), in which something happened: the sums
  // of all that happened before it, and what happened in each of its quarters of an hour. So what
  // happened between any two moments is a difference, however much it is. Block 0 is where a
  // subject begins.
  `create table insight (
    site text not null,
    kind text not null check (kind in ('site', 'task', 'reviewer')),
    subject text not null,
    block integer not null,
    ${figures.map((figure) => `${figure} bigint not null default 0,`).join('\n    ')}
    waits integer[] not null default '{}',
    events bigint[] not null default '{}',
    primary key (site, kind, subject, block)
  )`,
  'create index on insight (site, kind, subject) where block = 0',
  // In the place of the same without the time: the longest wait of each task.
  'drop index report_site_task_id_idx',
  `create index on report (site, task_id, awaiting_since)
   where status = 'awaiting' and turn = 'reviewer'`,
  // In the order in which they are taken out.
  'create index on ledger (site, booked_at, id)',
  'create index on task (site, created_at, id)',
];

const tablesOfOthers: Record<string, string> = {
  task_opening: 'select, insert',
  insight_note: 'select',
  insight: 'select',
};

/** The sums are the database's own: the server can read them, and have them folded. */
const access = Object.entries(tablesOfOthers).flatMap(([table, grant]) => [
  `grant ${grant} on ${table} to ${serverRole}`,
  `alter table ${table} enable row level security`,
  `create policy same_site on ${table} to ${serverRole}
   using (site = current_setting('taskchat.site', true))
   with check (site = current_setting('taskchat.site', true))`,
]);

/** The triggers stand before the sums are made, so that nothing falls between them. */
const begin = ['select recount_insights(site) from (select distinct site from task) as sites'];

/** Figures that are kept by what changes them, also of all that happened before. */
export const insightsMigration: Migration = {
  async up(database: Kysely<unknown>) {
    const parts = [tables, classes, facts, addingUp, notes, access, begin];
    for (const statement of parts.flat()) await sql.raw(statement).execute(database);
  },
};
