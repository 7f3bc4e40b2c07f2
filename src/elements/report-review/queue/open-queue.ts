import type { ReportSummary } from '../../../contract/report.js';
import { emptyList } from '../../../stores/list-store.js';
import type { ReportsSnapshot, ReportsStore } from '../../../stores/reports-store.js';

/** The queue without what was just decided in it, and can still be taken back. */
export class OpenQueue {
  readonly #store: () => ReportsStore | undefined;
  readonly #isHeld: (report: ReportSummary) => boolean;
  #whole: ReportsSnapshot | undefined;
  #open: ReportsSnapshot = emptyList;

  constructor(store: () => ReportsStore | undefined, isHeld: (report: ReportSummary) => boolean) {
    this.#store = store;
    this.#isHeld = isHeld;
  }

  /** The same object as long as nothing in it is another. */
  get snapshot(): ReportsSnapshot {
    const whole = this.#store()?.snapshot ?? emptyList;
    const items = whole.items.filter((report) => !this.#isHeld(report));
    const known = this.#open.items;
    const isSame = items.length === known.length && items.every((item, n) => item === known[n]);
    if (whole !== this.#whole || !isSame) {
      this.#whole = whole;
      this.#open = { ...whole, items: isSame ? known : items };
    }
    return this.#open;
  }

  async load(): Promise<void> {
    await this.#store()?.load();
  }

  async loadMore(): Promise<void> {
    await this.#store()?.loadMore();
  }
}
