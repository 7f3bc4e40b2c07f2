/**
 * Holds one frozen snapshot and tells its listeners when another takes its place. The first
 * listener starts the work, the last one to leave stops it; both a microtask later, so that an
 * element which is only moved stops nothing, and one that changes its mind starts nothing.
 */
export class Observable<T extends object> {
  readonly #listeners = new Set<{ tell: () => void }>();
  #snapshot: Readonly<T>;
  #running = false;

  constructor(initial: T) {
    this.#snapshot = Object.freeze(initial);
  }

  get snapshot(): Readonly<T> {
    return this.#snapshot;
  }

  /** Whether somebody listens. */
  get observed(): boolean {
    return this.#listeners.size > 0;
  }

  /** @returns the undo. */
  subscribe(listener: () => void): () => void {
    const entry = { tell: listener };
    this.#listeners.add(entry);
    queueMicrotask(() => this.#settle());
    return () => {
      this.#listeners.delete(entry);
      queueMicrotask(() => this.#settle());
    };
  }

  protected publish(next: T): void {
    for (const value of Object.values(next)) if (Array.isArray(value)) Object.freeze(value);
    this.#snapshot = Object.freeze(next);
    for (const entry of [...this.#listeners]) entry.tell();
  }

  /** Publishes the snapshot with some facts replaced. */
  protected patch(facts: Partial<T>): void {
    this.publish({ ...this.#snapshot, ...facts });
  }

  protected started(): void {}

  protected stopped(): void {}

  #settle(): void {
    if (this.#running === this.observed) return;
    this.#running = this.observed;
    if (this.#running) this.started();
    else this.stopped();
  }
}
