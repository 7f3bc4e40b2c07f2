import { Shown } from '../../../base/shown.js';
import {
  groupOf,
  isProblem,
  type Group,
  type SheetLine,
} from '../../../stores/sheet/sheet-line.js';
import { shownGroup } from './outcome-words.js';

/** Which lines are shown: all, those with a problem, or those of one group. */
export type Filter = 'all' | 'problems' | (Group & {});

const passes = (line: SheetLine, filter: Filter): boolean =>
  filter === 'problems' ? isProblem(line) : shownGroup(groupOf(line)) === filter;

/** The lines that pass a filter. */
export class ShownLines {
  readonly #known = new Shown();
  #lines: readonly SheetLine[] = [];

  /** The same array as long as the same lines pass; `turn` is another when a line has changed. */
  of(lines: readonly SheetLine[], filter: Filter, turn: unknown): readonly SheetLine[] {
    if (filter === 'all') return lines;
    if (this.#known.isOther(lines, filter, turn)) {
      this.#lines = lines.filter((line) => passes(line, filter));
    }
    return this.#lines;
  }
}
