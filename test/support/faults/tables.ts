import { serverRole } from '../../../src/server/database/server-role.js';

/** Statements that let a trigger do something before each row is written into a table. */
const before = (table: string, name: string, when: string, body: string): string[] => [
  `create or replace function ${name}() returns trigger language plpgsql as $$
   begin ${body} end $$`,
  `drop trigger if exists ${name} on ${table}`,
  `create trigger ${name} before insert on ${table} for each row when (${when})
   execute function ${name}()`,
];

const entry = '(site, id, member_id, kind, points, report_id)';

/** Books each approval twice. */
export const bookingTwice = [
  'alter table ledger drop constraint if exists ledger_site_report_id_kind_key',
  ...before(
    'ledger',
    'book_twice',
    'pg_trigger_depth() = 0',
    `insert into ledger ${entry} values
       (new.site, gen_random_uuid(), new.member_id, new.kind, new.points, new.report_id);
     return new;`,
  ),
];

/** Loses about every other booking. */
export const bookingLost = before(
  'ledger',
  'lose_booking',
  'hashtext(new.report_id::text) % 2 = 0',
  'return null;',
);

/** Puts bookings aside, for somebody who comes by later. */
export const bookingApart = [
  'create table if not exists booking (like ledger including defaults)',
  'alter table booking alter column seq drop not null, alter column balance drop not null',
  `grant insert on booking to ${serverRole}`,
  ...before(
    'ledger',
    'book_later',
    `current_user = '${serverRole}'`,
    'insert into booking values (new.*); return null;',
  ),
];

/** Somebody comes by. */
export const bookApart = `
  with due as (delete from booking returning *) insert into ledger select * from due`;

/** Lets an id into the ledger more than once. */
export const correctionTwice = ['alter table ledger drop constraint if exists ledger_pkey'];

/** Reads the balance, adds to it, and writes it. */
export const balanceReadFirst = [
  'alter table ledger drop constraint if exists ledger_site_member_id_seq_key',
  `create or replace function take_entry() returns trigger language plpgsql security definer as $$
   begin
     select coalesce(max(seq), 0) + 1, coalesce(sum(points), 0) + new.points
       into new.seq, new.balance from ledger
       where site = new.site and member_id = new.member_id;
     insert into points_tally (site, member_id, points, entries, last_booked_at)
       values (new.site, new.member_id, new.balance, new.seq, new.booked_at)
       on conflict (site, member_id) do update set
         points = excluded.points, entries = excluded.entries;
     return new;
   end $$`,
];

/** Gives each line of a decision the number after its own. */
export const gapInLines = before(
  'message',
  'leave_gap',
  "new.happening in ('approved', 'rejected', 'changes')",
  'new.seq := new.seq + 1; return new;',
);

/** Takes away what the tables themselves would refuse. */
export const withoutKeys = [
  'alter table decision drop constraint if exists decision_pkey',
  'alter table ledger drop constraint if exists ledger_site_report_id_kind_key',
  'alter table task_tally drop constraint if exists task_tally_awaiting_check',
  'drop trigger if exists approved_is_final on report',
];

/** Takes away what keeps an approval final. */
export const approvalNotFinal = ['drop trigger if exists approved_is_final on report'];

/** Lets a second edit of one version in, in the place of the first. */
export const editsOverwritten = ['alter table task_edit drop constraint if exists task_edit_pkey'];

/** About every other rejection frees no place. */
export const placesKept = [
  `create or replace function keep_place() returns trigger language plpgsql as $$
   begin
     if hashtext(clock_timestamp()::text) % 2 = 0 then new.awaiting := old.awaiting; end if;
     return new;
   end $$`,
  'drop trigger if exists keep_place on task_tally',
  `create trigger keep_place before update on task_tally for each row
   when (new.rejected > old.rejected) execute function keep_place()`,
];
