import { draftsOf } from '../../stores/drafts.js';
import type { Session } from '../../stores/session.js';

/** What somebody has begun to write in one dialogue; kept at every change. */
export class Draft {
  readonly #session: Session;
  readonly #key: string;
  #text = '';
  #saving: Promise<void> | undefined;

  constructor(session: Session, key: string) {
    this.#session = session;
    this.#key = key;
  }

  /** What was kept; empty if there was nothing, or if it cannot be known whose it is. */
  async recall(): Promise<string> {
    return (
      (await draftsOf(this.#session)
        .get(this.#key)
        .catch(() => undefined)) ?? ''
    );
  }

  /** Keeps the newest text; what was typed while one write was on its way is written at once. */
  write(text: string): void {
    this.#text = text;
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
  }

  async #save(): Promise<void> {
    const drafts = draftsOf(this.#session);
    for (let kept: string | undefined; kept !== this.#text;) {
      kept = this.#text;
      // Without storage the text stays on screen all the same.
      await (kept ? drafts.set(this.#key, kept) : drafts.delete(this.#key)).catch(() => {});
    }
  }
}
