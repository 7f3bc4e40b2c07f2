import type * as Storage from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import { Observable } from './observable.js';
import type { Session } from './session.js';

type Key = readonly string[];

/** Keeps small things on this device; in memory, once the browser has refused its storage. */
export class Shelf extends Observable<{ readonly durable: boolean }> {
  readonly #memory = new Map<string, unknown>();
  #database: UseStore | undefined;

  constructor() {
    super({ durable: true });
  }

  async get<Value>(key: Key): Promise<Value | undefined> {
    const kept = await this.#try((database, storage) => storage.get<Value>([...key], database));
    return kept ?? (this.#memory.get(JSON.stringify(key)) as Value | undefined);
  }

  /** Everything whose key begins like this, in the order of the keys. */
  async list<Value>(beginning: Key): Promise<Value[]> {
    const kept =
      (await this.#try((database, storage) => storage.entries<string[], Value>(database))) ?? [];
    return kept
      .filter(([key]) => beginning.every((part, index) => key[index] === part))
      .map(([, value]) => value);
  }

  async set(key: Key, value: unknown): Promise<void> {
    await this.#try((database, storage) => storage.set([...key], value, database));
    if (!this.snapshot.durable) this.#memory.set(JSON.stringify(key), value);
  }

  async delete(key: Key): Promise<void> {
    this.#memory.delete(JSON.stringify(key));
    await this.#try((database, storage) => storage.del([...key], database));
  }

  /** A refused write loses durability and nothing else: what was typed stays in the page. */
  async #try<Value>(work: Work<Value>): Promise<Value | undefined> {
    try {
      // The first paint does not need it.
      const storage = await import('idb-keyval');
      return await work((this.#database ??= storage.createStore('taskchat', 'kept')), storage);
    } catch {
      if (this.snapshot.durable) this.publish({ durable: false });
      return undefined;
    }
  }
}

type Work<Value> = (database: UseStore, storage: typeof Storage) => Promise<Value>;

export const shelfOf = (session: Session): Shelf => session.store('shelf', () => new Shelf());
