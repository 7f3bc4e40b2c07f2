import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { serverRole } from '../server-role.js';

const tables = [
  `create table points_tally (
    site text not null,
    member_id text not null,
    points bigint not null,
    entries integer not null,
    last_booked_at timestamptz(3) not null,
    key uuid not null default gen_random_uuid(),
    primary key (site, member_id),
    foreign key (site, member_id) references member (site, id)
  )`,
  `create table points_month (
    site text not null,
    member_id text not null,
    month date not null,
    points bigint not null,
    key uuid not null default gen_random_uuid(),
    primary key (site, member_id, month),
    foreign key (site, member_id) references member (site, id)
  )`,
  `alter table ledger add column seq integer, add column balance bigint,
    add column corrected_by text`,
];

/** What was booked before balances were kept. */
const earlier = [
  `update ledger set seq = numbered.seq, balance = numbered.balance
    from (select site, id, row_number() over entries as seq, sum(points) over entries as balance
      from ledger window entries as (partition by site, member_id order by booked_at, id)) numbered
    where (ledger.site, ledger.id) = (numbered.site, numbered.id)`,
  `insert into points_tally (site, member_id, points, entries, last_booked_at)
    select site, member_id, sum(points), count(*), max(booked_at) from ledger group by 1, 2`,
  `insert into points_month (site, member_id, month, points)
    select site, member_id, date_trunc('month', booked_at at time zone 'utc'), sum(points)
    from ledger group by 1, 2, 3`,
];

// What somebody has corrected by hand before stays as it is.
const keys = [
  `alter table ledger alter column seq set not null, alter column balance set not null,
    add unique (site, member_id, seq),
    add foreign key (site, corrected_by) references member (site, id),
    add constraint corrections_are_of_others check (kind = 'approval' or (points <> 0
      and corrected_by is not null and corrected_by <> member_id)) not valid`,
  'drop index if exists ledger_site_member_id_booked_at_id_idx',
  'create index on points_tally (site, points, key)',
  'create index on points_month (site, month, points, key)',
  "create index on report (site, member_id) include (score) where status = 'awaiting'",
];

/**
 * Each entry gets its number and the balance after it from the member's tally, whose row lock lets
 * one entry of a member in at a time: so numbers have no gap, and a balance once told never
 * changes. It runs as the owner of the tables; the server's role can write no tally by itself. Its
 * name lets it come after all other triggers: what one of them drops is not counted.
 */
const booking = (schema: string): string[] => [
  `create function take_entry() returns trigger language plpgsql security definer
    set search_path = ${schema}, pg_temp as $$
   begin
     insert into points_tally as tally (site, member_id, points, entries, last_booked_at)
       values (new.site, new.member_id, new.points, 1, new.booked_at)
       on conflict (site, member_id) do update set
         points = tally.points + excluded.points, entries = tally.entries + 1,
         last_booked_at = greatest(tally.last_booked_at, excluded.last_booked_at)
       returning points, entries, last_booked_at into new.balance, new.seq, new.booked_at;
     insert into points_month as tally (site, member_id, month, points)
       values (new.site, new.member_id,
         date_trunc('month', new.booked_at at time zone 'utc'), new.points)
       on conflict (site, member_id, month) do update set points = tally.points + excluded.points;
     return new;
   end $$`,
  'revoke execute on function take_entry from public',
  `create trigger take_entry before insert on ledger for each row execute function take_entry()`,
];

const access = ['points_tally', 'points_month'].flatMap((table) => [
  `grant select on ${table} to ${serverRole}`,
  `alter table ${table} enable row level security`,
  `create policy same_site on ${table} to ${serverRole}
   using (site = current_setting('taskchat.site', true))`,
]);

/**
 * Balances that are kept by the entries that change them: of each entry, of each member, and of
 * each member's months, for the board. A month is one of UTC, so that it is the same for everybody.
 */
export const balancesMigration: Migration = {
  async up(database: Kysely<unknown>) {
    const { rows } = await sql<{ schema: string }>`
      select quote_ident(current_schema()) as schema`.execute(database);
    const statements = [...tables, ...earlier, ...keys, ...booking(rows[0]!.schema), ...access];
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
