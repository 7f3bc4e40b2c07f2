import type { ReactiveControllerHost } from 'lit';
import { StoreController } from '../../base/store-controller.js';
import type { ProblemCode } from '../../contract/problem.js';
import type { Report } from '../../contract/report.js';
import type { Task } from '../../contract/task.js';
import { reportOf, type ReportStore } from '../../stores/report-store.js';
import type { Session } from '../../stores/session.js';
import { taskOf, type TaskStore } from '../../stores/task-store.js';
import { purposeOf, refusalOf, type Purpose, type Wish } from './purpose.js';

interface SubjectHost extends ReactiveControllerHost {
  readonly session: Session | undefined;
  readonly isConnected: boolean;
  readonly taskId: string;
}

/** What the form is about: a task, which of the member's own reports on it, and what for. */
export class ReportSubject {
  readonly main: StoreController<TaskStore>;
  readonly #host: SubjectHost;
  readonly #picked: StoreController<ReportStore>;
  readonly #newest: StoreController<ReportStore>;
  #sent: Report | null = null;
  /** What the member asked for, about the report as it stood then. */
  #wished: { wish: Wish; about: string } | undefined;

  constructor(host: SubjectHost) {
    this.#host = host;
    new StoreController(host, (session) => session.selection);
    this.main = new StoreController(host, (session) =>
      this.taskId ? taskOf(session, this.taskId) : undefined,
    );
    this.#picked = this.#follow(() => this.#pickedId);
    this.#newest = this.#follow(() => this.task?.mine?.id);
  }

  get taskId(): string | undefined {
    const { taskId, session } = this.#host;
    return taskId || session?.selection.snapshot.taskId || undefined;
  }

  get task(): Task | null {
    return this.main.snapshot?.task ?? null;
  }

  /** The report that was chosen, if it is the member's own on this task, else their newest. */
  get report(): Report | null {
    const picked = this.#known(this.#picked, this.#pickedId);
    return this.#isOwn(picked) ? picked : this.#known(this.#newest, this.task?.mine?.id);
  }

  /** Whether it is still open which report it will be. */
  get loading(): boolean {
    const { status } = this.#picked.snapshot ?? {};
    const picking = status === 'idle' || status === 'loading';
    if (picking && !this.#known(this.#picked, this.#pickedId)) return true;
    return Boolean(this.task?.mine) && !this.report;
  }

  get wish(): Wish {
    return this.#wished?.about === stateOf(this.report) ? this.#wished.wish : null;
  }

  get purpose(): Purpose {
    return purposeOf(this.report, this.wish);
  }

  /** Why the task takes nothing for this purpose. */
  get refusal(): ProblemCode | null {
    return refusalOf(this.task, this.report, this.purpose);
  }

  /** Holds until the report has moved on. */
  wishFor(wish: Wish): void {
    this.#wished = { wish, about: stateOf(this.report) };
    this.#host.requestUpdate();
  }

  /** Shows a report that was just sent, before it is asked for. */
  take(report: Report): void {
    this.#sent = report;
    this.#host.session?.selection.selectReport(report.id);
  }

  /** Asks again for a report that waits for a reviewer. */
  lookAgain(): void {
    const { report } = this;
    const { session } = this.#host;
    if (session && report?.turn === 'reviewer') void reportOf(session, report.id).load();
  }

  get #pickedId(): string | undefined {
    return this.#host.session?.selection.snapshot.reportId ?? undefined;
  }

  #isOwn(report: Report | null): boolean {
    const me = this.#host.session?.connection.snapshot.me;
    return report?.task.id === this.taskId && report?.member.id === me?.id;
  }

  #known({ snapshot }: StoreController<ReportStore>, id: string | undefined): Report | null {
    return snapshot?.report ?? (this.#sent?.id === id ? this.#sent : null);
  }

  #follow(id: () => string | undefined): StoreController<ReportStore> {
    return new StoreController(this.#host, (session) => {
      const named = id();
      return named ? reportOf(session, named) : undefined;
    });
  }
}

const stateOf = (report: Report | null): string =>
  report ? `${report.id} ${report.round} ${report.status} ${report.turn}` : '';
