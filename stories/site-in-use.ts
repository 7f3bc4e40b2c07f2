import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Verdict } from '../src/contract/decision.js';
import { people, type Stage } from './backend.js';
import { longName } from './scene.js';

/** The same numbers each time: a picture that changed by itself could not be compared. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const hour = 3_600_000;
const day = 24 * hour;

/** How busy the days of a week are, from Sunday on. */
const week = [0.4, 1, 1.1, 1.2, 1.1, 0.9, 0.5];

const tasks = [
  { name: longName, points: 50, share: 0.4 },
  { name: 'Review our app', points: 120, share: 0.25 },
  { name: 'Answer the survey', points: 30, share: 0.2 },
  { name: 'Hang up a poster', points: 15, share: 0.1 },
  { name: 'Count the bees', points: 5, share: 0.05 },
] as const;

const reviewers = [
  { id: people.rui.sub, name: people.rui.name, share: 0.65, strict: 0.12 },
  { id: people.olga.sub, name: people.olga.name, share: 0.25, strict: 0.18 },
  { id: 'ines', name: 'Inês Carvalho', share: 0.1, strict: 0.35 },
] as const;

/** One of several, each as often as its share says. */
function pick<One extends { share: number }>(all: readonly One[], roll: number): One {
  let rest = roll;
  return all.find(({ share }) => (rest -= share) < 0) ?? all[0]!;
}

interface Told {
  readonly id: string;
  readonly task: string;
  readonly name: string;
  readonly score: number;
  readonly member: string;
  readonly sent: string;
  readonly verdict: Verdict | null;
  readonly decided: string | null;
  readonly reviewer: string | null;
}

/** What becomes of one report that was sent at a time. */
function story(sent: number, ids: ReadonlyMap<string, string>, roll: () => number): Told {
  const { name, points } = pick(tasks, roll());
  const reviewer = pick(reviewers, roll());
  const decided = sent + (0.2 + roll() ** 3 * 22) * hour;
  const isDecided = decided < Date.now() - hour;
  const verdict = roll() < reviewer.strict ? 'rejected' : 'approved';
  return {
    ...{ id: uuid(), task: ids.get(name)!, name, score: points },
    member: `member-${Math.floor(roll() * 40)}`,
    sent: new Date(sent).toISOString(),
    verdict: isDecided ? verdict : null,
    decided: isDecided ? new Date(decided).toISOString() : null,
    reviewer: isDecided ? reviewer.id : null,
  };
}

/** All reports of some days up to now, and all openings of tasks as members and days. */
function* storiesOf(days: number, busy: number, ids: ReadonlyMap<string, string>) {
  const roll = dice(11);
  for (let back = days; back >= 0; back -= 1) {
    const midnight = new Date(Date.now() - back * day).setHours(0, 0, 0, 0);
    const rhythm = week[new Date(midnight).getDay()]!;
    const count = Math.round(busy * rhythm * (0.6 + roll() * 0.8) * (1.3 - (back / days) * 0.6));
    for (let index = 0; index < count; index += 1) {
      const sent = midnight + (8 + roll() * 13) * hour;
      if (sent < Date.now()) yield story(sent, ids, roll);
    }
  }
}

const columns = sql`report (id uuid, task uuid, name text, score integer, member text,
  sent timestamptz, verdict text, decided timestamptz, reviewer text)`;

/**
 * Fills a site with the reports of some days, as the owner of the tables alone can: in the
 * contract nothing happens in the past.
 */
export async function inUse(stage: Stage, { days = 62, busy = 9 } = {}): Promise<void> {
  const ids = new Map<string, string>();
  for (const { name, points } of tasks)
    ids.set(name, await stage.task({ name, points, description: 'To be done.' }));
  const told = JSON.stringify([...storiesOf(days, busy, ids)]);
  const from = sql`from jsonb_to_recordset(${told}::jsonb) as ${columns}`;
  const { site } = stage;
  await stage.rewrite([
    sql`insert into member select ${site}, id, name, null from jsonb_to_recordset(
      ${JSON.stringify(reviewers)}::jsonb) as reviewer (id text, name text) on conflict do nothing`,
    sql`insert into member select ${site}, 'member-' || n, 'Member ' || n, null
      from generate_series(0, 39) n`,
    sql`insert into report (site, id, task_id, task_name, score, member_id, status, turn,
        submitted_at, awaiting_since, updated_at)
      select ${site}, id, task, name, score, member, coalesce(verdict, 'awaiting'),
        case when verdict is null then 'reviewer' end, sent, sent, coalesce(decided, sent) ${from}`,
    sql`insert into round (site, report_id, n, kind, text, opened_by, opened_at)
      select ${site}, id, 1, 'submitted', 'It is done.', member, sent ${from}`,
    sql`insert into decision (site, report_id, round, id, verdict, reason, reviewer_id, decided_at)
      select ${site}, id, 1, id, verdict, case verdict when 'rejected' then 'Not quite.' end,
        reviewer, decided ${from} where verdict is not null`,
    sql`insert into ledger (site, id, member_id, kind, points, report_id, booked_at)
      select ${site}, id, member, 'approval', score, id, decided ${from}
      where verdict = 'approved'`,
    sql`insert into task_opening (site, task_id, member_id, day, opened_at)
      select distinct on (task, opener.id, sent::date) ${site}, task, opener.id, sent::date, sent
      ${from} cross join lateral (
        select 'member-' || (abs(hashtext(report.id::text || n)) % 40) as id
        from generate_series(1, 3) n
      ) as opener`,
    sql`select recount_insights(${site})`,
  ]);
}
