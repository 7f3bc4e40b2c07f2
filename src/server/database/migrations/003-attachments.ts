import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { serverRole } from '../server-role.js';

const tables = [
  // A row is one attempt to upload: two of one id may be on their way, and one is completed.
  `create table attachment (
    site text not null,
    key uuid not null,
    id uuid not null,
    member_id text not null,
    name text not null,
    type text,
    size integer not null check (size >= 1),
    width integer check (width >= 1),
    height integer check (height >= 1),
    digest bytea,
    started_at timestamptz(3) not null default clock_timestamp(),
    completed_at timestamptz(3),
    report_id uuid,
    message_id uuid,
    primary key (site, key),
    check ((completed_at is null) = (type is null)),
    check ((completed_at is null) = (digest is null)),
    check ((width is null) = (height is null)),
    check (report_id is null or completed_at is not null),
    check (message_id is null or report_id is not null),
    foreign key (site, member_id) references member (site, id),
    foreign key (site, report_id) references report (site, id),
    foreign key (site, message_id) references message (site, id)
  )`,
  'create unique index on attachment (site, id) where completed_at is not null',
  'create index on attachment (site, member_id) where report_id is null',
  'create index on attachment (site, started_at) where report_id is null',
  `create table attachment_piece (
    site text not null,
    key uuid not null,
    n integer not null check (n >= 0),
    bytes bytea not null,
    primary key (site, key, n),
    foreign key (site, key) references attachment (site, key) on delete cascade
  )`,
  // What people attach is packed already.
  'alter table attachment_piece alter column bytes set storage external',
  // Where bytes may still be after their row is gone: a store elsewhere can be out of reach.
  `create table file_leftover (
    site text not null,
    key uuid not null,
    primary key (site, key)
  )`,
  `create function note_leftover() returns trigger language plpgsql as $$
   begin
     insert into file_leftover (site, key) values (old.site, old.key);
     return null;
   end $$`,
  `create trigger leaves_its_bytes after delete on attachment for each row
   execute function note_leftover()`,
  "alter table message add column attachments uuid[] not null default '{}'",
];

/** Signs the links to files, in every process of this database. */
const linkKey = [
  `create table link_key (
    only_one boolean primary key default true check (only_one),
    bytes bytea not null
  )`,
  `insert into link_key (bytes) select sha256(convert_to(
    gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))`,
  `grant select on link_key to ${serverRole}`,
];

const ofSite = "site = current_setting('taskchat.site', true)";

// What is attached can be neither changed nor removed: it is proof.
const access = [
  `grant select, insert, delete,
    update (type, size, width, height, digest, completed_at, report_id, message_id)
    on attachment to ${serverRole}`,
  `grant select, insert on attachment_piece to ${serverRole}`,
  `grant select, insert, delete on file_leftover to ${serverRole}`,
  'alter table file_leftover enable row level security',
  `create policy same_site on file_leftover to ${serverRole}
    using (${ofSite}) with check (${ofSite})`,
  'alter table attachment enable row level security',
  'alter table attachment_piece enable row level security',
  `create policy read_site on attachment for select to ${serverRole} using (${ofSite})`,
  `create policy add_to_site on attachment for insert to ${serverRole}
    with check (${ofSite} and report_id is null)`,
  `create policy change_waiting on attachment for update to ${serverRole}
    using (${ofSite} and report_id is null) with check (${ofSite})`,
  `create policy remove_waiting on attachment for delete to ${serverRole}
    using (${ofSite} and report_id is null)`,
  `create policy same_site on attachment_piece to ${serverRole}
    using (${ofSite}) with check (${ofSite})`,
];

/** Files that people attach, their bytes where no other store keeps them, and the links' key. */
export const attachmentsMigration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of [...tables, ...linkKey, ...access]) {
      await sql.raw(statement).execute(database);
    }
  },
};
