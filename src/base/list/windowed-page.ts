import { PageView } from './page-view.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';
import { WindowedRows } from './windowed-rows.js';

/** A long list that scrolls with the page. */
export class WindowedPage<Item> extends WindowedRows<Item> {
  constructor(options: WindowedRowsOptions<Item>) {
    super(options, new PageView(options.list));
  }
}
