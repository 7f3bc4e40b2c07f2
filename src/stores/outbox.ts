import { v7 } from 'uuid';
import { ApiError } from '../api/api-error.js';
import { Backoff } from '../api/backoff.js';
import type { TextMessage } from '../contract/message.js';
import { Observable } from './observable.js';
import type { Session } from './session.js';
import { shelfOf, type Shelf } from './shelf.js';

/** A message that the server has not yet acknowledged. */
export interface Waiting {
  /** The message's own id: it stays when the server's copy takes this one's place. */
  readonly id: string;
  readonly report: string;
  readonly text: string;
  readonly replyTo: string | null;
  /** A refused one stays until somebody retries or discards it, and holds back those behind it. */
  readonly state: 'waiting' | 'refused';
  /** Why the last attempt failed. */
  readonly problem: ApiError | null;
}

export interface OutboxSnapshot {
  /** In the order they were typed. */
  readonly entries: readonly Waiting[];
}

interface Promised {
  readonly resolve: (message: TextMessage) => void;
  readonly reject: (problem: ApiError) => void;
}

/**
 * Sends messages, for each report one after the other, until they are acknowledged. Each is
 * stored before its first attempt, and sent again after a reload by the same identity alone.
 */
export class Outbox extends Observable<OutboxSnapshot> {
  readonly #session: Session;
  readonly #shelf: Shelf;
  readonly #backoff = new Backoff();
  readonly #promised = new Map<string, Promised>();
  readonly #sending = new Set<string>();
  #writes: Promise<unknown> = Promise.resolve();
  #pause = new AbortController();

  constructor(session: Session) {
    super({ entries: [] });
    this.#session = session;
    this.#shelf = shelfOf(session);
    const leave = session.connection.listen(({ type }) => type === 'resync' && this.#wake());
    session.signal.addEventListener('abort', () => {
      leave();
      this.#pause.abort();
    });
    void this.#recall();
  }

  /** Resolves with the server's copy; rejects with an ApiError when it is refused for good. */
  add(report: string, text: string, replyTo: string | null = null): Promise<TextMessage> {
    const id = v7();
    const entry: Waiting = { id, report, text, replyTo, state: 'waiting', problem: null };
    this.#store(entry);
    this.patch({ entries: [...this.snapshot.entries, entry] });
    return this.#promise(entry);
  }

  /** Sends a refused message again. */
  retry(id: string): Promise<TextMessage> {
    const entry = this.#change(id, { state: 'waiting', problem: null });
    return entry ? this.#promise(entry) : Promise.reject(new ApiError('not-found'));
  }

  /** Throws a message away that has not been acknowledged. */
  discard(id: string): Promise<void> {
    const entry = this.snapshot.entries.find((candidate) => candidate.id === id);
    this.#remove(id);
    if (entry) void this.#pump(entry.report);
    return this.#writes.then(() => {});
  }

  #promise(entry: Waiting): Promise<TextMessage> {
    const promise = new Promise<TextMessage>((resolve, reject) => {
      this.#promised.set(entry.id, { resolve, reject });
    });
    // The refusal is in the snapshot too, for those who do not wait for the promise.
    promise.catch(() => {});
    void this.#pump(entry.report);
    return promise;
  }

  async #pump(report: string): Promise<void> {
    if (this.#sending.has(report)) return;
    this.#sending.add(report);
    for (;;) {
      const entry = this.snapshot.entries.find((candidate) => candidate.report === report);
      if (entry?.state !== 'waiting' || this.#session.signal.aborted) break;
      await this.#writes;
      await this.#attempt(entry);
    }
    this.#sending.delete(report);
  }

  async #attempt({ id, report, text, replyTo }: Waiting): Promise<void> {
    try {
      const client = await this.#session.client();
      const data = await client.sendMessage(report, id, { text, replyTo });
      this.#backoff.reset();
      this.#session.connection.announce({ type: 'message', data });
      this.#remove(id);
      this.#promised.get(id)?.resolve(data);
    } catch (error) {
      await this.#failed(id, ApiError.from(error));
    }
  }

  async #failed(id: string, problem: ApiError): Promise<void> {
    const state = problem.transient ? 'waiting' : 'refused';
    this.#change(id, { state, problem });
    if (problem.transient) return this.#backoff.wait(this.#pause.signal, problem.retryAfter);
    this.#promised.get(id)?.reject(problem);
  }

  #change(id: string, facts: Partial<Waiting>): Waiting | undefined {
    const entries = this.snapshot.entries.map((entry) =>
      entry.id === id ? { ...entry, ...facts } : entry,
    );
    this.patch({ entries });
    return entries.find((entry) => entry.id === id);
  }

  #remove(id: string): void {
    this.patch({ entries: this.snapshot.entries.filter((entry) => entry.id !== id) });
    this.#write(async () => this.#shelf.delete(await this.#place(id)));
  }

  #store({ id, report, text, replyTo }: Waiting): void {
    const kept = { id, report, text, replyTo };
    this.#write(async () => this.#shelf.set(await this.#place(id), kept));
  }

  /** Writes follow one another. One that fails for want of a token costs durability alone. */
  #write(work: () => Promise<void>): void {
    this.#writes = this.#writes.then(work).catch(() => {});
  }

  async #place(...rest: string[]): Promise<string[]> {
    return ['outbox', ...(await this.#session.identity()), ...rest];
  }

  /** Takes up what an earlier page of the same identity has left. */
  async #recall(): Promise<void> {
    const kept = await this.#identified();
    const { entries } = this.snapshot;
    const left = kept
      .filter(({ id }) => !entries.some((entry) => entry.id === id))
      .map((entry): Waiting => ({ ...entry, state: 'waiting', problem: null }));
    this.patch({ entries: [...left, ...entries] });
    for (const report of new Set(left.map((entry) => entry.report))) void this.#pump(report);
  }

  /** Waits for the first token, since nothing may be read before it is known whose it is. */
  async #identified(): Promise<Waiting[]> {
    const backoff = new Backoff();
    while (!this.#session.signal.aborted) {
      try {
        return await this.#shelf.list<Waiting>(await this.#place());
      } catch {
        await backoff.wait(this.#pause.signal);
      }
    }
    return [];
  }

  #wake(): void {
    this.#pause.abort();
    this.#pause = new AbortController();
  }
}

export const outboxOf = (session: Session): Outbox =>
  session.store('outbox', () => new Outbox(session));
