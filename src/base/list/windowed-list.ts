import { ListView, type Edge } from './list-view.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';
import { WindowedRows } from './windowed-rows.js';

/** What a {@link WindowedList} shows, and where. */
export interface WindowedListOptions<Item> extends WindowedRowsOptions<Item> {
  /** What scrolls, with the list in it. */
  readonly scroller: HTMLElement;
  /** Where the list opens; a reader who is there goes on with it. Default: `start`. */
  readonly edge?: Edge;
}

/** A long list that has a scroller of its own. */
export class WindowedList<Item> extends WindowedRows<Item> {
  constructor(options: WindowedListOptions<Item>) {
    super(options, new ListView(options.scroller, options.edge ?? 'start'));
  }
}
