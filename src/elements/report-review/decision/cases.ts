import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiError } from '../../../api/api-error.js';
import type { Verdict } from '../../../contract/decision.js';
import { limits } from '../../../contract/limits.js';
import type { ReportSummary } from '../../../contract/report.js';
import { draftsOf } from '../../../stores/drafts.js';
import type { Session } from '../../../stores/session.js';

/** A verdict that carries a reason. */
export type Reasoned = Exclude<Verdict, 'approved'>;

/** What a reviewer is about to decide on one report. */
export interface Case {
  /** What the reason is being written for; null while nothing is asked. */
  readonly asking: Reasoned | null;
  /** The reason as it is typed; one for each report, kept until it was sent. */
  readonly reason: string;
  /** Somebody tried to decide without a reason. */
  readonly missing: boolean;
  /** Whether a command is on its way. */
  readonly sending: boolean;
  /** Why the last command failed. */
  readonly failure: ApiError | null;
  /** The version of the report that the last command was about. */
  readonly attempted: number;
  /** Whether it was decided here, just now. */
  readonly done: boolean;
}

/** Whether it says something, and not too much. */
export const isFit = (reason: string): boolean =>
  reason.trim() !== '' && reason.length <= limits.reason;

const untouched: Case = {
  asking: null,
  reason: '',
  missing: false,
  sending: false,
  failure: null,
  attempted: 0,
  done: false,
};

const anew = { sending: false, asking: null, failure: null };

const keyOf = (report: string): string => `reason ${report}`;

interface CasesHost extends ReactiveControllerHost {
  readonly session: Session | undefined;
}

/** The open decisions, each by its report. They outlive a look at another report. */
export class Cases implements ReactiveController {
  #session: Session | undefined;
  #cases = new Map<string, Case>();
  readonly #host: CasesHost;

  constructor(host: CasesHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#host.session === this.#session) return;
    this.#session = this.#host.session;
    this.#cases = new Map();
  }

  /** The first look at a case brings back the reason that was once typed. */
  of(report: string): Case {
    const known = this.#cases.get(report);
    if (known) return known;
    this.#cases.set(report, untouched);
    void this.#recall(report);
    return untouched;
  }

  ask(report: string, asking: Reasoned | null): void {
    this.#change(report, { asking, missing: false, failure: null });
  }

  /** Says that the reason is still missing. */
  miss(report: string): void {
    this.#change(report, { missing: this.of(report).reason.trim() === '' });
  }

  write(report: string, reason: string): void {
    this.#change(report, { reason, missing: false });
    void this.#keep(report, reason);
  }

  /** Runs one command about a report. @throws {ApiError} */
  async run<Answer>(
    { id: report, version: attempted }: ReportSummary,
    command: () => Promise<Answer>,
  ): Promise<Answer> {
    this.#change(report, { sending: true, failure: null, attempted, done: false });
    try {
      const answer = await command();
      this.#change(report, { sending: false, asking: null, done: true });
      return answer;
    } catch (error) {
      const failure = ApiError.from(error);
      // What is taken back begins anew; the reason stays.
      const isUndone = failure.code === 'aborted';
      this.#change(report, isUndone ? anew : { sending: false, failure });
      throw failure;
    }
  }

  /** Forgets a reason that was sent. */
  sent(report: string): void {
    this.write(report, '');
  }

  #change(report: string, facts: Partial<Case>): void {
    this.#cases.set(report, { ...this.of(report), ...facts });
    this.#host.requestUpdate();
  }

  async #recall(report: string): Promise<void> {
    const session = this.#session;
    // Without storage, or without a token to tell whose it is, there is nothing to bring back.
    const kept =
      session &&
      (await draftsOf(session)
        .get(keyOf(report))
        .catch(() => undefined));
    if (session !== this.#session || !kept || this.of(report).reason) return;
    this.#change(report, { reason: kept });
  }

  async #keep(report: string, reason: string): Promise<void> {
    const drafts = this.#session && draftsOf(this.#session);
    const kept = reason ? drafts?.set(keyOf(report), reason) : drafts?.delete(keyOf(report));
    // What cannot be kept stays on screen all the same.
    await kept?.catch(() => {});
  }
}
