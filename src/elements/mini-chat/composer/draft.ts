import { draftsOf } from '../../../stores/drafts.js';
import type { Session } from '../../../stores/session.js';

/** Milliseconds after which what is typed is kept at the latest. */
const latest = 500;

/** What somebody has begun to write in one dialogue; kept soon, and before the page may end. */
export class Draft {
  readonly #session: Session;
  readonly #key: string;
  #text = '';
  /** Ends what waits to keep the text; undefined while it is kept. */
  #waits: AbortController | undefined;
  #keeping = Promise.resolve();

  constructor(session: Session, key: string) {
    this.#session = session;
    this.#key = key;
  }

  /** What was kept; empty if there was nothing, or if it cannot be known whose it is. */
  async recall(): Promise<string> {
    const kept = draftsOf(this.#session).get(this.#key);
    return (await kept.catch(() => undefined)) ?? '';
  }

  write(text: string): void {
    this.#text = text;
    if (this.#waits) return;
    const { signal } = (this.#waits = new AbortController());
    const keep = (): void => void this.keep();
    const timer = setTimeout(keep, latest);
    signal.addEventListener('abort', () => clearTimeout(timer));
    window.addEventListener('pagehide', keep, { signal });
    document.addEventListener('visibilitychange', keep, { signal });
  }

  /** Keeps at once what has changed. Resolves when that, and all before it, is done. */
  readonly keep = (): Promise<void> => {
    if (!this.#waits) return this.#keeping;
    this.#waits.abort();
    this.#waits = undefined;
    const text = this.#text;
    return (this.#keeping = this.#keeping.then(() => this.#save(text)));
  };

  /** Without storage the text stays on screen all the same. */
  async #save(text: string): Promise<void> {
    const drafts = draftsOf(this.#session);
    await (text ? drafts.set(this.#key, text) : drafts.delete(this.#key)).catch(() => {});
  }
}
