import { setTimeout } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { Report } from '../../../src/contract/report.js';
import type { Task } from '../../../src/contract/task.js';
import type { Cluster } from '../../support/cluster.js';
import { person, type Answer, type Person } from '../../support/people.js';
import { decision, Site } from '../../support/site.js';
import { each, shuffled, type Outcome, type Race, type Random } from './race.js';

interface Play {
  site: Site;
  task: Task;
  cluster: Cluster;
  random: Random;
  quota: number;
  members: Person[];
  reviewers: Person[];
  violations: string[];
  figures: Record<string, number>;
}

/** Refusals that a play of chance meets. */
const expected = new Set([
  ...['quota-reached', 'already-decided', 'already-approved', 'stale', 'not-found'],
]);

/**
 * Many members for few places, while reviewers decide, reject, ask for changes and reopen, and
 * members revise, all at the same time; then everybody who is left tries until all is given out.
 * What is taken is recounted from the reports all the while.
 */
export async function raceWholeLives(
  { cluster, random }: Race,
  { members, quota }: { members: number; quota: number },
): Promise<Outcome> {
  const site = new Site(cluster);
  const task = await site.newTask({ quota });
  const play: Play = {
    ...{ site, task, cluster, random, quota, violations: [], figures: { samples: 0 } },
    members: await crowd(cluster, site, 'member', members),
    reviewers: await crowd(cluster, site, 'reviewer', 6),
  };
  const watch = watching(play);
  try {
    await each(shuffled(play.members, random), 24, (member) => live(play, member));
    await giveOut(play);
  } finally {
    await watch.end();
  }
  await judge(play);
  return { violations: play.violations, figures: play.figures };
}

const crowd = (
  cluster: Cluster,
  { name: site }: Site,
  role: 'member' | 'reviewer',
  count: number,
): Promise<Person[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      person(cluster.to(index), { sub: `${role} ${index}`, site, role }),
    ),
  );

/** Counts an answer by what it was; says so if it is a refusal that nothing explains. */
function note<Body>(play: Play, what: string, answer: Answer<Body>): Body | null {
  const name = answer.ok ? what : `${what} refused`;
  play.figures[name] = (play.figures[name] ?? 0) + 1;
  if (answer.ok) return answer.body;
  if (!expected.has(answer.problem.code)) play.violations.push(answer.toString());
  return null;
}

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)]!;

const submit = async (play: Play, member: Person): Promise<Report | null> => {
  const body = { taskId: play.task.id, text: 'One of many.' };
  return note(play, 'submitted', await member.put<Report>(`/reports/${uuid()}`, body));
};

async function decide(play: Play, report: Report, verdict: 'approved' | 'rejected' | 'changes') {
  const path = `/reports/${report.id}/rounds/${report.round}/decision`;
  const reviewer = pick(play.reviewers, play.random);
  return note(play, verdict, await reviewer.put<Report>(path, decision(verdict)));
}

async function revise(play: Play, member: Person, report: Report): Promise<Report | null> {
  const path = `/reports/${report.id}/rounds/${report.round + 1}`;
  return note(play, 'revised', await member.put<Report>(path, { text: 'Better.' }));
}

async function reopen(play: Play, report: Report): Promise<Report | null> {
  const path = `/reports/${report.id}/reopenings/${uuid()}`;
  const reviewer = pick(play.reviewers, play.random);
  return note(play, 'reopened', await reviewer.put<Report>(path, {}));
}

/** One member's report through whatever befalls it, with two hands on it at once now and then. */
async function live(play: Play, member: Person): Promise<void> {
  const { random } = play;
  let report = await submit(play, member);
  for (let turn = 0; report && turn < 12; turn += 1) {
    const at: Report = report;
    const verdict = pick(['rejected', 'rejected', 'changes', 'approved'] as const, random);
    const steps =
      at.status === 'rejected'
        ? [() => revise(play, member, at), () => reopen(play, at)]
        : [() => decide(play, at, verdict), () => revise(play, member, at)];
    // Of two that want the place of a rejected report, one is refused.
    const both = at.status === 'rejected' ? 0.7 : 0.4;
    const sent = shuffled(steps, random).slice(0, random() < both ? 2 : 1);
    const came = await Promise.all(sent.map((step) => step()));
    if (came.some((next) => next?.status === 'approved')) return;
    report = (await member.get<Report>(`/reports/${at.id}`)).body;
    if (report.status === 'approved' || random() < 0.1) return;
  }
}

/** Whoever has no place tries for one, many at a time, until all are given out. */
async function giveOut(play: Play): Promise<void> {
  for (let attempt = 0; attempt < 3 && (await taken(play)) < play.quota; attempt += 1) {
    await each(play.members, 24, async (member) => {
      const { items } = (await member.get<{ items: Report[] }>('/reports')).body;
      const [own] = items;
      if (!own) await submit(play, member);
      else if (own.status === 'rejected') await revise(play, member, own);
    });
  }
}

const counts = `select count(*) filter (where status in ('awaiting', 'approved'))::int as taken,
  count(*) filter (where status = 'awaiting')::int as awaiting,
  count(*) filter (where status = 'approved')::int as approved,
  count(*) filter (where status = 'rejected')::int as rejected
  from report where site = $1 and task_id = $2`;

async function taken({ cluster, site, task }: Play): Promise<number> {
  const [row] = await cluster.query(counts, [site.name, task.id]);
  return Number(row?.taken);
}

function watching(play: Play): { end(): Promise<void> } {
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      const now = await taken(play);
      play.figures.samples = (play.figures.samples ?? 0) + 1;
      if (now > play.quota) play.violations.push(`${now} places taken of ${play.quota}`);
      await setTimeout(5);
    }
  };
  const watched = watch();
  return {
    end: () => {
      isOver = true;
      return watched;
    },
  };
}

/** All places are given out, no more, and the tallies are what a recount finds. */
async function judge({ cluster, site, task, quota, violations, figures }: Play): Promise<void> {
  const [row] = await cluster.query(counts, [site.name, task.id]);
  const [tally] = await cluster.query(
    'select awaiting, approved, rejected from task_tally where site = $1 and task_id = $2',
    [site.name, task.id],
  );
  figures.taken = Number(row?.taken);
  if (figures.taken > quota) violations.push(`${figures.taken} places taken of ${quota}`);
  if (figures.taken < quota) violations.push(`Only ${figures.taken} of ${quota} places given out`);
  for (const outcome of ['awaiting', 'approved', 'rejected']) {
    if (row?.[outcome] === tally?.[outcome]) continue;
    violations.push(
      `Tallied ${outcome} ${String(tally?.[outcome])}, there are ${String(row?.[outcome])}`,
    );
  }
}
