import { Observable } from './observable.js';
import type { Session } from './session.js';

/** Milliseconds without a sign of somebody after which they have left. */
const pause = 30 * 60_000;

/** What this browser keeps of the visits of one person. */
interface Kept {
  /** When the newest task was made that the list of all has shown. The server's clock. */
  readonly newest: string;
  /** The same, at the end of the visit before this one; null during the first. */
  readonly since: string | null;
  /** The last sign of this visit, in milliseconds since 1970. The clock of this device. */
  readonly at: number;
}

/**
 * What is new since the last visit: the tasks that were made after the newest one that was shown in
 * it. A visit ends with thirty minutes without a page that shows tasks; so nothing stops to be new
 * by a reload, nor in another tab. During the first visit nothing is. The times compared are all the
 * server's. Kept in `localStorage`, apart for each endpoint, site and subject; where that is
 * refused, nothing is ever new.
 */
export class Visit extends Observable<{ readonly since: string | null }> {
  readonly #session: Session;
  #key: string | undefined;
  #newest = '';
  #opening: Promise<void> | undefined;

  constructor(session: Session) {
    super({ since: null });
    this.#session = session;
  }

  /** The list of all tasks was shown, of which this one is the newest. */
  saw(newest = ''): void {
    if (newest > this.#newest) this.#newest = newest;
    if (this.#key) this.#keep();
    else this.started();
  }

  protected override started(): void {
    this.#opening ??= this.#open().catch(() => {
      // Who it is could not be had. What is shown next asks again; until then nothing is new.
      this.#opening = undefined;
    });
  }

  async #open(): Promise<void> {
    const identity = await this.#session.identity();
    this.#key = `taskchat visit ${JSON.stringify(identity)}`;
    const kept = this.#read();
    if (kept) {
      this.patch({ since: Date.now() - kept.at > pause ? kept.newest : kept.since });
    }
    this.#keep();
    globalThis.addEventListener('pagehide', () => this.#keep(), { signal: this.#session.signal });
  }

  /** Another tab may have seen more. */
  #keep(): void {
    if (!this.#key) return;
    const former = this.#read()?.newest ?? '';
    const newest = former > this.#newest ? former : this.#newest;
    const { since } = this.snapshot;
    const kept: Kept = { newest, since, at: Date.now() };
    try {
      localStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // Nothing is new then.
    }
  }

  #read(): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(this.#key!) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  }
}

export const visitOf = (session: Session): Visit =>
  session.store('visit', () => new Visit(session));
