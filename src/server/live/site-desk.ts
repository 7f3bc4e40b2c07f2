import type { Database } from '../database/database.js';
import { readSite } from '../database/in-site.js';
import { describeError, type Logger } from '../logger.js';
import { eventFor, type Listener, type News } from './audience.js';
import { readNews } from './news.js';
import type { SiteNotice } from './notice.js';

/** Hands out the news of one site, in the order in which it was announced. */
export class SiteDesk {
  readonly listeners = new Set<Listener>();
  readonly #site: string;
  readonly #database: Database;
  readonly #logger: Logger;
  #waiting: SiteNotice[] = [];
  #working = false;

  constructor(site: string, database: Database, logger: Logger) {
    this.#site = site;
    this.#database = database;
    this.#logger = logger;
  }

  notice(notice: SiteNotice): void {
    this.#waiting.push(notice);
    if (!this.#working) void this.#work();
  }

  /** Says that something may have been missed. */
  resync(): void {
    for (const listener of this.listeners) listener.send({ type: 'resync', data: {} });
  }

  async #work(): Promise<void> {
    this.#working = true;
    while (this.#waiting.length > 0) {
      const notices = this.#waiting;
      this.#waiting = [];
      try {
        for (const news of await this.#read(notices)) this.#send(news);
      } catch (error) {
        const details = { error: describeError(error) };
        this.#logger.warn(details, 'News could not be read; the streams are told to resync.');
        this.resync();
      }
    }
    this.#working = false;
  }

  /** What was announced several times since the last reading is read once, where it stood last. */
  #read(notices: SiteNotice[]): Promise<News[]> {
    const last = new Map<string, SiteNotice>();
    for (const notice of notices) {
      const key = JSON.stringify(notice);
      last.delete(key);
      last.set(key, notice);
    }
    return readSite(this.#database.kysely, this.#site, async (transaction) => {
      const news: News[] = [];
      for (const notice of last.values()) {
        const found = await readNews(transaction, notice);
        if (found) news.push(found);
      }
      return news;
    });
  }

  #send(news: News): void {
    for (const listener of this.listeners) {
      const event = eventFor(listener.asker, news);
      if (event) listener.send(event);
    }
  }
}
