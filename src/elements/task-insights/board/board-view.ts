import type { Locale } from '../../../base/locale.js';
import type { Insights } from '../../../contract/insights.js';
import type { Reading } from '../chart/reading.js';
import type { Tables } from './card.js';

/** What the board is made of. */
export interface BoardView {
  readonly insights: Insights;
  readonly locale: Locale;
  readonly reading: Reading;
  readonly tables: Tables;
  /** Whether days run from right to left. */
  readonly mirrored: boolean;
  /** Whether the backend knows how often tasks were opened. */
  readonly knowsOpenings: boolean;
  /** The order of the table of tasks, and how it is changed. */
  readonly order: TaskOrder;
  readonly sort: (column: TaskColumn) => void;
}

export type TaskColumn =
  'name' | 'opened' | 'submitted' | 'approved' | 'rejected' | 'points' | 'time' | 'waiting';

export interface TaskOrder {
  readonly column: TaskColumn;
  readonly falling: boolean;
}
