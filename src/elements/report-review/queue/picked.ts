import type { ReactiveControllerHost } from 'lit';
import type { ReportSummary } from '../../../contract/report.js';

/** The reports of the queue that are decided together. */
export class Picked {
  readonly #host: ReactiveControllerHost;
  readonly #items: () => readonly ReportSummary[];
  readonly #isOwn: (report: ReportSummary) => boolean;
  #ids: ReadonlySet<string> = new Set();

  /** What leaves the queue is picked no more; one's own report never is. */
  constructor(
    host: ReactiveControllerHost,
    items: () => readonly ReportSummary[],
    isOwn: (report: ReportSummary) => boolean,
  ) {
    this.#host = host;
    this.#items = items;
    this.#isOwn = isOwn;
  }

  /** In the order of the queue. */
  get reports(): readonly ReportSummary[] {
    return this.#ids.size ? this.#items().filter(({ id }) => this.#ids.has(id)) : [];
  }

  /** Another one each time that something is picked, or not any more. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  canBe(report: ReportSummary): boolean {
    return report.turn === 'reviewer' && !this.#isOwn(report);
  }

  /** Whether that was possible. */
  toggle(id: string | null): boolean {
    const report = this.#items().find((item) => item.id === id);
    if (!report || !this.canBe(report)) return false;
    const ids = new Set(this.#ids);
    if (!ids.delete(report.id)) ids.add(report.id);
    this.#change(ids);
    return true;
  }

  /** All that are loaded. */
  all(): void {
    const open = this.#items().filter((report) => this.canBe(report));
    this.#change(new Set(open.map(({ id }) => id)));
  }

  /** Whether there were any. */
  clear(): boolean {
    if (this.reports.length === 0) return false;
    this.#change(new Set());
    return true;
  }

  #change(ids: ReadonlySet<string>): void {
    this.#ids = ids;
    this.#host.requestUpdate();
  }
}
