import type { TextMessage } from '../../contract/message.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Session } from '../session.js';
import type { Waiting } from '../outbox/waiting.js';

/** What somebody writes into one dialogue, until the server has it. */
export class OwnLines {
  readonly #session: Session;
  readonly #report: string;
  readonly #changed: () => void;
  #waiting: readonly Waiting[] = [];
  #isFollowed = false;
  #coming: Promise<Outbox> | undefined;
  #leave = (): void => {};

  constructor(session: Session, report: string, changed: () => void) {
    this.#session = session;
    this.#report = report;
    this.#changed = changed;
  }

  /** In the order typed. */
  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }

  /** Resolves with the server's copy; rejects with an ApiError when it is refused for good. */
  async send(
    text: string,
    replyTo: string | null,
    attachments?: readonly string[],
  ): Promise<TextMessage> {
    const outbox = await this.#outbox();
    return outbox.add(this.#report, text, replyTo, attachments);
  }

  /** Sends a refused line again. */
  async resend(id: string): Promise<TextMessage> {
    const outbox = await this.#outbox();
    return outbox.retry(id);
  }

  /** Throws a line away that the server has not taken. */
  async discard(id: string): Promise<void> {
    const outbox = await this.#outbox();
    return outbox.discard(id);
  }

  /** Looks at what waits, from here on. */
  follow(): void {
    this.#isFollowed = true;
    // Without its code nothing waits, since nothing could be typed into it.
    this.#outbox().then(
      (outbox) => this.#isFollowed && this.#join(outbox),
      () => {},
    );
  }

  leave(): void {
    this.#isFollowed = false;
    this.#leave();
  }

  #join(outbox: Outbox): void {
    const take = (): void => {
      this.#waiting = outbox.snapshot.entries.filter(({ report }) => report === this.#report);
      this.#changed();
    };
    this.#leave();
    this.#leave = outbox.subscribe(take);
    take();
  }

  /** The first paint does not need it. */
  #outbox(): Promise<Outbox> {
    // One promise for all: what was said first also goes on first.
    this.#coming ??= this.#load();
    return this.#coming;
  }

  async #load(): Promise<Outbox> {
    try {
      const { outboxOf } = await import('../outbox/outbox.js');
      return outboxOf(this.#session);
    } catch (error) {
      this.#coming = undefined;
      throw error;
    }
  }
}
