import pg from 'pg';

/**
 * Fills a site with many reports by SQL alone, over the year before now: one in ten awaits, one in
 * ten is rejected, the others are approved by one of 20 reviewers, after minutes or days. Without
 * triggers and checks of keys, as when a dump is restored; the figures are counted afterwards, as a
 * migration does it.
 */
export async function fillSite(
  superuserUrl: string,
  site: string,
  { reports, tasks = 50, members = 2_000 }: { reports: number; tasks?: number; members?: number },
): Promise<void> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const query = (text: string, values: string[]) => client.query(text, values);
  const numbers = [site, String(reports), String(tasks), String(members)];
  await query('set session_replication_role = replica', []);
  await query(
    `insert into member select $1, 'reviewer-' || n, 'Reviewer ' || n, null
     from generate_series(1, 20) n`,
    [site],
  );
  await query(
    `insert into member select $1, 'member-' || n, 'Member ' || n, null
     from generate_series(1, $2::integer) n`,
    [site, String(members)],
  );
  await query(
    `insert into task (site, id, name, description, points, status, "limit")
     select $1, md5($1 || 'task' || n)::uuid, 'Task ' || n, 'To be done.', n, 'active', 1000
     from generate_series(1, $2::integer) n`,
    [site, String(tasks)],
  );
  await query('insert into task_tally (site, task_id) select site, id from task where site = $1', [
    site,
  ]);
  await query(
    `insert into report (site, id, task_id, task_name, score, member_id, status, turn,
       submitted_at, awaiting_since, updated_at)
     select $1, md5($1 || 'report' || n)::uuid, md5($1 || 'task' || (1 + n % $3::integer))::uuid,
       'Task ' || (1 + n % $3::integer), 1 + n % $3::integer,
       'member-' || (1 + n % $4::integer), case n % 10 when 0 then 'awaiting' when 1 then 'rejected'
         else 'approved' end, case n % 10 when 0 then 'reviewer' end, moment, moment, moment
     from generate_series(1, $2::integer) n, lateral (
       select date_trunc('milliseconds', now() - interval '1 year' * ((n - 0.5) / $2::integer))
     ) as at (moment)`,
    numbers,
  );
  await query(
    `insert into round (site, report_id, n, kind, text, opened_by, opened_at)
     select site, id, 1, 'submitted', 'It is done: "all" of it, see ' || id || '.' || chr(10)
       || repeat('Words. ', 10), member_id, submitted_at
     from report where site = $1`,
    [site],
  );
  await query(
    `insert into decision (site, report_id, round, id, verdict, reason, reviewer_id, decided_at)
     select site, id, 1, id, status, case status when 'rejected' then 'Not quite.' end,
       'reviewer-' || (1 + abs(hashtext(id::text)) % 20),
       least(now(), submitted_at
         + interval '1 minute' * exp(9 * abs(hashtext('wait' || id::text)::float8) / 2147483648))
     from report where site = $1 and status <> 'awaiting'`,
    [site],
  );
  await query('analyze', []);
  await query(
    `insert into ledger (site, id, member_id, kind, points, report_id, booked_at, seq, balance)
     select report.site, report.id, member_id, 'approval', score, report.id, decided_at,
       row_number() over entries, sum(score) over entries
     from report join decision on decision.site = report.site and decision.report_id = report.id
     where report.site = $1 and verdict = 'approved'
     window entries as (partition by member_id order by decided_at, report.id)`,
    [site],
  );
  await query('select recount_insights($1)', [site]);
  await query('analyze', []);
  await client.end();
}
