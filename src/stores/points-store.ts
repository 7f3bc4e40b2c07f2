import type { LiveEvent } from '../contract/live.js';
import type { Person } from '../contract/member.js';
import type { Page } from '../contract/page.js';
import type { LedgerEntry, PointsPage } from '../contract/points.js';
import { emptyList, ListStore, type ListSnapshot, type PageRequest } from './list-store.js';
import type { Session } from './session.js';

export interface PointsSnapshot extends ListSnapshot<LedgerEntry> {
  /** The sum of all entries. */
  readonly balance: number;
  /** What the reports that await would bring; 0 from a backend that does not say. */
  readonly waiting: number;
  /** Whose points these are; null until it is known, and where nobody is. */
  readonly member: Person | null;
}

/** Milliseconds in which news of reports are gathered into one question. */
const gather = 300;

/** A member's balance, and how it came about, newest first. */
export class PointsStore extends ListStore<LedgerEntry, PointsSnapshot> {
  /** Empty for the bearer's own. */
  readonly #member: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, member = '') {
    super(session, { ...emptyList, balance: 0, waiting: 0, member: null });
    this.#member = member;
  }

  protected async page(request: PageRequest, signal?: AbortSignal): Promise<Page<LedgerEntry>> {
    const client = await this.session.client();
    return client.listPoints({ member: this.#member || undefined, ...request }, signal);
  }

  protected override beside(page: Page<LedgerEntry>): Partial<PointsSnapshot> {
    const { balance, waiting = 0, member = null } = page as PointsPage;
    return { balance, waiting, member };
  }

  protected override hear(event: LiveEvent): void {
    if (event.type === 'report' && this.#isMine(event.data.member.id)) this.#recount();
    if (
      event.type === 'points' &&
      this.#isMine(event.data.member) &&
      this.#missed(event.data.entry)
    ) {
      return void this.load();
    }
    super.hear(event);
  }

  protected override reduce(snapshot: PointsSnapshot, event: LiveEvent): PointsSnapshot {
    if (event.type !== 'points') return snapshot;
    const { member, balance, entry } = event.data;
    const { items } = snapshot;
    if (!this.#isMine(member) || isKnown(items, entry)) return snapshot;
    return { ...snapshot, balance: entry.balance ?? balance, items: [entry, ...items] };
  }

  #isMine(member: string): boolean {
    return this.#member ? this.#member === member : this.session.isMe(member);
  }

  /** Whether entries before this one have not been told. */
  #missed({ seq }: LedgerEntry): boolean {
    const { status, items } = this.facts;
    return status === 'ready' && seq !== undefined && seq > (items[0]?.seq ?? 0) + 1;
  }

  /** What waits is the server's to know. */
  #recount(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.observed) void this.#ask();
    }, gather);
  }

  async #ask(): Promise<void> {
    try {
      const client = await this.session.client();
      const member = this.#member || undefined;
      const { waiting = 0 } = await client.listPoints({ member, limit: 1 });
      this.patch({ waiting });
    } catch {
      // The next load tells it.
    }
  }
}

/** Whether it is in the list, or was before everything that is. */
const isKnown = (items: readonly LedgerEntry[], { id, seq }: LedgerEntry): boolean =>
  items.some((item) => item.id === id || (seq !== undefined && (item.seq ?? 0) >= seq));

/** Without `member` the bearer's own; those of others are an owner's to see. */
export const pointsOf = (session: Session, member = ''): PointsStore =>
  session.store(`points ${member}`, () => new PointsStore(session, member));
