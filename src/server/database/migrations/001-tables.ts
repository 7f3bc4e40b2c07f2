import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const tables = [
  `create table member (
    site text not null,
    id text not null,
    name text not null,
    picture text,
    primary key (site, id)
  )`,
  `create table task (
    site text not null,
    id uuid not null,
    name text not null,
    description text not null,
    points integer not null check (points >= 0),
    status text not null check (status in ('active', 'inactive')),
    url text,
    "limit" integer not null check ("limit" >= 1),
    quota integer check (quota >= 1),
    closes_at timestamptz(3),
    review_within integer,
    version integer not null default 1,
    created_at timestamptz(3) not null default clock_timestamp(),
    updated_at timestamptz(3) not null default clock_timestamp(),
    primary key (site, id)
  )`,
  `create table task_edit (
    site text not null,
    task_id uuid not null,
    version integer not null,
    content jsonb not null,
    edited_by text not null,
    edited_at timestamptz(3) not null default clock_timestamp(),
    primary key (site, task_id, version),
    foreign key (site, task_id) references task (site, id),
    foreign key (site, edited_by) references member (site, id)
  )`,
  `create table task_tally (
    site text not null,
    task_id uuid not null,
    awaiting integer not null default 0 check (awaiting >= 0),
    approved integer not null default 0 check (approved >= 0),
    primary key (site, task_id),
    foreign key (site, task_id) references task (site, id)
  )`,
  `create table task_member (
    site text not null,
    task_id uuid not null,
    member_id text not null,
    submitted integer not null check (submitted >= 1),
    primary key (site, task_id, member_id),
    foreign key (site, task_id) references task (site, id),
    foreign key (site, member_id) references member (site, id)
  )`,
  `create table report (
    site text not null,
    id uuid not null,
    task_id uuid not null,
    task_name text not null,
    score integer not null,
    review_within integer,
    member_id text not null,
    status text not null default 'awaiting' check (status in ('awaiting', 'approved', 'rejected')),
    turn text default 'reviewer' check (turn in ('reviewer', 'member')),
    round integer not null default 1,
    last_seq integer not null default 1,
    version integer not null default 1,
    submitted_at timestamptz(3) not null default clock_timestamp(),
    awaiting_since timestamptz(3) not null default clock_timestamp(),
    updated_at timestamptz(3) not null default clock_timestamp(),
    primary key (site, id),
    check ((status = 'awaiting') = (turn is not null)),
    foreign key (site, task_id) references task (site, id),
    foreign key (site, member_id) references member (site, id)
  )`,
  `create table round (
    site text not null,
    report_id uuid not null,
    n integer not null check (n >= 1),
    kind text not null check (kind in ('submitted', 'revised', 'reopened')),
    text text not null,
    attachments uuid[] not null default '{}',
    opened_by text not null,
    opened_at timestamptz(3) not null default clock_timestamp(),
    reopening_id uuid,
    primary key (site, report_id, n),
    unique (site, reopening_id),
    check ((kind = 'reopened') = (reopening_id is not null)),
    foreign key (site, report_id) references report (site, id),
    foreign key (site, opened_by) references member (site, id)
  )`,
  `create table decision (
    site text not null,
    report_id uuid not null,
    round integer not null,
    id uuid not null,
    verdict text not null check (verdict in ('approved', 'rejected', 'changes')),
    reason text,
    reviewer_id text not null,
    decided_at timestamptz(3) not null default clock_timestamp(),
    primary key (site, report_id, round),
    unique (site, id),
    check (verdict = 'approved' or reason is not null),
    foreign key (site, report_id, round) references round (site, report_id, n),
    foreign key (site, reviewer_id) references member (site, id)
  )`,
  `create table message (
    site text not null,
    id uuid not null,
    report_id uuid not null,
    seq integer not null check (seq >= 1),
    author_id text not null,
    author_role text not null check (author_role in ('member', 'reviewer', 'owner')),
    kind text not null check (kind in ('text', 'system')),
    text text,
    reply_to uuid,
    happening text,
    round integer,
    points integer,
    reason text,
    sent_at timestamptz(3) not null default clock_timestamp(),
    primary key (site, id),
    unique (site, report_id, seq),
    check (case kind when 'text' then text is not null and happening is null
      else text is null and happening is not null and round is not null and points is not null end),
    foreign key (site, report_id) references report (site, id),
    foreign key (site, reply_to) references message (site, id),
    foreign key (site, author_id) references member (site, id)
  )`,
  `create table ledger (
    site text not null,
    id uuid not null,
    member_id text not null,
    kind text not null check (kind in ('approval', 'correction')),
    points integer not null,
    report_id uuid,
    reason text,
    booked_at timestamptz(3) not null default clock_timestamp(),
    primary key (site, id),
    unique (site, report_id, kind),
    check (case kind when 'approval' then report_id is not null else reason is not null end),
    foreign key (site, report_id) references report (site, id),
    foreign key (site, member_id) references member (site, id)
  )`,
  `create table read_mark (
    site text not null,
    report_id uuid not null,
    member_id text not null,
    seq integer not null,
    primary key (site, report_id, member_id),
    foreign key (site, report_id) references report (site, id),
    foreign key (site, member_id) references member (site, id)
  )`,
];

/** Every table of one report's whole life. Each key carries the site. */
export const tablesMigration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(database);
  },
};
