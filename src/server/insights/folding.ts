import { sql, type Kysely } from 'kysely';
import { inSite } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { describeError, type Logger } from '../logger.js';

/** Events of a site after which a process folds their notes. */
const every = 128;

/** Notes that are folded in one transaction. */
const most = 5_000;

/** Sites whose events are counted, at most. What is forgotten is folded a little later. */
const mostSites = 10_000;

/**
 * Has notes of events added to the sums, now and then, behind the back of whoever causes them: no
 * write waits for it. What it leaves, or a server that dies leaves, the next one takes up; the
 * figures are right before as after.
 */
export class Folding {
  readonly #kysely: Kysely<Tables>;
  readonly #logger: Logger;
  readonly #counts = new Map<string, number>();
  readonly #running = new Map<string, Promise<void>>();

  constructor(kysely: Kysely<Tables>, logger: Logger) {
    this.#kysely = kysely;
    this.#logger = logger;
  }

  /** So many notes more may wait. */
  count(site: string, notes = 1): void {
    const sum = (this.#counts.get(site) ?? 0) + notes;
    if (this.#counts.size >= mostSites) this.#counts.clear();
    this.#counts.set(site, sum);
    if (sum < every || this.#running.has(site)) return;
    this.#counts.delete(site);
    const run = this.#fold(site).finally(() => this.#running.delete(site));
    this.#running.set(site, run);
  }

  /** Waits for what it is doing. */
  async close(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async #fold(site: string): Promise<void> {
    try {
      while ((await this.#once(site)) === most);
    } catch (error) {
      this.#logger.error({ error: describeError(error) }, 'Figures were not added up.');
    }
  }

  #once(site: string): Promise<number> {
    return inSite(this.#kysely, site, async (transaction) => {
      const { rows } = await sql<{ folded: number }>`
        select fold_insights(${most}) as folded`.execute(transaction);
      return rows[0]?.folded ?? 0;
    });
  }
}
