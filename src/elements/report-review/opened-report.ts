import type { LitElement, ReactiveController } from 'lit';
import type { ApiError } from '../../api/api-error.js';
import { TaskchatErrorEvent } from '../../base/error-event.js';
import { StoreController } from '../../base/store-controller.js';
import type { MemberRecord, ReportSummary, Round } from '../../contract/report.js';
import { reportOf, type ReportStore } from '../../stores/report-store.js';
import type { ReportsStore } from '../../stores/reports-store.js';
import type { Selection } from '../../stores/selection.js';
import type { Session } from '../../stores/session.js';

interface OpenedReportHost extends LitElement {
  readonly session: Session | undefined;
  /** The report that the page asks for. */
  readonly reportId: string;
}

/** What it goes by. */
interface Terms {
  readonly queue: StoreController<ReportsStore>;
  /** Whether a report is shown before anybody has chosen one. */
  readonly opensFirst: () => boolean;
  /** Whether reports may be shown at all. */
  readonly isAllowed: () => boolean;
}

/**
 * The report that is read: the one chosen in the session; beside a queue that has the room for
 * it, the first one until then.
 */
export class OpenedReport implements ReactiveController {
  readonly #host: OpenedReportHost;
  readonly #terms: Terms;
  readonly #selection: StoreController<Selection>;
  readonly #store: StoreController<ReportStore>;
  #asked: { session: Session; reportId: string } | undefined;
  #first: { queue: ReportsStore; id: string } | undefined;
  #seen: { id: string; round: number } | undefined;
  #told: ApiError | null = null;

  constructor(host: OpenedReportHost, terms: Terms) {
    this.#host = host;
    this.#terms = terms;
    this.#selection = new StoreController(host, (session) => session.selection);
    host.addController(this);
    this.#store = new StoreController(host, (session) => this.#select(session));
  }

  get id(): string | null {
    const { isAllowed, opensFirst } = this.#terms;
    if (!isAllowed()) return null;
    const first = opensFirst() ? (this.#first?.id ?? null) : null;
    return this.#selection.snapshot?.reportId ?? first;
  }

  /** What is known of it; the queue knows all but the rounds. */
  get report(): ReportSummary | null {
    return this.#store.snapshot?.report ?? this.#summary;
  }

  /** Its rounds; undefined until they are here. */
  get rounds(): readonly Round[] | undefined {
    return this.#store.snapshot?.report?.rounds;
  }

  /** How its member has done; undefined until that is here. */
  get record(): MemberRecord | undefined {
    return this.#store.snapshot?.report?.record;
  }

  get store(): ReportStore | undefined {
    return this.#store.store;
  }

  get problem(): ApiError | null {
    return this.#store.snapshot?.problem ?? null;
  }

  /** Whether its member has sent another text since it was opened. */
  get isRevised(): boolean {
    const newest = this.rounds?.at(-1);
    return newest?.kind === 'revised' && newest.n > (this.#seen?.round ?? newest.n);
  }

  open(id: string | null): void {
    this.#seen = undefined;
    this.#host.session?.selection.selectReport(id);
  }

  hostUpdate(): void {
    const { session, reportId } = this.#host;
    if (session) this.#follow(session, reportId);
    const { store, snapshot } = this.#terms.queue;
    const first = snapshot?.items[0];
    if (store && store !== this.#first?.queue)
      this.#first = first && { queue: store, id: first.id };
  }

  hostUpdated(): void {
    const { report, problem } = this;
    if (problem && problem !== this.#told)
      this.#host.dispatchEvent(new TaskchatErrorEvent(problem));
    this.#told = problem;
    if (report && report.id !== this.#seen?.id) this.#seen = { id: report.id, round: report.round };
  }

  /** The page may name another report at any time; a person may then choose another one. */
  #follow(session: Session, reportId: string): void {
    if (session === this.#asked?.session && reportId === this.#asked.reportId) return;
    this.#asked = { session, reportId };
    if (reportId) this.open(reportId);
  }

  #select(session: Session): ReportStore | undefined {
    const { id } = this;
    return id ? reportOf(session, id) : undefined;
  }

  get #summary(): ReportSummary | null {
    const { id } = this;
    return (id && this.#terms.queue.snapshot?.items.find((item) => item.id === id)) || null;
  }
}
