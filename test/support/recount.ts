import type { DecisionTime, Figures, Insights } from '../../src/contract/insights.js';
import type { Query } from './dump.js';

/** What happened, as the tables tell it; nothing of what is kept for the figures is looked at. */
const statement = `
  with event as (
    select 'opened' as figure, opened_at as moment, task_id, null as reviewer, 1 as amount,
      null::double precision as seconds
    from task_opening where site = $1
    union all
    select 'submitted', submitted_at, task_id, null, 1, null from report where site = $1
    union all
    select verdict, decided_at, task_id, reviewer_id, 1, extract(epoch from decided_at - opened_at)
    from decision
    join report on report.site = decision.site and report.id = decision.report_id
    join round on round.site = decision.site and round.report_id = decision.report_id
      and round.n = decision.round
    where decision.site = $1
    union all
    select case kind when 'approval' then 'points' else 'corrected' end, booked_at, task_id, null,
      points, null
    from ledger left join report on report.site = ledger.site and report.id = ledger.report_id
    where ledger.site = $1
  ), dated as (
    select *, (moment at time zone $2)::date as day from event
  ), placed as (
    select *, day < $3::date as before from dated
    where day between $3::date - ($4::date - $3::date + 1) and $4::date
  )
  select before, grouping(day) = 0 as by_day, day::text, grouping(task_id) = 0 as by_task, task_id,
    grouping(reviewer) = 0 as by_reviewer, reviewer,
    coalesce(sum(amount) filter (where figure = 'opened'), 0)::float8 as opened,
    coalesce(sum(amount) filter (where figure = 'submitted'), 0)::float8 as submitted,
    coalesce(sum(amount) filter (where figure = 'approved'), 0)::float8 as approved,
    coalesce(sum(amount) filter (where figure = 'rejected'), 0)::float8 as rejected,
    coalesce(sum(amount) filter (where figure = 'changes'), 0)::float8 as changes,
    coalesce(sum(amount) filter (where figure = 'points'), 0)::float8 as points,
    coalesce(sum(amount) filter (where figure = 'corrected'), 0)::float8 as corrected,
    percentile_disc(0.5) within group (order by seconds) filter (where seconds is not null)
      as median,
    percentile_disc(0.9) within group (order by seconds) filter (where seconds is not null)
      as ninetieth
  from placed
  group by before, grouping sets ((), (day), (task_id), (reviewer))`;

interface Row extends Record<string, unknown> {
  median: number | null;
  ninetieth: number | null;
}

export interface Asked {
  from: string;
  to: string;
  zone: string;
}

const counted = ['opened', 'submitted', 'approved', 'rejected', 'changes'] as const;

/** How far a time may be from the exact one, as a part of it: half a class. */
const precision = 2 ** (1 / 16) - 1 + 0.005;

const isNear = (told: number, exact: number): boolean =>
  exact < 15 ? told < 15 : Math.abs(told - exact) <= precision * exact;

function timesDiffer(told: DecisionTime | null, { median, ninetieth }: Row): boolean {
  if (told === null || median === null || ninetieth === null)
    return (told === null) !== (median === null);
  return !isNear(told.median, median) || !isNear(told.ninetieth, ninetieth);
}

type Told = Partial<Figures> & Pick<Figures, 'decisionTime'>;

/** What is told and not so, in words. */
function compare(name: string, told: Told | undefined, row: Row | undefined): string[] {
  const fields = [...counted, 'points', 'corrected'] as const;
  const wrong = fields.filter((field) => {
    const isTold = told === undefined || field in told;
    return isTold && (told?.[field] ?? 0) !== Number(row?.[field] ?? 0);
  });
  const words = wrong.map(
    (field) => `${name}: ${field} ${told?.[field]}, not ${String(row?.[field])}`,
  );
  const none: Row = { median: null, ninetieth: null };
  const isLate = timesDiffer(told?.decisionTime ?? null, row ?? none);
  const { median, ninetieth } = row ?? none;
  if (isLate)
    words.push(`${name}: times ${JSON.stringify(told?.decisionTime)}, not ${median}, ${ninetieth}`);
  return words;
}

/** Counts anew by plain SQL, and says where figures are not what it finds. */
export async function recount(
  query: Query,
  site: string,
  { from, to, zone }: Asked,
  insights: Insights,
): Promise<string[]> {
  const rows = (await query(statement, [site, zone, from, to])) as Row[];
  const isTotal = (row: Row) => !row.by_day && !row.by_task && !row.by_reviewer;
  const within = rows.filter((row) => !row.before);
  const by = (flag: string, column: string) =>
    new Map(
      within
        .filter((row) => row[flag] && row[column] !== null)
        .map((row) => [row[column] as string, row]),
    );
  const all = <Item extends Told>(
    items: readonly Item[],
    rowsBy: Map<string, Row>,
    nameOf: (item: Item) => string,
  ): string[] => {
    const told = new Map(items.map((item) => [nameOf(item), item]));
    const names = new Set([...told.keys(), ...rowsBy.keys()]);
    return [...names].flatMap((name) => compare(name, told.get(name), rowsBy.get(name)));
  };
  return [
    ...compare('period', insights.period, within.find(isTotal)),
    ...compare(
      'before',
      insights.before,
      rows.find((row) => row.before && isTotal(row)),
    ),
    ...all(insights.days, by('by_day', 'day'), ({ day }) => day),
    ...all(insights.tasks, by('by_task', 'task_id'), ({ task }) => task.id),
    ...all(insights.reviewers, by('by_reviewer', 'reviewer'), ({ reviewer }) => reviewer.id),
  ].map((words) => `${zone} ${from} to ${to}, ${words}`);
}
