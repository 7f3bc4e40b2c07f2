import type { Locale } from '../../../base/locale.js';
import type { SheetSnapshot } from '../../../stores/sheet/sheet.js';
import type { Tally } from './groups.js';
import type { Filter } from './shown-lines.js';

/** What the window of the sheet shows, and what can be done there. */
export interface SheetView {
  readonly locale: Locale;
  readonly snapshot: SheetSnapshot;
  readonly tally: Tally;
  /** Who has decided all that was decided already, if that was one person. */
  readonly decider: string;
  readonly filter: Filter;
  /** Whether what is saved is not all that awaits. */
  readonly isNarrowed: boolean;
  /** What was saved a moment ago. */
  readonly note: string;
  /** Whether somebody wanted to leave while it runs. */
  readonly isLeaving: boolean;
  readonly save: () => void;
  readonly load: (file: File) => void;
  readonly choose: (filter: Filter) => void;
  readonly apply: () => void;
  readonly saveOutcomes: () => void;
  readonly stop: () => void;
  readonly stay: () => void;
  readonly close: () => void;
}
