import type { TaskFigures } from '../../../contract/insights.js';
import type { TaskColumn, TaskOrder } from './board-view.js';

/** What a task is put in its order by: more of it comes first when the order falls. */
const measures: Record<Exclude<TaskColumn, 'name'>, (task: TaskFigures, now: number) => number> = {
  opened: ({ opened }) => opened,
  submitted: ({ submitted }) => submitted,
  approved: ({ approved }) => approved,
  rejected: ({ rejected }) => rejected,
  points: ({ points }) => points,
  time: ({ decisionTime }) => decisionTime?.median ?? -1,
  waiting: ({ oldestWaiting }, now) => (oldestWaiting ? now - Date.parse(oldestWaiting) : -1),
};

/** The tasks in the order that was chosen; those that are equal stay as they stood. */
export function inOrder(
  tasks: readonly TaskFigures[],
  { column, falling }: TaskOrder,
  lang: string,
  now = Date.now(),
): TaskFigures[] {
  const rising = (one: TaskFigures, other: TaskFigures): number =>
    column === 'name'
      ? one.task.name.localeCompare(other.task.name, lang)
      : measures[column](one, now) - measures[column](other, now);
  return tasks.toSorted((one, other) => (falling ? rising(other, one) : rising(one, other)));
}

/** The order after a column was pressed: the other way round, if it was this one already. */
export const nextOrder = (former: TaskOrder, column: TaskColumn): TaskOrder => ({
  column,
  falling: column === former.column ? !former.falling : column !== 'name',
});
