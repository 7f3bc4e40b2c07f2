import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { demoSite } from './people.js';
import { demoReports } from './reports.js';
import { idOf } from './storyteller.js';
import { demoTasks } from './tasks.js';

const hour = 3_600_000;

/** A round begins with one of these lines, and is decided with one of those. */
const derived = [
  sql`update round set opened_at = line.sent_at from message line
    where round.site = ${demoSite} and line.site = round.site and line.round = round.n
    and line.report_id = round.report_id and line.happening in ('submitted', 'revised')`,
  sql`update decision set decided_at = line.sent_at from message line
    where decision.site = ${demoSite} and line.site = decision.site and line.round = decision.round
    and line.report_id = decision.report_id
    and line.happening in ('changes', 'approved', 'rejected')`,
  sql`update ledger set booked_at = line.sent_at from message line
    where ledger.site = ${demoSite} and line.site = ledger.site
    and line.report_id = ledger.report_id and line.happening = 'approved'`,
  sql`delete from points_month where site = ${demoSite}`,
  sql`insert into points_month (site, member_id, month, points)
    select site, member_id, date_trunc('month', booked_at at time zone 'utc'), sum(points)
    from ledger where site = ${demoSite} group by 1, 2, 3`,
  sql`update report set
    submitted_at = (select min(opened_at) from round
      where round.site = report.site and round.report_id = report.id),
    awaiting_since = (select max(opened_at) from round
      where round.site = report.site and round.report_id = report.id),
    updated_at = (select max(sent_at) from message
      where message.site = report.site and message.report_id = report.id and kind = 'system')
    where site = ${demoSite}`,
];

/** Whoever reports a task has opened it before; others open it, and leave it at that. */
const openings = (begun: Date) => [
  sql`insert into task_opening (site, task_id, member_id, day, opened_at)
    select site, task_id, member_id, (moment at time zone 'utc')::date, moment
    from report cross join lateral (select submitted_at - interval '25 minutes') as at (moment)
    where site = ${demoSite} on conflict do nothing`,
  sql`insert into task_opening (site, task_id, member_id, day, opened_at)
    select task.site, task.id, member.id, (moment at time zone 'utc')::date, moment
    from task
    join member on member.site = task.site and member.id not in ('rui', 'olga')
    cross join generate_series(1, 5) as n
    cross join lateral (select ${begun}::timestamptz - interval '1 minute'
      * (abs(hashtext(task.name || member.id || n)) % 60000)) as at (moment)
    where task.site = ${demoSite} and moment > task.created_at on conflict do nothing`,
];

/**
 * Gives the story the times that it tells of. The server's own role can change none of these, so
 * this is done as the owner of the tables; where the connection cannot become that, an error is
 * thrown, nothing changes, and the story simply happened a moment ago.
 */
export async function setBack(kysely: Kysely<Tables>, begun: number): Promise<void> {
  const at = (hoursAgo: number): Date => new Date(begun - hoursAgo * hour);
  await kysely.transaction().execute(async (transaction) => {
    await sql`set local role none`.execute(transaction);
    for (const [index, { key }] of demoTasks.entries()) {
      const written = at(1_200 - index * 140);
      await sql`update task set created_at = ${written}, updated_at = ${written}
        where site = ${demoSite} and id = ${idOf('task', key)}`.execute(transaction);
    }
    for (const { key, steps } of demoReports) {
      for (const [index, { hoursAgo }] of steps.entries()) {
        await sql`update message set sent_at = ${at(hoursAgo)} where site = ${demoSite}
          and report_id = ${idOf('report', key)} and seq = ${index + 1}`.execute(transaction);
      }
    }
    for (const statement of [...derived, ...openings(at(0))]) await statement.execute(transaction);
    await sql`select recount_insights(${demoSite})`.execute(transaction);
  });
}
