import { limits } from '../../../contract/limits.js';
import type { Outcome, TaskQuery } from '../../../contract/task.js';

/** Which tasks somebody looks at, and in what order. */
export interface TaskView {
  /** What is searched for. */
  readonly q: string;
  readonly sort: TaskQuery['sort'];
  /** What became of their own; empty for all. */
  readonly mine: Outcome | '';
}

/** All of them, the newest first. */
export const wholeView: TaskView = { q: '', sort: 'newest', mine: '' };

export const sorts = {
  newest: 'sortNewest',
  reward: 'sortReward',
  closing: 'sortClosing',
} as const;

export const outcomes = {
  '': 'mineAll',
  none: 'mineNone',
  awaiting: 'awaiting',
  changes: 'changesRequested',
  approved: 'approved',
  rejected: 'rejected',
} as const;

/** A view from what was read somewhere: what is none of ours counts as not said. */
export const viewFrom = ({ q = '', sort = '', mine = '' }: Record<string, string>): TaskView => ({
  q: q.replaceAll('\0', '').slice(0, limits.search).trim(),
  sort: Object.hasOwn(sorts, sort) ? (sort as TaskView['sort']) : wholeView.sort,
  mine: Object.hasOwn(outcomes, mine) ? (mine as TaskView['mine']) : '',
});
