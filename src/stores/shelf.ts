import type * as Storage from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import { Observable } from './observable.js';
import type { Session } from './session.js';

type Key = readonly string[];

/** Milliseconds after which storage that does not answer counts as refused, at first and then. */
const patience = { first: 5_000, then: 200 };

/** Keeps small things on this device; in memory, once the browser has refused its storage. */
export class Shelf extends Observable<{ readonly durable: boolean }> {
  /** What the storage did not take. */
  readonly #memory = new Map<string, unknown>();
  readonly #end: AbortSignal;
  #database: UseStore | undefined;

  /** With `end` it lets go of the storage; what is asked of it later opens it once more. */
  constructor(end: AbortSignal) {
    super({ durable: true });
    this.#end = end;
    end.addEventListener('abort', () => void this.#close());
  }

  async get<Value>(key: Key): Promise<Value | undefined> {
    const name = JSON.stringify(key);
    if (this.#memory.has(name)) return this.#memory.get(name) as Value;
    return (await this.#try((database, storage) => storage.get<Value>([...key], database)))?.value;
  }

  /** Everything whose key begins like this, in no order; null when the storage does not answer. */
  async list<Value>(beginning: Key): Promise<Value[] | null> {
    const range = (): IDBKeyRange => IDBKeyRange.bound([...beginning], [...beginning, []]);
    const kept = await this.#try((database, storage) =>
      database('readonly', (store) =>
        storage.promisifyRequest(store.getAll(range()) as IDBRequest<Value[]>),
      ),
    );
    const inMemory = [...this.#memory]
      .filter(([name]) => name.startsWith(`${JSON.stringify(beginning).slice(0, -1)},`))
      .map(([, value]) => value as Value);
    return kept && [...kept.value, ...inMemory];
  }

  async set(key: Key, value: unknown): Promise<void> {
    const name = JSON.stringify(key);
    const kept = await this.#try((database, storage) => storage.set([...key], value, database));
    if (kept) this.#memory.delete(name);
    else this.#memory.set(name, value);
  }

  async delete(key: Key): Promise<void> {
    this.#memory.delete(JSON.stringify(key));
    await this.#try((database, storage) => storage.del([...key], database));
  }

  /** A refused write loses durability and nothing else: what was typed stays in the page. */
  async #try<Value>(work: Work<Value>): Promise<{ readonly value: Value } | null> {
    try {
      // The first paint does not need it.
      const storage = await import('idb-keyval');
      const database = (this.#database ??= storage.createStore('taskchat', 'kept'));
      const most = this.snapshot.durable ? patience.first : patience.then;
      return { value: await inTime(work(database, storage), most) };
    } catch {
      if (this.snapshot.durable) this.publish({ durable: false });
      return null;
    } finally {
      if (this.#end.aborted) void this.#close();
    }
  }

  /** A connection that nobody closes stays open as long as the page. Work that has begun is done. */
  async #close(): Promise<void> {
    const database = this.#database;
    this.#database = undefined;
    try {
      await database?.('readonly', ({ transaction }) => transaction.db.close());
    } catch {
      // Storage that the browser refuses has no connection.
    }
  }
}

type Work<Value> = (database: UseStore, storage: typeof Storage) => Promise<Value>;

/** A database that another page blocks neither opens nor fails. */
const inTime = async <Value>(work: Promise<Value>, most: number): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The storage does not answer.')), most);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

export const shelfOf = (session: Session): Shelf =>
  session.store('shelf', () => new Shelf(session.signal));
