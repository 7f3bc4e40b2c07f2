import { v7 as uuid } from 'uuid';
import type { Task } from '../../src/contract/task.js';
import { each } from '../server/races/race.js';
import type { Person } from '../support/people.js';
import { pick } from './attempts.js';
import type { Scene } from './scene.js';

/** What the tasks are worth: their reports go into the ledger with different points, and with none. */
const worths = [0, 1, 7, 50, 300, 1_000, 3, 20];
/** Submissions that are under way at the same time. */
const atOnce = 32;

export interface Submitted {
  readonly report: string;
  readonly member: Person;
}

/** So many reports, each of any member and on any task. */
export async function submitReports(
  { site, random }: Scene,
  members: readonly Person[],
  count: number,
): Promise<Submitted[]> {
  const tasks: Task[] = [];
  for (const points of worths) tasks.push(await site.newTask({ points, limit: 1_000 }));
  const submitted = Array.from({ length: count }, () => {
    return { report: uuid(), member: pick(members, random) };
  });
  await each(submitted, atOnce, async ({ report, member }) => {
    const body = { taskId: pick(tasks, random).id, text: 'Done, see above.' };
    const answer = await member.put(`/reports/${report}`, body);
    if (!answer.ok) throw new Error(answer.toString());
  });
  return submitted;
}
