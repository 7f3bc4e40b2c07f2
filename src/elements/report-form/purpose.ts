import { opensLater } from '../../base/task-facts.js';
import type { ProblemCode } from '../../contract/problem.js';
import type { Report } from '../../contract/report.js';
import type { Task } from '../../contract/task.js';

/** What the form is there for: a first report, its next round, or to say where it stands. */
export type Purpose = 'submit' | 'revise' | 'stand';

/** What the member asked for although nothing calls for it. */
export type Wish = 'another' | 'change' | null;

/** What the form is there for. A report that waits is changed only on the member's wish. */
export function purposeOf(report: Report | null, wish: Wish): Purpose {
  if (!report || wish === 'another') return 'submit';
  if (report.status === 'approved') return 'stand';
  const theirTurn = report.status === 'rejected' || report.turn === 'member';
  return theirTurn || wish === 'change' ? 'revise' : 'stand';
}

/**
 * Why the task takes no report for this purpose, as the server's own code; null while it does.
 * A report that is awaiting keeps its place, whatever becomes of the task. `task` is null when it
 * is not offered to this person any more.
 */
export function refusalOf(
  task: Task | null,
  report: Report | null,
  purpose: Purpose,
): ProblemCode | null {
  if (purpose === 'revise' && report?.status === 'awaiting') return null;
  if (task?.status !== 'active') return 'task-inactive';
  if (opensLater(task)) return 'task-not-open';
  if (task.closesAt && Date.parse(task.closesAt) <= Date.now()) return 'task-closed';
  if (purpose === 'submit' && (task.mine?.submitted ?? 0) >= task.limit) return 'limit-reached';
  return task.placesLeft === 0 ? 'quota-reached' : null;
}
