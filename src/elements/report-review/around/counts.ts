import type { ReactiveControllerHost } from 'lit';
import { StoreController } from '../../../base/store-controller.js';
import type { ReportCounts, ReportSummary } from '../../../contract/report.js';
import type { DecisionsSnapshot } from '../../../stores/decisions/decisions.js';
import { reportCountsOf, type ReportCountsStore } from '../../../stores/report-counts.js';
import type { ReportFilter } from '../../../stores/reports-store.js';
import type { Session } from '../../../stores/session.js';
import type { Shown } from '../queue/status-switch.js';

interface CountsHost extends ReactiveControllerHost {
  readonly session: Session | undefined;
  readonly isConnected: boolean;
}

/** The queue that is counted. */
export interface Counted {
  /** What the queue is narrowed to, beside its status. */
  readonly filter: () => ReportFilter;
  /** What is decided, and not sent. */
  readonly held: () => DecisionsSnapshot['open'] | undefined;
  /** What can be decided, as far as it is loaded. */
  readonly open: () => readonly ReportSummary[];
}

/** How many reports there are with each status, without those that the reviewer just decided. */
export class Counts {
  readonly #store: StoreController<ReportCountsStore>;
  readonly #held: Counted['held'];
  readonly #open: Counted['open'];
  /** What was decided here since the last count. */
  readonly #decided = new Set<string>();
  #counted: ReportCounts | null = null;

  constructor(host: CountsHost, { filter, held, open }: Counted) {
    this.#held = held;
    this.#open = open;
    this.#store = new StoreController(host, (session) => reportCountsOf(session, filter()));
  }

  /** Undefined until it is known. */
  of(shown: Shown): number | undefined {
    const counts = this.#store.snapshot?.counts;
    if (!counts) return undefined;
    const { reviewer, member, approved, rejected } = counts;
    if (shown === 'all') return reviewer + member + approved + rejected;
    if (shown === 'awaiting') return Math.max(reviewer - this.#gone(counts), 0);
    return shown === 'changes' ? member : counts[shown];
  }

  /** Those that are counted as waiting, and were decided here: held, or sent since the count. */
  #gone(counts: ReportCounts): number {
    if (counts !== this.#counted) this.#decided.clear();
    this.#counted = counts;
    for (const id of this.#held()?.keys() ?? []) this.#decided.add(id);
    const open = new Set(this.#decided.size > 0 ? this.#open().map(({ id }) => id) : []);
    return [...this.#decided].filter((id) => !open.has(id)).length;
  }
}
