import { v7 as uuid } from 'uuid';
import type { Report } from '../../../src/contract/report.js';
import type { Task } from '../../../src/contract/task.js';
import type { Cluster } from '../../support/cluster.js';
import { person, type Answer, type Person } from '../../support/people.js';
import { ifMatch, Site, taskRequest } from '../../support/site.js';
import { each, shuffled, unexpected, type Outcome, type Race, type Random } from './race.js';

/** Submissions that race the deactivation of their task, and some that start after its answer. */
export async function raceDeactivation(
  { cluster, random }: Race,
  { tasks, submissions }: { tasks: number; submissions: number },
): Promise<Outcome> {
  const site = new Site(cluster);
  const crowd: Person[] = [];
  for (let index = 0; index < submissions; index += 1) {
    crowd.push(await person(cluster.to(index), { sub: `member ${index}`, site: site.name }));
  }
  const made: Task[] = [];
  await each(Array.from({ length: tasks }), 4, async () => {
    made.push(await site.newTask({ limit: 2 }));
  });
  const violations: string[] = [];
  let accepted = 0;
  await each(made, 3, async (task) => {
    const racing = await release(site, task, crowd, random);
    const late = await Promise.all(crowd.slice(0, 2).map((member) => submit(member, task)));
    violations.push(...unexpected([...late, ...racing.filter(({ ok }) => !ok)], ['task-inactive']));
    accepted += racing.filter(({ ok }) => ok).length;
  });
  violations.push(...(await tooLate(cluster, site.name)));
  const refused = tasks * submissions - accepted;
  return { violations, figures: { tasks, submissions: tasks * submissions, accepted, refused } };
}

const submit = (member: Person, task: Task): Promise<Answer<Report>> =>
  member.put<Report>(`/reports/${uuid()}`, { taskId: task.id, text: 'In time?' });

/** All at the same time, the deactivation somewhere among them. */
async function release(
  site: Site,
  task: Task,
  crowd: Person[],
  random: Random,
): Promise<Answer<Report>[]> {
  const olga = await site.olga();
  const off = taskRequest({ limit: 2, status: 'inactive' });
  const deactivate = async () => {
    const answer = await olga.put(`/tasks/${task.id}`, off, ifMatch(task.version));
    if (!answer.ok) throw new Error(answer.toString());
  };
  const answers: Answer<Report>[] = [];
  const submissions = crowd.map((member) => async () => {
    answers.push(await submit(member, task));
  });
  await Promise.all(shuffled([deactivate, ...submissions], random).map((start) => start()));
  return answers;
}

/**
 * Reports whose transaction was committed after that of the deactivation. The time of a commit
 * is taken before its locks are let go (track_commit_timestamp): with the lock that the rule
 * asks for, a submission's time can never be the later one. Rounds and edits are insert-only, so
 * that their rows keep the transaction that wrote them.
 */
async function tooLate({ query }: Cluster, site: string): Promise<string[]> {
  const rows = await query(
    `select r.id, pg_xact_commit_timestamp(o.xmin) - pg_xact_commit_timestamp(e.xmin) as late
     from report r
     join round o on (o.site, o.report_id, o.n) = (r.site, r.id, 1)
     join task_edit e on (e.site, e.task_id) = (r.site, r.task_id)
       and e.content ->> 'status' = 'inactive'
     where r.site = $1 and pg_xact_commit_timestamp(o.xmin) > pg_xact_commit_timestamp(e.xmin)`,
    [site],
  );
  return rows.map((row) => `Accepted after the deactivation: ${JSON.stringify(row)}`);
}
