import { ApiError } from '../api/api-error.js';
import type { Insights, InsightsQuery } from '../contract/insights.js';
import type { LiveEvent } from '../contract/live.js';
import type { Snapshot } from './loader.js';
import type { Session } from './session.js';
import { Store } from './store.js';

export interface InsightsSnapshot extends Snapshot {
  /** Null until they are known, and from a backend that keeps no figures. */
  readonly insights: Insights | null;
}

/** Milliseconds from one look to the next, however much is told meanwhile. */
const pause = 2_000;

/** The figures of one period, for owners; kept up to date while somebody looks. */
export class InsightsStore extends Store<InsightsSnapshot> {
  readonly #query: InsightsQuery;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isOld = false;

  constructor(session: Session, query: InsightsQuery) {
    super(session, { status: 'idle', problem: null, insights: null });
    this.#query = query;
  }

  protected async fetch(signal: AbortSignal): Promise<Partial<InsightsSnapshot>> {
    const { service } = this.session.connection.snapshot;
    if (service && !service.capabilities.insights) return { insights: null };
    try {
      const client = await this.session.client();
      return { insights: await client.getInsights(this.#query, signal) };
    } catch (error) {
      // A backend without them may be asked before it has said so.
      if (ApiError.from(error).code === 'not-found') return { insights: null };
      throw error;
    }
  }

  /** What is told first is looked at once, and what follows it together, a moment later. */
  protected override hear(event: LiveEvent): void {
    super.hear(event);
    if (event.type !== 'report' && event.type !== 'points') return;
    this.#isOld = true;
    if (!this.#resting) this.#look();
  }

  #look(): void {
    this.#resting = undefined;
    if (!this.#isOld || !this.observed) return;
    this.#isOld = false;
    this.#resting = setTimeout(() => this.#look(), pause);
    void this.load();
  }
}

/** Equal queries share one store. */
export const insightsOf = (session: Session, query: InsightsQuery): InsightsStore =>
  session.store(`insights ${JSON.stringify(Object.entries(query).sort())}`, () => {
    return new InsightsStore(session, query);
  });
