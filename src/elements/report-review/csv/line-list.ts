import type { TemplateResult } from 'lit';
import { WindowedList } from '../../../base/list/windowed-list.js';
import type { SheetLine } from '../../../stores/sheet/sheet-line.js';

/** Pixels of a line that is not drawn yet. */
const height = 57;

/** The lines of a file, of which only those in view are in the page. */
export class LineList {
  readonly #row: (line: SheetLine, index: number) => TemplateResult;
  #list: HTMLElement | undefined;
  #rows: WindowedList<SheetLine> | undefined;

  constructor(row: (line: SheetLine, index: number) => TemplateResult) {
    this.#row = row;
  }

  /** Shows these lines where there is a place for them. Another array is another choice of lines. */
  show(scroller: HTMLElement | null, lines: readonly SheetLine[]): void {
    const list = scroller?.querySelector('ul') ?? undefined;
    if (list !== this.#list) this.#change(scroller, list);
    this.#rows?.show(lines);
  }

  leave(): void {
    this.#change(null, undefined);
  }

  #change(scroller: HTMLElement | null, list: HTMLElement | undefined): void {
    this.#rows?.disconnect();
    this.#list = list;
    this.#rows =
      scroller && list
        ? new WindowedList({
            scroller,
            list,
            keyOf: ({ row }) => String(row),
            row: this.#row,
            estimate: () => height,
            isNumbered: true,
          })
        : undefined;
    this.#rows?.connect();
  }
}
