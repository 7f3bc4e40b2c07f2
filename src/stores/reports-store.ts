import type { LiveEvent } from '../contract/live.js';
import type { Page } from '../contract/page.js';
import type { ReportQuery, ReportSummary } from '../contract/report.js';
import { by, indexIn, place, replaced } from './list-order.js';
import { emptyList, ListStore, type ListSnapshot, type PageRequest } from './list-store.js';
import type { Session } from './session.js';

/** Which reports, and in what order; `newest` first unless it says `oldest`. */
export type ReportFilter = Partial<
  Pick<ReportQuery, 'status' | 'turn' | 'task' | 'member' | 'q' | 'sort'>
>;

export type ReportsSnapshot = ListSnapshot<ReportSummary>;

const matches = (filter: ReportFilter, report: ReportSummary): boolean =>
  (!filter.status || filter.status === report.status) &&
  (!filter.turn || filter.turn === report.turn) &&
  (!filter.task || filter.task === report.task.id) &&
  (!filter.member || filter.member === report.member.id);

const oldest = by<ReportSummary>(({ awaitingSince, id }) => awaitingSince + id, 1);
/** The order of a list whose filter names no other. */
export const newest = by<ReportSummary>(({ submittedAt, id }) => submittedAt + id, -1);

/** The newest that was told of a report, whether or not it is in the list. */
interface Marks {
  version: number;
  lastSeq: number;
  /** Undefined until the server has said it: the news leave it out. */
  readSeq: number | undefined;
}

/** The reports of one filter: a member's own, or for a reviewer all. */
export class ReportsStore extends ListStore<ReportSummary> {
  /** As the server sorts them. */
  protected order: (one: ReportSummary, other: ReportSummary) => number;
  readonly #filter: ReportFilter;
  readonly #marks = new Map<string, Marks>();

  constructor(session: Session, filter: ReportFilter = {}) {
    super(session, emptyList);
    this.#filter = filter;
    this.order = filter.sort === 'oldest' ? oldest : newest;
  }

  protected async page(request: PageRequest, signal?: AbortSignal): Promise<Page<ReportSummary>> {
    const client = await this.session.client();
    const page = await client.listReports({ ...this.#filter, ...request }, signal);
    for (const report of page.items) this.#mark(report.id, report);
    return page;
  }

  protected override hear(event: LiveEvent): void {
    super.hear(event);
    if (event.type !== 'report') return;
    const { id } = event.data;
    // Only the server knows what a search finds.
    if (this.#filter.q) void this.load();
    else if (this.#marks.get(id)?.readSeq === undefined && this.#has(id)) void this.#ask(id);
  }

  protected override reduce(snapshot: ReportsSnapshot, event: LiveEvent): ReportsSnapshot {
    if (event.type === 'report') return this.#report(snapshot, event.data);
    if (event.type === 'message') {
      const { report, seq } = event.data;
      return this.#touch(snapshot, report, { lastSeq: seq });
    }
    if (event.type !== 'read' || !this.session.isMe(event.data.member)) return snapshot;
    const { report, seq } = event.data;
    return this.#touch(snapshot, report, { readSeq: seq });
  }

  #has(id: string): boolean {
    return this.snapshot.items.some((item) => item.id === id);
  }

  #report(snapshot: ReportsSnapshot, told: ReportSummary): ReportsSnapshot {
    const { order } = this;
    const index = indexIn(snapshot.items, told, order);
    const { version, ...marks } = this.#mark(told.id, told);
    if (told.version < version || (index < 0 && this.#filter.q)) return snapshot;
    const report: ReportSummary = { ...told, ...marks };
    const belongs = matches(this.#filter, report);
    return { ...snapshot, items: place(snapshot, report, index, belongs, order) };
  }

  #touch(snapshot: ReportsSnapshot, report: string, told: Partial<Marks>): ReportsSnapshot {
    const { version: _, ...marks } = this.#mark(report, told);
    const items = replaced(snapshot.items, report, (known) => ({ ...known, ...marks }));
    return items === snapshot.items ? snapshot : { ...snapshot, items };
  }

  #mark(report: string, { version = 0, lastSeq = 0, readSeq }: Partial<Marks>): Marks {
    const known = this.#marks.get(report);
    // Nobody has read a report that is told for the first time.
    const read = readSeq ?? (version === 1 ? 0 : undefined);
    const marks = {
      version: Math.max(version, known?.version ?? 0),
      lastSeq: Math.max(lastSeq, known?.lastSeq ?? 0),
      readSeq: known?.readSeq === undefined ? read : Math.max(read ?? 0, known.readSeq),
    };
    this.#marks.set(report, marks);
    return marks;
  }

  async #ask(id: string): Promise<void> {
    try {
      const client = await this.session.client();
      const { rounds: _, ...data } = await client.getReport(id);
      this.hear({ type: 'report', data });
    } catch {
      // What has been read of it is then told by the next load.
    }
  }
}

/** Equal filters share one store. */
export const reportsOf = (session: Session, filter: ReportFilter = {}): ReportsStore =>
  session.store(`reports ${JSON.stringify(Object.entries(filter).sort())}`, () => {
    return new ReportsStore(session, filter);
  });
