/**
 * Holds one frozen snapshot and tells its listeners when another takes its place. The first
 * listener starts the work, the last one to leave stops it; both a microtask later, so that an
 * element which is only moved stops nothing, and one that changes its mind starts nothing.
 */
export class Observable<T extends object> {
  readonly #listeners = new Set<{ tell: () => void }>();
  #facts: Readonly<T>;
  #isStale = false;
  #isTold = false;
  #running = false;

  constructor(initial: T) {
    this.#facts = Object.freeze(initial);
  }

  get snapshot(): Readonly<T> {
    if (this.#isStale) {
      this.#isStale = this.#isTold = false;
      this.#facts = frozen(this.compose(this.#facts));
    }
    return this.#facts;
  }

  /** The snapshot, in which what {@link compose} puts together may be out of date. */
  protected get facts(): Readonly<T> {
    return this.#facts;
  }

  /** Whether somebody listens. */
  get observed(): boolean {
    return this.#listeners.size > 0;
  }

  /** @returns the undo. */
  subscribe(listener: () => void): () => void {
    const entry = { tell: listener };
    this.#listeners.add(entry);
    this.#isTold = false;
    queueMicrotask(() => this.#settle());
    return () => {
      this.#listeners.delete(entry);
      queueMicrotask(() => this.#settle());
    };
  }

  /** Tells the listeners, unless every fact is the same as before. */
  protected publish(next: T): void {
    if (!this.#isStale && isSame(this.#facts, next)) return;
    this.#facts = frozen(next);
    this.#tell();
  }

  /** Publishes the snapshot with some facts replaced. */
  protected patch(facts: Partial<T>): void {
    this.publish({ ...this.#facts, ...facts });
  }

  /** Puts together what changes more often than it is looked at. */
  protected compose(facts: Readonly<T>): T {
    return facts;
  }

  /**
   * Has the snapshot composed when somebody reads it. The listeners are told a microtask later, and
   * not again before somebody has read it: what nobody looks at costs nothing, however often it
   * changes. Unless it `isNews`, nobody is told: something that is will follow.
   */
  protected outdate(isNews = true): void {
    this.#isStale = true;
    if (!isNews || this.#isTold) return;
    this.#isTold = true;
    queueMicrotask(() => this.#tell());
  }

  protected started(): void {}

  protected stopped(): void {}

  #tell(): void {
    for (const entry of [...this.#listeners]) entry.tell();
  }

  #settle(): void {
    if (this.#running === this.observed) return;
    this.#running = this.observed;
    if (this.#running) this.started();
    else this.stopped();
  }
}

const isSame = <T extends object>(former: T, next: T): boolean =>
  Object.keys(next).length === Object.keys(former).length &&
  (Object.keys(next) as (keyof T)[]).every((fact) => former[fact] === next[fact]);

const frozen = <T extends object>(snapshot: T): Readonly<T> => {
  for (const value of Object.values(snapshot)) if (Array.isArray(value)) Object.freeze(value);
  return Object.freeze(snapshot);
};
