import type { LiveEvent } from '../contract/live.js';
import type { ReportCounts, ReportCountsQuery } from '../contract/report.js';
import type { Snapshot } from './loader.js';
import type { Session } from './session.js';
import { Store } from './store.js';

export interface ReportCountsSnapshot extends Snapshot {
  /** Null until they are known, and from a backend that does not count. */
  readonly counts: ReportCounts | null;
}

type Filter = Partial<ReportCountsQuery>;

/** Milliseconds from one count to the next, however much is told meanwhile. */
const pause = 1_000;

/** How many reports of one filter stand where. Only the server knows those that are not loaded. */
export class ReportCountsStore extends Store<ReportCountsSnapshot> {
  readonly #filter: Filter;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isOld = false;

  constructor(session: Session, filter: Filter) {
    super(session, { status: 'idle', problem: null, counts: null });
    this.#filter = filter;
  }

  protected async fetch(signal: AbortSignal): Promise<Partial<ReportCountsSnapshot>> {
    const { service } = this.session.connection.snapshot;
    if (!service?.capabilities.counts) return { counts: null };
    const client = await this.session.client();
    return { counts: await client.countReports(this.#filter, signal) };
  }

  /** What is told first is counted at once, and what follows it together, a moment later. */
  protected override hear(event: LiveEvent): void {
    super.hear(event);
    if (event.type !== 'report') return;
    this.#isOld = true;
    if (!this.#resting) this.#count();
  }

  #count(): void {
    this.#resting = undefined;
    if (!this.#isOld || !this.observed) return;
    this.#isOld = false;
    this.#resting = setTimeout(() => this.#count(), pause);
    void this.load();
  }
}

/** Equal filters share one store. */
export const reportCountsOf = (session: Session, filter: Filter): ReportCountsStore =>
  session.store(`counts ${JSON.stringify(Object.entries(filter).sort())}`, () => {
    return new ReportCountsStore(session, filter);
  });
