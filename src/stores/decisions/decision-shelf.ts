import type { Session } from '../session.js';
import { shelfOf, type Shelf } from '../shelf.js';
import type { Held } from './held.js';

/** Keeps decisions on this device until the server has them: a page may die within the wait. */
export class DecisionShelf {
  readonly #session: Session;
  readonly #shelf: Shelf;

  constructor(session: Session) {
    this.#session = session;
    this.#shelf = shelfOf(session);
  }

  async put({ id, report, verdict, reason, due }: Held): Promise<void> {
    const { id: reportId, round } = report;
    const kept = { id, report: { id: reportId, round }, verdict, reason, due };
    await this.#shelf.set([...(await this.#beginning()), id], kept);
  }

  async remove({ id }: Held): Promise<void> {
    await this.#shelf.delete([...(await this.#beginning()), id]);
  }

  /** Also what other tabs hold. */
  async list(): Promise<readonly Held[]> {
    return (await this.#shelf.list<Held>(await this.#beginning())) ?? [];
  }

  async #beginning(): Promise<readonly string[]> {
    return ['decision', ...(await this.#session.identity())];
  }
}
