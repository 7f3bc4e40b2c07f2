import { ApiError } from '../../api/api-error.js';
import { limits } from '../../contract/limits.js';
import type { Message } from '../../contract/message.js';
import type { Snapshot } from '../loader.js';
import { Observable } from '../observable.js';
import type { Session } from '../session.js';

export interface MessageSearchSnapshot extends Snapshot {
  /** What is looked for; empty while nothing is. */
  readonly q: string;
  /** What was found so far, the newest first. */
  readonly hits: readonly Message[];
  /** Whether there are more. */
  readonly more: boolean;
}

const initial = { status: 'idle', problem: null, q: '', hits: [], more: false } as const;

/** Milliseconds without another key after which the server is asked. */
const pause = 250;

/** What is found in one dialogue: the server looks through all of it, not only what is loaded. */
export class MessageSearch extends Observable<MessageSearchSnapshot> {
  readonly #session: Session;
  readonly #report: string;
  #call = new AbortController();
  #page: Promise<void> | undefined;
  #next = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, report: string) {
    super(initial);
    this.#session = session;
    this.#report = report;
  }

  /** Looks for messages with all of these words; a later question makes an earlier one void. */
  ask(text: string): void {
    const q = text.trim();
    if (q === this.snapshot.q) return;
    this.#begin(q);
    if (q) this.#timer = setTimeout(() => void this.more(), pause);
  }

  /** Asks once more for what could not be had. */
  retry(): void {
    this.patch({ status: 'loading', problem: null });
    void this.more();
  }

  /** Fetches the next hits, without a pause if it is for the first ones. */
  more(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.snapshot.more) return Promise.resolve();
    return (this.#page ??= this.#load(this.#call.signal));
  }

  protected override stopped(): void {
    this.#begin('');
  }

  #begin(q: string): void {
    clearTimeout(this.#timer);
    this.#call.abort();
    this.#call = new AbortController();
    this.#page = undefined;
    this.#next = '';
    this.publish(q ? { ...initial, q, status: 'loading', more: true } : initial);
  }

  async #load(signal: AbortSignal): Promise<void> {
    const { q, hits } = this.snapshot;
    const after = this.#next ? Number(this.#next) : undefined;
    try {
      const client = await this.#session.client();
      const query = { q, limit: limits.pageMost, ...(after && { after }) };
      const { items, next } = await client.listMessages(this.#report, query, signal);
      if (signal.aborted) return;
      this.#next = next ?? '';
      this.#page = undefined;
      this.patch({
        status: 'ready',
        problem: null,
        hits: [...hits, ...items],
        more: next !== null,
      });
    } catch (error) {
      if (signal.aborted) return;
      this.#page = undefined;
      this.patch({ status: 'problem', problem: ApiError.from(error) });
    }
  }
}
