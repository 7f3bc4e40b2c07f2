import { WindowedList } from './windowed-list.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';

type LineListOptions<Line> = Pick<WindowedRowsOptions<Line>, 'keyOf' | 'row' | 'estimate'>;

/** The lines of a file in a window: only those in view are in the page. */
export class LineList<Line> {
  readonly #options: LineListOptions<Line>;
  #list: HTMLElement | undefined;
  #rows: WindowedList<Line> | undefined;

  constructor(options: LineListOptions<Line>) {
    this.#options = options;
  }

  /** Shows these lines in the scroller's `ul`. Another array is another choice of lines. */
  show(scroller: HTMLElement | null, lines: readonly Line[]): void {
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
        ? new WindowedList({ ...this.#options, scroller, list, beside: (_, index) => [index] })
        : undefined;
    this.#rows?.connect();
  }
}
