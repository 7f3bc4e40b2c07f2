import type { Session } from '../session.js';
import type { Uploads } from './uploads.js';

/** The files of messages that wait. Their code comes with the first that has any. */
export class OutgoingFiles {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Resolves when the server has all of them; rejects with an ApiError when it refused one. */
  async deliver(ids: readonly string[], awake: AbortSignal): Promise<void> {
    if (ids.length > 0) await (await this.#uploads()).deliver(ids, awake);
  }

  /** Forgets what has arrived, or is not wanted. */
  async forget(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await (await this.#uploads()).forget(ids);
  }

  async #uploads(): Promise<Uploads> {
    const { uploadsOf } = await import('./uploads.js');
    return uploadsOf(this.#session);
  }
}
