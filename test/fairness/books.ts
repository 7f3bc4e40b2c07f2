import type pg from 'pg';
import type { Findings, Kind } from './findings.js';

/** What must give no row; `$1` is the site. */
const decidedTwice = `
  select report_id, round, count(*)::int as decisions from decision
  where site = $1 group by report_id, round having count(*) > 1`;

/** An entry for each approved report and for no other, of its score and for its member. */
const unlikeApprovals = `
  with approval as (
    select report_id, count(*)::int as approvals from decision
    where site = $1 and verdict = 'approved' group by report_id
  ), booking as (
    select report_id, count(*)::int as entries, sum(points)::int as points, min(member_id) as member
    from ledger where site = $1 group by report_id
  )
  select r.id, r.status, r.score, r.member_id, approvals, entries, points, member
  from report r
  left join approval on approval.report_id = r.id
  left join booking on booking.report_id = r.id
  where r.site = $1 and (
    coalesce(approvals, 0) <> (r.status = 'approved')::int
    or coalesce(entries, 0) <> (r.status = 'approved')::int
    or points <> r.score or member <> r.member_id)`;

const unlikeBalances = `
  select member_id, sum(due)::int as due, sum(booked)::int as booked
  from (
    select member_id, score as due, 0 as booked from report
    where site = $1 and status = 'approved'
    union all
    select member_id, 0, points from ledger where site = $1
  ) as both_sides
  group by member_id having sum(due) <> sum(booked)`;

const totals = `
  select
    (select count(*)::int from decision where site = $1) as decisions,
    (select coalesce(sum(score), 0)::int from report where site = $1 and status = 'approved') as due,
    (select coalesce(sum(points), 0)::int from ledger where site = $1) as booked`;

export interface Totals {
  readonly decisions: number;
  /** Points of approved reports, and those in the ledger. */
  readonly due: number;
  readonly booked: number;
}

/** Holds decisions, reports and ledger against each other, as they are at one moment. */
export async function checkBooks(
  database: pg.Pool,
  site: string,
  findings: Findings,
  books: 'books in between' | 'books at the end',
): Promise<Totals> {
  const client = await database.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const none = async (kind: Kind, query: string) => {
      const { rows } = await client.query(query, [site]);
      findings[kind].push(...rows.map((row) => JSON.stringify(row)));
    };
    await none('decisions', decidedTwice);
    await none(books, unlikeApprovals);
    await none(books, unlikeBalances);
    const { rows } = await client.query<Totals>(totals, [site]);
    const total = rows[0]!;
    if (total.due !== total.booked) findings[books].push(JSON.stringify(total));
    await client.query('commit');
    return total;
  } finally {
    client.release();
  }
}
