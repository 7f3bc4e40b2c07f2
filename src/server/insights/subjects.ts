import type { ReviewerFigures, TaskFigures } from '../../contract/insights.js';
import { Refusal } from '../problems.js';
import { readChanged, readSums, type Kind } from './kept.js';
import type { Look } from './look.js';
import { readPeople, readTasks, type NamedTask } from './named.js';
import { subjectsOfNotes, tallyOfNotes } from './notes.js';
import { figures, figuresOf, minus, plus, verdictsOf, type Figure, type Tally } from './tally.js';

/** How many are shown. */
const most = 200;

const sumOf = (by: readonly Figure[], tally: Tally): number =>
  by.reduce((sum, figure) => sum + tally[figure], 0);

/** The subjects of one kind that something happened to, those with most of some figures first. */
async function readSubjects(
  { transaction, site, notes, span }: Look,
  kind: Kind,
  by: readonly Figure[],
): Promise<[string, Tally][]> {
  const changed = await readChanged(transaction, site, { kind, by, most: 2 * most }, span);
  const subjects = [...new Set([...changed, ...subjectsOfNotes(notes, kind, span)])];
  const sums = await readSums(transaction, site, { kind, subjects }, span);
  const tallies = subjects.map((subject): [string, Tally] => {
    const [began, ended] = sums.get(subject)!;
    return [subject, plus(minus(ended!, began!), tallyOfNotes(notes, [kind, subject], span))];
  });
  return tallies
    .filter(([, tally]) => figures.some((figure) => tally[figure] !== 0))
    .sort(([, one], [, other]) => sumOf(by, other) - sumOf(by, one))
    .slice(0, most);
}

const toTaskFigures = ({ id, name, oldest }: NamedTask, tally: Tally): TaskFigures => ({
  task: { id, name },
  ...figuresOf(tally),
  oldestWaiting: oldest?.toISOString() ?? null,
});

/** Where something happened: the most submitted first. */
export async function readTaskFigures(look: Look): Promise<TaskFigures[]> {
  const found = await readSubjects(look, 'task', ['submitted']);
  const tasks = await readTasks(
    look.transaction,
    look.site,
    found.map(([id]) => id),
  );
  return found.map(([id, tally]) => toTaskFigures(tasks.get(id)!, tally));
}

/** One task, also when nothing happened there. */
export async function readOneTask(look: Look, id: string, tally: Tally): Promise<TaskFigures> {
  const task = (await readTasks(look.transaction, look.site, [id])).get(id);
  if (!task) throw new Refusal('not-found');
  return toTaskFigures(task, tally);
}

/** Who decided: the most decisions first. */
export async function readReviewers(look: Look): Promise<ReviewerFigures[]> {
  const found = await readSubjects(look, 'reviewer', ['approved', 'rejected', 'changes']);
  const people = await readPeople(
    look.transaction,
    look.site,
    found.map(([id]) => id),
  );
  return found.map(([id, tally]) => ({ reviewer: people.get(id)!, ...verdictsOf(tally) }));
}
