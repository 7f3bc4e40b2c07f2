import type { Figures, Insights } from '../../contract/insights.js';
import type { InsightsStore } from '../../stores/insights-store.js';
import type { Session } from '../../stores/session.js';

/** The figures that are shown: while those of other days are on their way, the former ones. */
export class KeptInsights {
  #session: Session | undefined;
  #insights: Insights | undefined;

  /** What one person may see is never kept for another. */
  of(store: InsightsStore | undefined, session: Session | undefined): Insights | undefined {
    if (!store || session !== this.#session) this.#insights = undefined;
    this.#session = session;
    const { status, insights } = store?.snapshot ?? {};
    if (status === 'ready' || insights) this.#insights = insights ?? undefined;
    return this.#insights;
  }
}

/** Whether nothing at all happened. */
export const isQuiet = ({ opened, submitted, approved, rejected, changes, ...rest }: Figures) =>
  opened + submitted + approved + rejected + changes === 0 &&
  rest.points === 0 &&
  rest.corrected === 0;
