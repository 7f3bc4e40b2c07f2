import { PageView } from './page-view.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';
import { WindowedRows } from './windowed-rows.js';

/** A long list that scrolls with the page, and whose rows show where they stand. */
export class WindowedPage<Item> extends WindowedRows<Item> {
  constructor(options: WindowedRowsOptions<Item>) {
    super({ beside: (_, index) => [index], ...options }, new PageView(options.list));
  }
}
