import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { serverRole } from '../server-role.js';

const withdrawals = [
  `alter table message
    add column withdrawn_at timestamptz(3),
    add column digest bytea,
    add check ((withdrawn_at is null) = (digest is null)),
    add check (withdrawn_at is null or (kind = 'text' and text = '' and attachments = '{}'))`,
  // Whoever may write these columns can do so once, and only to empty them.
  `create function refuse_change_of_message() returns trigger language plpgsql as $$
   begin
     raise exception 'A message changes by its withdrawal alone.'
       using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger message_is_final before update of text, attachments, withdrawn_at, digest
   on message for each row when (old.withdrawn_at is not null or new.withdrawn_at is null)
   execute function refuse_change_of_message()`,
  'create index on attachment (site, message_id) where message_id is not null',
  `grant update (text, attachments, withdrawn_at, digest) on message to ${serverRole}`,
  `create policy remove_withdrawn on attachment for delete to ${serverRole}
   using (site = current_setting('taskchat.site', true) and exists (
     select from message where message.site = attachment.site
       and message.id = attachment.message_id and message.withdrawn_at is not null))`,
];

/** Members read their own reports alone; all others who ever read one are reviewers at least. */
const readers = [
  `alter table read_mark add column role text
    check (role in ('member', 'reviewer', 'owner'))`,
  `update read_mark set role = case when report.member_id = read_mark.member_id
      then 'member' else 'reviewer' end
    from report where report.site = read_mark.site and report.id = read_mark.report_id`,
  'alter table read_mark alter column role set not null',
  `grant update (role) on read_mark to ${serverRole}`,
];

/** Messages can be withdrawn, and a mark of reading says as what somebody read. */
export const dialogueMigration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of [...withdrawals, ...readers]) {
      await sql.raw(statement).execute(database);
    }
  },
};
