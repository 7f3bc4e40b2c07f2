import type { LiveEvent } from '../contract/live.js';
import type { Page } from '../contract/page.js';
import type { ReportSummary } from '../contract/report.js';
import { place } from './list-order.js';
import type { PageRequest } from './list-store.js';
import { newest, ReportsStore, type ReportFilter, type ReportsSnapshot } from './reports-store.js';
import type { Session } from './session.js';

/** The report that an event is about. */
const subject = (event: LiveEvent): string | undefined => {
  if (event.type === 'report') return event.data.id;
  return event.type === 'message' || event.type === 'read' ? event.data.report : undefined;
};

/** Whether somebody has said something there that the asker has not read. */
export const isUnread = ({ lastSeq, readSeq = lastSeq }: ReportSummary): boolean =>
  lastSeq > Math.max(1, readSeq);

/**
 * Reports with those first that have something unread, then those that wait for the asker, then the
 * newest, as the server sorts them by `unread`. What becomes more urgent rises. What becomes less so,
 * as by being read, stays where it is until the list is loaded anew: nothing goes away under the
 * reader's hand, or behind the last page that is there.
 */
export class UnreadFirst extends ReportsStore {
  /** How urgent each was when it was loaded, or has become since. */
  #ranks = new Map<string, number>();

  constructor(session: Session, filter: ReportFilter) {
    super(session, { ...filter, sort: 'unread' });
  }

  protected override order = (one: ReportSummary, other: ReportSummary): number =>
    this.#rankOf(one) - this.#rankOf(other) || newest(one, other);

  protected override async fetch(signal: AbortSignal): Promise<Partial<ReportsSnapshot>> {
    const facts = await super.fetch(signal);
    this.#ranks = new Map(facts.items?.map((item) => [item.id, this.#urgency(item)]));
    return facts;
  }

  protected override async page(
    request: PageRequest,
    signal?: AbortSignal,
  ): Promise<Page<ReportSummary>> {
    const page = await super.page(request, signal);
    for (const item of page.items) this.#rankOf(item);
    return page;
  }

  protected override reduce(snapshot: ReportsSnapshot, event: LiveEvent): ReportsSnapshot {
    const next = super.reduce(snapshot, event);
    const id = subject(event);
    const item = id && next.items.find((candidate) => candidate.id === id);
    if (!item || this.#urgency(item) >= this.#rankOf(item)) return next;
    this.#ranks.set(item.id, this.#urgency(item));
    const rest = { ...next, items: next.items.filter((other) => other !== item) };
    return { ...next, items: place(rest, item, -1, true, this.order) };
  }

  #rankOf(item: ReportSummary): number {
    const rank = this.#ranks.get(item.id) ?? this.#urgency(item);
    this.#ranks.set(item.id, rank);
    return rank;
  }

  #urgency(item: ReportSummary): number {
    if (isUnread(item)) return 0;
    const { me } = this.session.connection.snapshot;
    const own = !me || me.role === 'member' ? 'member' : 'reviewer';
    return item.turn === own ? 1 : 2;
  }
}

/** Equal filters share one store. */
export const unreadFirstOf = (session: Session, filter: ReportFilter = {}): UnreadFirst =>
  session.store(`unread reports ${JSON.stringify(Object.entries(filter).sort())}`, () => {
    return new UnreadFirst(session, filter);
  });
