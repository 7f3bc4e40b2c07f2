import { ApiError } from '../api/api-error.js';
import { Backoff } from '../api/backoff.js';
import type { LiveEvent } from '../contract/live.js';
import { Observable } from './observable.js';

/** `ready` outlives a failed reload: `problem` is then set beside what was there. */
export type Status = 'idle' | 'loading' | 'ready' | 'problem';

/** What every snapshot of loaded facts tells. */
export interface Snapshot {
  readonly status: Status;
  readonly problem: ApiError | null;
}

/**
 * Facts that are fetched while somebody listens, kept true by events, and fetched again after a
 * failure that may pass. Loads follow one another, so no late answer can overtake a newer one.
 */
export abstract class Loader<S extends Snapshot> extends Observable<S> {
  readonly #backoff = new Backoff();
  readonly #logs = new Set<LiveEvent[]>();
  #call = new AbortController();
  #loading: Promise<void> | null = null;
  #again = false;

  /** The facts, as the server has them. */
  protected abstract fetch(signal: AbortSignal): Promise<Partial<S>>;

  /** The snapshot after an event; the same one if the event changes nothing. */
  protected reduce(snapshot: S, _event: LiveEvent): S {
    return snapshot;
  }

  /** Brings the facts up to date without a flicker; resolves also when that fails. */
  load(): Promise<void> {
    this.#again = true;
    this.#loading ??= this.#rounds().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  /** As {@link load}, for a person who asks: it begins at once and shows that it does. */
  retry(): Promise<void> {
    this.#call.abort();
    if (this.facts.status === 'problem') this.#show('loading', null);
    return this.load();
  }

  /** Takes in an event, also into answers that are still on their way. */
  protected hear(event: LiveEvent): void {
    if (event.type === 'resync') return void this.load();
    for (const log of this.#logs) log.push(event);
    const next = this.reduce(this.facts, event);
    if (next !== this.facts) this.publish(next);
  }

  /** Publishes an answer together with the events that were heard while it was on its way. */
  protected async bring(ask: () => Promise<Partial<S>>, signal?: AbortSignal): Promise<void> {
    const log: LiveEvent[] = [];
    this.#logs.add(log);
    try {
      const facts = await ask();
      if (signal?.aborted) return;
      const start: S = { ...this.facts, ...facts };
      this.publish(log.reduce((snapshot, event) => this.reduce(snapshot, event), start));
    } finally {
      this.#logs.delete(log);
    }
  }

  protected override started(): void {
    void this.load();
  }

  protected override stopped(): void {
    this.#call.abort();
    if (this.facts.status !== 'ready') this.#show('idle', null);
  }

  async #rounds(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#round();
    }
  }

  async #round(): Promise<void> {
    this.#call.abort();
    const { signal } = (this.#call = new AbortController());
    if (this.facts.status === 'idle') this.#show('loading', null);
    try {
      await this.bring(async () => {
        const facts = await this.fetch(signal);
        return { ...facts, status: 'ready', problem: null };
      }, signal);
      this.#backoff.reset();
      // Nothing waits for the end of what has ended, and it takes long to tell that to nobody.
      this.#call = new AbortController();
    } catch (error) {
      if (!signal.aborted) this.#fail(ApiError.from(error), signal);
    }
  }

  #fail(problem: ApiError, signal: AbortSignal): void {
    this.#show(this.facts.status === 'ready' ? 'ready' : 'problem', problem);
    if (!problem.transient) return;
    void this.#backoff.wait(signal, problem.retryAfter).then(() => {
      if (!signal.aborted && this.observed) void this.load();
    });
  }

  #show(status: Status, problem: ApiError | null): void {
    this.publish({ ...this.facts, status, problem });
  }
}
