import type { ReportSummary } from '../../../contract/report.js';
import type { DecisionsSnapshot } from '../../../stores/decisions/decisions.js';
import { emptyList } from '../../../stores/list-store.js';
import type { ReportsSnapshot, ReportsStore } from '../../../stores/reports-store.js';

type Held = DecisionsSnapshot['open'];

/** The queue without what was just decided in it, and can still be taken back. */
export class OpenQueue {
  readonly #store: () => ReportsStore | undefined;
  readonly #held: () => Held | undefined;
  #whole: ReportsSnapshot = emptyList;
  #without: Held | undefined;
  #open: ReportsSnapshot = emptyList;

  constructor(store: () => ReportsStore | undefined, held: () => Held | undefined) {
    this.#store = store;
    this.#held = held;
  }

  /** The same object as long as the queue is the same, and what is held in it. */
  get snapshot(): ReportsSnapshot {
    const whole = this.#store()?.snapshot ?? emptyList;
    const held = this.#held();
    if (whole === this.#whole && held === this.#without) return this.#open;
    this.#whole = whole;
    this.#without = held;
    const isOpen = ({ id, round }: ReportSummary): boolean => held?.get(id)?.report.round !== round;
    this.#open = held?.size ? { ...whole, items: whole.items.filter(isOpen) } : whole;
    return this.#open;
  }

  async load(): Promise<void> {
    await this.#store()?.load();
  }

  async loadMore(): Promise<void> {
    await this.#store()?.loadMore();
  }
}
