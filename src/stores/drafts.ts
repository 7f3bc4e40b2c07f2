import { shelfOf, type Shelf } from './shelf.js';
import type { Session } from './session.js';

/**
 * What somebody has typed and not yet sent, by a key of the caller's choice. It is kept apart for
 * each endpoint, site and subject, and survives a reload where the browser lends storage.
 */
export class Drafts {
  readonly #session: Session;
  readonly #shelf: Shelf;

  constructor(session: Session) {
    this.#session = session;
    this.#shelf = shelfOf(session);
  }

  /** False once the browser has refused its storage: drafts then end with the page. */
  get durable(): boolean {
    return this.#shelf.snapshot.durable;
  }

  async get(key: string): Promise<string | undefined> {
    return this.#shelf.get<string>(await this.#place(key));
  }

  async set(key: string, text: string): Promise<void> {
    return this.#shelf.set(await this.#place(key), text);
  }

  async delete(key: string): Promise<void> {
    return this.#shelf.delete(await this.#place(key));
  }

  async #place(key: string): Promise<string[]> {
    return ['draft', ...(await this.#session.identity()), key];
  }
}

export const draftsOf = (session: Session): Drafts =>
  session.store('drafts', () => new Drafts(session));
