import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { serverRole } from '../server-role.js';

const indexes = [
  'create index on task (site, status, created_at, id)',
  'create index on report (site, submitted_at, id)',
  'create index on report (site, awaiting_since, id)',
  'create index on report (site, status, turn, awaiting_since, id)',
  'create index on report (site, member_id, submitted_at, id)',
  'create index on report (site, task_id, member_id, submitted_at, id)',
  "create index on report (site, task_id) where status = 'awaiting' and turn = 'reviewer'",
  'create index on ledger (site, member_id, booked_at, id)',
];

/**
 * What the server may do beyond reading: it adds to rounds, decisions, messages and the ledger,
 * and can change nothing there. Of a report it can never touch the task's name, the score or
 * the member.
 */
const grants: Record<string, string> = {
  member: 'insert, update (name, picture)',
  task: `insert, update (name, description, points, status, url, "limit", quota, closes_at,
    review_within, version, updated_at)`,
  task_edit: 'insert',
  task_tally: 'insert, update (awaiting, approved)',
  task_member: 'insert, update (submitted)',
  report: `insert, update (status, turn, round, last_seq, version, awaiting_since, updated_at)`,
  round: 'insert',
  decision: 'insert',
  message: 'insert',
  ledger: 'insert',
  read_mark: 'insert, update (seq)',
};

// An approval is final for every role, the owner of the tables included.
const final = [
  `create function refuse_change_of_approved() returns trigger language plpgsql as $$
   begin
     raise exception 'An approved report is final.' using errcode = 'restrict_violation';
   end $$`,
  `create trigger approved_is_final before update on report for each row
   when (old.status = 'approved'
     and (new.status, new.turn, new.round) is distinct from (old.status, old.turn, old.round))
   execute function refuse_change_of_approved()`,
];

/**
 * Row level security is enabled, not forced: the owner of the tables never serves requests, and
 * forcing it would stop the owner's backups and the checks of foreign keys.
 */
const access = (table: string, grant: string): string[] => [
  `grant select on ${table} to ${serverRole}`,
  `grant ${grant} on ${table} to ${serverRole}`,
  `alter table ${table} enable row level security`,
  `create policy same_site on ${table} to ${serverRole}
   using (site = current_setting('taskchat.site', true))
   with check (site = current_setting('taskchat.site', true))`,
];

/** Indexes, what the server's role may do, and what nobody may. */
export const accessMigration: Migration = {
  async up(database: Kysely<unknown>) {
    const statements = Object.entries(grants).flatMap(([table, grant]) => access(table, grant));
    for (const statement of [...indexes, ...final, ...statements]) {
      await sql.raw(statement).execute(database);
    }
  },
};
