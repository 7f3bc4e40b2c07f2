import type { ReactiveControllerHost } from 'lit';
import type { ReportSummary } from '../../../contract/report.js';

/** The reports of the queue that are decided together. */
export class Picked {
  readonly #host: ReactiveControllerHost;
  readonly #items: () => readonly ReportSummary[];
  readonly #isOwn: (report: ReportSummary) => boolean;
  /** The round that was seen when a report was picked. */
  #rounds: ReadonlyMap<string, number> = new Map();

  /** What leaves the queue, or is revised, is picked no more; one's own report never is. */
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
    return this.#rounds.size ? this.#items().filter((report) => this.has(report)) : [];
  }

  /** Another one each time that something is picked, or not any more. */
  get turn(): unknown {
    return this.#rounds;
  }

  has({ id, round }: ReportSummary): boolean {
    return this.#rounds.get(id) === round;
  }

  canBe(report: ReportSummary): boolean {
    return report.turn === 'reviewer' && !this.#isOwn(report);
  }

  /** Whether that was possible. */
  toggle(id: string | null): boolean {
    const report = this.#items().find((item) => item.id === id);
    if (!report || !this.canBe(report)) return false;
    const rounds = new Map(this.#rounds);
    if (this.has(report)) rounds.delete(report.id);
    else rounds.set(report.id, report.round);
    this.#change(rounds);
    return true;
  }

  /** All that are loaded. */
  all(): void {
    const open = this.#items().filter((report) => this.canBe(report));
    this.#change(new Map(open.map(({ id, round }) => [id, round])));
  }

  /** Whether there were any. */
  clear(): boolean {
    if (this.reports.length === 0) return false;
    this.#change(new Map());
    return true;
  }

  #change(rounds: ReadonlyMap<string, number>): void {
    this.#rounds = rounds;
    this.#host.requestUpdate();
  }
}
