import type { ReportSummary } from '../contract/report.js';
import type { Outcome, Task } from '../contract/task.js';

/** A task as it is told, with what is the asker's own from before: the news leave it out. */
export const told = (known: Task | null | undefined, task: Task): Task => ({
  ...task,
  ...own(known),
  ...own(task),
});

/** The task after news of an own report on it. Which is the newest, the server confirms later. */
export const withReport = (
  task: Task,
  { id, status, turn, score, version }: ReportSummary,
): Task => {
  const { mine } = task;
  const first = mine?.id !== id;
  if (mine && first && version > 1) return task;
  const submitted = (mine?.submitted ?? 0) + (first ? 1 : 0);
  return { ...task, mine: { id, status, turn, score, submitted } };
};

/** What became of the asker's own, as the list is kept to it. */
export const outcomeOf = ({ mine }: Task): Outcome => {
  if (!mine) return 'none';
  return mine.turn === 'member' ? 'changes' : mine.status;
};

const own = (task: Task | null | undefined): Partial<Task> => ({
  ...(task?.mine !== undefined && { mine: task.mine }),
  ...(task?.awaiting !== undefined && { awaiting: task.awaiting }),
  ...(task?.outcomes && { outcomes: task.outcomes }),
});
