import { isDeepStrictEqual } from 'node:util';
import type { Task, TaskRequest } from '../../../src/contract/task.js';
import type { Answer, Person } from '../../support/people.js';
import { person } from '../../support/people.js';
import { ifMatch, Site, taskRequest } from '../../support/site.js';
import { each, shuffled, unexpected, type Outcome, type Race, type Random } from './race.js';

/** What an owner was told when an edit of theirs was taken. */
interface Accepted {
  from: number;
  version: number;
  content: TaskRequest;
}

/**
 * Two owners edit one task at the same moment, each from what they saw last, again and again: who
 * is refused looks once more and tries anew, as the editor does.
 */
export async function raceEditing(
  { cluster, random }: Race,
  { races }: { races: number },
): Promise<Outcome> {
  const site = new Site(cluster);
  const owners = await Promise.all([0, 1].map((index) => owner(cluster.to(index), site, index)));
  const violations: string[] = [];
  let accepted = 0;
  let refused = 0;
  await each(Array.from({ length: races }), 3, async (_item, index) => {
    const task = await site.newTask({ name: `Race ${index}` });
    const took: Accepted[] = [];
    const answers = await release(task, owners, random, took);
    refused += answers.filter(({ ok }) => !ok).length;
    violations.push(
      ...unexpected(
        answers.filter(({ ok }) => !ok),
        ['stale'],
      ),
    );
    await Promise.all(owners.map((who) => editAnew(who, task, took)));
    accepted += took.length;
    violations.push(...(await judge({ cluster, random }, site, task, took)));
  });
  return { violations, figures: { races, accepted, refused } };
}

const owner = (send: Person['send'], site: Site, index: number): Promise<Person> =>
  person(send, { sub: `owner ${index}`, site: site.name, role: 'owner' });

const contentOf = (who: Person, round: string): TaskRequest =>
  taskRequest({ name: `By ${who.id}`, description: `${round} of ${who.id}` });

async function edit(
  who: Person,
  task: Task,
  content: TaskRequest,
  took: Accepted[],
): Promise<Answer<Task>> {
  const answer = await who.put<Task>(`/tasks/${task.id}`, content, ifMatch(task.version));
  if (answer.ok) took.push({ from: task.version, version: answer.body.version, content });
  return answer;
}

/** Both from the same version, in an order that nobody knows. */
const release = (task: Task, owners: Person[], random: Random, took: Accepted[]) =>
  Promise.all(
    shuffled(owners, random).map((who) => edit(who, task, contentOf(who, 'First'), took)),
  );

/** Looks, and edits what is there, until it is taken. */
async function editAnew(who: Person, { id }: Task, took: Accepted[]): Promise<void> {
  for (;;) {
    const seen = (await who.get<Task>(`/tasks/${id}`)).body;
    if ((await edit(who, seen, contentOf(who, 'Second'), took)).ok) return;
  }
}

/** Each edit that was taken named the version before it, and the books hold each, in that order. */
async function judge(
  { cluster }: Race,
  site: Site,
  { id }: Task,
  took: Accepted[],
): Promise<string[]> {
  const violations: string[] = [];
  const inOrder = [...took].sort((one, other) => one.version - other.version);
  for (const [index, { from, version }] of inOrder.entries()) {
    if (version !== from + 1) violations.push(`Version ${version} was made from ${from}`);
    if (version !== index + 2) violations.push(`Version ${version} overwrote another unseen`);
  }
  const rows = await cluster.query(
    `select e.version, e.content ->> 'name' as name, e.content ->> 'description' as description
     from task_edit e where e.site = $1 and e.task_id = $2 and e.version > 1 order by 1`,
    [site.name, id],
  );
  const told = inOrder.map(({ version, content: { name, description } }) => ({
    ...{ version, name, description },
  }));
  const kept = rows.map((row) => ({ ...row }));
  if (!isDeepStrictEqual(kept, told)) {
    violations.push(`The books hold ${JSON.stringify(kept)}, told was ${JSON.stringify(told)}`);
  }
  const [row] = await cluster.query(
    'select version, name, description from task where site = $1 and id = $2',
    [site.name, id],
  );
  if (!isDeepStrictEqual({ ...row }, told.at(-1))) {
    violations.push(
      `The task is ${JSON.stringify(row)}, edited last was ${JSON.stringify(told.at(-1))}`,
    );
  }
  return violations;
}
