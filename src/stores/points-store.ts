import type { LiveEvent } from '../contract/live.js';
import type { Page } from '../contract/page.js';
import type { LedgerEntry, PointsPage } from '../contract/points.js';
import { emptyList, ListStore, type ListSnapshot, type PageRequest } from './list-store.js';
import type { Session } from './session.js';

export interface PointsSnapshot extends ListSnapshot<LedgerEntry> {
  /** The sum of all entries. */
  readonly balance: number;
}

/** The bearer's balance, and how it came about, newest first. */
export class PointsStore extends ListStore<LedgerEntry, PointsSnapshot> {
  constructor(session: Session) {
    super(session, { ...emptyList, balance: 0 });
  }

  protected async page(request: PageRequest, signal?: AbortSignal): Promise<Page<LedgerEntry>> {
    const client = await this.session.client();
    return client.listPoints(request, signal);
  }

  protected override beside(page: Page<LedgerEntry>): Partial<PointsSnapshot> {
    return { balance: (page as PointsPage).balance };
  }

  protected override reduce(snapshot: PointsSnapshot, event: LiveEvent): PointsSnapshot {
    if (event.type !== 'points') return snapshot;
    const { member, balance, entry } = event.data;
    const { items } = snapshot;
    if (!this.session.isMe(member)) return snapshot;
    if (items.some(({ id }) => id === entry.id)) return snapshot;
    return { ...snapshot, balance, items: [entry, ...items] };
  }
}

export const pointsOf = (session: Session): PointsStore =>
  session.store('points', () => new PointsStore(session));
