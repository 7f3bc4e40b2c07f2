import type { Session } from '../session.js';

/** Milliseconds in which marks are gathered into one. */
const gather = 300;

/** Tells the backend how far somebody has read one dialogue. */
export class ReadMarks {
  readonly #session: Session;
  readonly #report: string;
  readonly #taken: (seq: number) => void;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `taken` hears what the backend has made of a mark. */
  constructor(session: Session, report: string, taken: (seq: number) => void) {
    this.#session = session;
    this.#report = report;
    this.#taken = taken;
  }

  /** Only ever forward; nothing up to `known`, which the backend knows already. */
  mark(seq: number, known: number): void {
    if (seq <= Math.max(known, this.#asked)) return;
    this.#asked = seq;
    this.#timer ??= setTimeout(() => void this.#send(), gather);
  }

  async #send(): Promise<void> {
    this.#timer = undefined;
    const asked = this.#asked;
    try {
      const client = await this.#session.client();
      const { seq } = await client.markRead(this.#report, asked);
      const { connection } = this.#session;
      const member = connection.snapshot.me?.id ?? '';
      connection.announce({ type: 'read', data: { report: this.#report, member, seq } });
      this.#taken(seq);
    } catch {
      // The next mark says it again.
      if (this.#asked === asked) this.#asked = 0;
    }
  }
}
