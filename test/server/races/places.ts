import { v7 as uuid } from 'uuid';
import type { Task } from '../../../src/contract/task.js';
import { person, type Person } from '../../support/people.js';
import { Site } from '../../support/site.js';
import { each, shuffled, unexpected, type Outcome, type Race } from './race.js';

/** One member sends many reports at once to tasks that take one from each. */
export async function raceLimit(
  { cluster, random }: Race,
  { tasks, submissions }: { tasks: number; submissions: number },
): Promise<Outcome> {
  const site = new Site(cluster);
  const screens: Person[] = [];
  for (let index = 0; index < submissions; index += 1) {
    screens.push(await person(cluster.to(index), { sub: 'mia', site: site.name }));
  }
  return race(site, tasks, () => shuffled(screens, random), { limit: 1 }, 'limit-reached');
}

/** Many members send a report at once to tasks with few places. */
export async function raceQuota(
  { cluster, random }: Race,
  { tasks, members, quota }: { tasks: number; members: number; quota: number },
): Promise<Outcome> {
  const site = new Site(cluster);
  const crowd: Person[] = [];
  for (let index = 0; index < members; index += 1) {
    crowd.push(await person(cluster.to(index), { sub: `member ${index}`, site: site.name }));
  }
  return race(site, tasks, () => shuffled(crowd, random), { quota }, 'quota-reached');
}

async function race(
  site: Site,
  tasks: number,
  senders: () => Person[],
  bounds: { limit?: number; quota?: number },
  code: string,
): Promise<Outcome> {
  const violations: string[] = [];
  const most = bounds.quota ?? bounds.limit ?? 0;
  let accepted = 0;
  await each(Array.from({ length: tasks }), 1, async () => {
    const task = await site.newTask(bounds);
    const body = { taskId: task.id, text: 'One of many.' };
    const sent = senders().map((sender) => sender.put(`/reports/${uuid()}`, body));
    const answers = await Promise.all(sent);
    const taken = answers.filter(({ ok }) => ok).length;
    const stored = await countReports(site, task);
    accepted += taken;
    if (taken !== most) violations.push(`${taken} accepted, and there was room for ${most}`);
    if (stored !== taken) violations.push(`${stored} stored, and ${taken} accepted`);
    violations.push(
      ...unexpected(
        answers.filter(({ ok }) => !ok),
        [code],
      ),
    );
  });
  return { violations, figures: { tasks, sent: tasks * senders().length, accepted } };
}

async function countReports(site: Site, task: Task): Promise<number> {
  const path = `/reports?task=${task.id}&limit=200`;
  return (await (await site.rui()).get<{ items: unknown[] }>(path)).body.items.length;
}
