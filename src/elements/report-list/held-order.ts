import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReportSummary } from '../../contract/report.js';
import { emptyList } from '../../stores/list-store.js';
import type { ReportsSnapshot, ReportsStore } from '../../stores/reports-store.js';

type HeldHost = ReactiveControllerHost & HTMLElement;

/**
 * The reports in the order in which they stood when a hand came to the list: as long as the pointer
 * or the focus is there, none changes places. What is new comes in where it belongs.
 */
export class HeldOrder implements ReactiveController {
  readonly #host: HeldHost;
  readonly #store: () => ReportsStore | undefined;
  /** A row that is put elsewhere loses the focus within the update, and gets it back. */
  readonly #release = (): void =>
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  #of: ReportsStore | undefined;
  #whole: ReportsSnapshot = emptyList;
  #shown: ReportsSnapshot = emptyList;

  constructor(host: HeldHost, store: () => ReportsStore | undefined) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerleave', this.#release);
    this.#host.addEventListener('focusout', this.#release);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerleave', this.#release);
    this.#host.removeEventListener('focusout', this.#release);
  }

  /** The same object as long as the list is the same, and stands as it stood. */
  get snapshot(): ReportsSnapshot {
    const store = this.#store();
    const whole = store?.snapshot ?? emptyList;
    const isHeld = store === this.#of && this.#host.matches(':hover, :focus-within');
    if (whole === this.#whole && (isHeld || this.#shown === whole)) return this.#shown;
    this.#shown = isHeld ? { ...whole, items: held(this.#shown.items, whole.items) } : whole;
    this.#whole = whole;
    this.#of = store;
    return this.#shown;
  }

  async load(): Promise<void> {
    await this.#store()?.load();
  }

  async loadMore(): Promise<void> {
    await this.#store()?.loadMore();
  }
}

/** What stood there in its order, and what is new before the one that it would come before. */
function held(
  former: readonly ReportSummary[],
  items: readonly ReportSummary[],
): readonly ReportSummary[] {
  const known = new Set(former.map(({ id }) => id));
  const byId = new Map(items.map((item) => [item.id, item]));
  const order: ReportSummary[] = [];
  const before = new Map<string, ReportSummary[]>();
  let fresh: ReportSummary[] = [];
  for (const item of items) {
    if (!known.has(item.id)) fresh.push(item);
    else if (fresh.length > 0) {
      before.set(item.id, fresh);
      fresh = [];
    }
  }
  for (const { id } of former) {
    const item = byId.get(id);
    if (item) order.push(...(before.get(id) ?? []), item);
  }
  return [...order, ...fresh];
}
