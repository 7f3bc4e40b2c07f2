import type { Database } from '../database/database.js';
import type { Logger } from '../logger.js';
import type { Listener } from './audience.js';
import { channel, type SiteNotice } from './notice.js';
import { SiteDesk } from './site-desk.js';

/** Milliseconds before the first attempt to listen again, and at most. */
const patience = { first: 100, most: 5_000 };

/** One for each process: hears what changed, and hands it to the open streams of that site. */
export class Hub {
  readonly #database: Database;
  readonly #logger: Logger;
  readonly #desks = new Map<string, SiteDesk>();
  #listening: Promise<() => Promise<void>> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(database: Database, logger: Logger) {
    this.#database = database;
    this.#logger = logger;
  }

  /** Resolves when everything that commits from then on is heard. Rejects if that cannot be. */
  async listen(): Promise<void> {
    this.#listening ??= this.#start();
    await this.#listening;
  }

  /** Adds an open stream; gives back how it leaves. */
  join(listener: Listener): () => void {
    const { site } = listener.asker;
    const desk = this.#desks.get(site) ?? new SiteDesk(site, this.#database, this.#logger);
    this.#desks.set(site, desk);
    desk.listeners.add(listener);
    return () => {
      desk.listeners.delete(listener);
      if (desk.listeners.size === 0 && this.#desks.get(site) === desk) this.#desks.delete(site);
    };
  }

  /** Ends all streams and hears no more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    for (const desk of this.#desks.values()) {
      for (const listener of desk.listeners) listener.end();
    }
    const stop = await this.#listening?.catch(() => undefined);
    await stop?.();
  }

  async #start(): Promise<() => Promise<void>> {
    try {
      return await this.#database.listen(
        channel,
        (payload) => this.#hear(payload),
        () => this.#lost(patience.first),
      );
    } catch (error) {
      this.#listening = undefined;
      throw error;
    }
  }

  #hear(payload: string): void {
    const notice = JSON.parse(payload) as SiteNotice;
    this.#desks.get(notice.site)?.notice(notice);
  }

  /** Until somebody listens again, news is lost; after it, the streams are told to catch up. */
  #lost(wait: number): void {
    if (this.#closed) return;
    this.#logger.warn({ wait }, 'The database no longer tells what changes; listening again.');
    this.#listening = undefined;
    this.#retry = setTimeout(() => {
      this.listen().then(
        () => this.#resync(),
        () => this.#lost(Math.min(wait * 2, patience.most)),
      );
    }, wait);
  }

  #resync(): void {
    for (const desk of this.#desks.values()) desk.resync();
  }
}
