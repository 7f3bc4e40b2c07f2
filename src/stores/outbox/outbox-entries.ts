import { openChannel, tabName } from '../../api/tabs.js';
import type { ApiError } from '../../api/api-error.js';
import { Observable } from '../observable.js';
import type { Session } from '../session.js';
import { shelfOf, type Shelf } from '../shelf.js';

/** What has an id of its own, version 7: it grows with the time of typing (RFC 9562). */
interface Named {
  readonly id: string;
}

/** Something that the server has not yet acknowledged. */
export interface Unsent extends Named {
  /** A refused one stays until somebody decides what becomes of it. */
  readonly state: 'waiting' | 'refused';
  /** Why the last attempt failed. */
  readonly problem: ApiError | null;
}

export interface OutboxSnapshot<Waiting> {
  /** In the order they were typed, in whichever tab. */
  readonly entries: readonly Waiting[];
  /** False once the browser has refused its storage: what waits then ends with the page. */
  readonly durable: boolean;
}

/** How entries lie on the shelf, for this page, for others and for later ones. */
export interface Keeping<Waiting, Kept> {
  /** The part of the shelf that is theirs. */
  readonly kind: string;
  readonly toKept: (entry: Waiting) => Kept;
  /** As it was already known, if the shelf tells nothing else. */
  readonly fromKept: (kept: Kept, known: Waiting | undefined) => Waiting;
}

/** What the tabs of one identity tell each other. */
type Notice<Copy> =
  /** Something on the shelf is new, or is another than it was. */
  | { readonly type: 'kept' }
  | { readonly type: 'sent'; readonly copy: Copy }
  | { readonly type: 'discarded'; readonly id: string };

const inOrder = <Waiting extends Named>(entries: Iterable<Waiting>): Waiting[] =>
  [...entries].sort((one, other) => (one.id < other.id ? -1 : 1));

/**
 * What waits to be sent: on the shelf for all tabs of one identity, and in each tab's snapshot.
 * `Copy` is what the server has of it once it is sent, under the same id.
 */
export abstract class OutboxEntries<
  Waiting extends Unsent,
  Kept extends Named,
  Copy extends Named,
> extends Observable<OutboxSnapshot<Waiting>> {
  protected readonly session: Session;
  readonly #shelf: Shelf;
  readonly #keeping: Keeping<Waiting, Kept>;
  /** Not yet on the shelf as they are here. */
  readonly #unkept = new Map<string, Waiting>();
  /** Sent or discarded, in whichever tab: a shelf that was read before may still show it. */
  readonly #gone = new Set<string>();
  #writes: Promise<void> = Promise.resolve();
  #tell = (_: Notice<Copy>): void => {};

  constructor(session: Session, keeping: Keeping<Waiting, Kept>) {
    super({ entries: [], durable: true });
    this.session = session;
    this.#keeping = keeping;
    this.#shelf = shelfOf(session);
    const leave = this.#shelf.subscribe(() => this.patch(this.#shelf.snapshot));
    session.signal.addEventListener('abort', leave);
  }

  /** Another tab has put something on the shelf, or changed it there. */
  protected abstract kept(): void;
  /** The server has taken it, as it told this tab or another one. */
  protected abstract taken(copy: Copy): void;

  protected find(id: string): Waiting | undefined {
    return this.snapshot.entries.find((entry) => entry.id === id);
  }

  protected show(entry: Waiting): void {
    const others = this.snapshot.entries.filter(({ id }) => id !== entry.id);
    this.patch({ entries: inOrder([...others, entry]) });
  }

  /** Shows it, and puts it on the shelf; nothing if it was taken out meanwhile. */
  protected put(entry: Waiting): void {
    if (this.#gone.has(entry.id)) return;
    this.show(entry);
    this.#unkept.set(entry.id, entry);
    void this.settle();
  }

  /** Takes out what the server has. */
  protected done(copy: Copy): void {
    this.#tell({ type: 'sent', copy });
    // First the server's copy, so that nothing is gone for a moment.
    this.taken(copy);
    this.#remove(copy.id);
  }

  /** Takes out what the news have brought as sent, whoever has sent it. */
  protected news({ id }: Named, isOwn: boolean): void {
    if (!this.find(id)) return;
    if (isOwn) this.#remove(id);
    else this.#forget(id);
  }

  /** Takes out what nobody wants to be sent any more. */
  protected drop(id: string): void {
    this.#tell({ type: 'discarded', id });
    this.#remove(id);
  }

  #remove(id: string): void {
    this.#forget(id);
    this.#write(async () => this.#shelf.delete(await this.#place(id)));
  }

  #forget(id: string): void {
    this.#gone.add(id);
    this.#unkept.delete(id);
    this.patch({ entries: this.snapshot.entries.filter((entry) => entry.id !== id) });
  }

  /** Resolves when all is written that can be. */
  protected settle(): Promise<void> {
    if (this.#unkept.size > 0) this.#write(() => this.#keep());
    return this.#writes;
  }

  /** Takes in what is on the shelf, and gives it back. Rejects without a token. */
  protected async look(): Promise<readonly Waiting[]> {
    const kept = await this.#shelf.list<Kept>(await this.#place());
    if (!kept) return this.snapshot.entries;
    const there = kept.filter(({ id }) => !this.#gone.has(id)).map((entry) => this.#known(entry));
    const ids = new Set(there.map(({ id }) => id));
    const others = this.snapshot.entries.filter(({ id }) => !ids.has(id));
    const entries = inOrder([...there, ...others]);
    const { entries: former } = this.snapshot;
    if (entries.length !== former.length || entries.some((entry, at) => entry !== former[at])) {
      this.patch({ entries });
    }
    return inOrder(there);
  }

  /** What other tabs have taken off the shelf while this one could not hear them. */
  protected async missed(): Promise<readonly Waiting[]> {
    const before = this.snapshot.entries.filter(({ id }) => !this.#unkept.has(id));
    const there = new Set((await this.look()).map(({ id }) => id));
    return before.filter(({ id }) => !there.has(id) && !this.#gone.has(id));
  }

  /** Hears the other tabs until the signal aborts. Rejects without a token. */
  protected async join(signal: AbortSignal): Promise<void> {
    const name = tabName(this.#keeping.kind, await this.session.identity());
    if (signal.aborted) return;
    this.#tell = openChannel(name, signal, (notice: Notice<Copy>) => this.#hear(notice));
    if (this.snapshot.entries.length > 0) this.#tell({ type: 'kept' });
  }

  #hear(notice: Notice<Copy>): void {
    if (notice.type === 'kept') return this.kept();
    if (notice.type === 'sent') this.taken(notice.copy);
    const id = notice.type === 'sent' ? notice.copy.id : notice.id;
    // The other tab clears the storage, but not what this one keeps in its place.
    if (this.snapshot.durable) this.#forget(id);
    else this.#remove(id);
  }

  #known(kept: Kept): Waiting {
    return this.#unkept.get(kept.id) ?? this.#keeping.fromKept(kept, this.find(kept.id));
  }

  async #keep(): Promise<void> {
    if (this.#unkept.size === 0) return;
    for (const [id, entry] of this.#unkept) {
      await this.#shelf.set(await this.#place(id), this.#keeping.toKept(entry));
      if (this.#unkept.get(id) === entry) this.#unkept.delete(id);
    }
    this.#tell({ type: 'kept' });
  }

  /** Writes follow one another. One that fails for want of a token costs durability alone. */
  #write(work: () => Promise<void>): void {
    this.#writes = this.#writes.then(work).catch(() => {});
  }

  async #place(...rest: string[]): Promise<string[]> {
    return [this.#keeping.kind, ...(await this.session.identity()), ...rest];
  }
}
