import type { LitElement } from 'lit';
import { ApiError } from '../../api/api-error.js';
import { TaskchatErrorEvent } from '../../base/error-event.js';
import { isolated } from '../../base/format.js';
import type { Locale } from '../../base/locale.js';
import type { Decision, Verdict } from '../../contract/decision.js';
import type { Report, ReportSummary } from '../../contract/report.js';
import { reportOf } from '../../stores/report-store.js';
import type { Session } from '../../stores/session.js';
import { Cases, type Case, type Reasoned } from './cases.js';
import type { Navigation } from './navigation.js';
import type { OpenedReport } from './opened-report.js';
import { isFit } from './reason-form.js';
import type { letters } from './shortcuts.js';
import { pointsOf, standingDecision } from './standing.js';

/** Somebody is about to decide. `preventDefault()` leaves everything as it is. */
export class ReportDecideEvent extends Event {
  static readonly eventName = 'report-decide';

  constructor(
    readonly report: ReportSummary,
    readonly verdict: Verdict,
    /** What the member will read; null with an approval. */
    readonly reason: string | null,
  ) {
    super(ReportDecideEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A report was decided, and the decision stands on the server. */
export class ReportDecidedEvent extends Event {
  static readonly eventName = 'report-decided';

  constructor(readonly report: Report) {
    super(ReportDecidedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'report-decide': ReportDecideEvent;
    'report-decided': ReportDecidedEvent;
  }
}

interface DecidingHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
}

/** Takes a reviewer's decisions: asks for the reason, gives the command, says what came of it. */
export class Deciding {
  /** The last outcome, for those who do not see it. */
  said = '';
  readonly #host: DecidingHost;
  readonly #opened: OpenedReport;
  readonly #navigation: Navigation;
  readonly #cases: Cases;

  constructor(host: DecidingHost, opened: OpenedReport, navigation: Navigation) {
    this.#host = host;
    this.#opened = opened;
    this.#navigation = navigation;
    this.#cases = new Cases(host);
  }

  /** The decision of the round that is shown; null while it awaits one. */
  standing(report: ReportSummary): Decision | null {
    return standingDecision(report, this.#cases.of(report.id));
  }

  /** Decides the report that is read, as a key asks; false if that cannot be done now. */
  begin(command: keyof typeof letters): boolean {
    const { report } = this.#opened;
    if (!report || !this.#isOpen(report)) return false;
    if (command === 'approve') this.decide(report, 'approved');
    else this.ask(report, command === 'reject' ? 'rejected' : 'changes');
    return true;
  }

  /** What the bar needs of it. */
  view(report: ReportSummary) {
    const { id } = report;
    const open: Case = this.#cases.of(id);
    return {
      report,
      case: open,
      revised: this.#opened.isRevised,
      next: open.done ? this.#navigation.next(id) : undefined,
      decide: (verdict: Verdict) => this.decide(report, verdict),
      ask: (verdict: Reasoned | null) => this.ask(report, verdict),
      write: (reason: string) => this.#cases.write(id, reason),
      reopen: () => void this.#reopen(report),
      open: (other: string) => this.#opened.open(other),
    };
  }

  /** Opens the field for a reason, or closes it; the text stays either way. */
  ask({ id }: ReportSummary, verdict: Reasoned | null): void {
    const { asking, sending } = this.#cases.of(id);
    if (sending) return;
    this.#cases.ask(id, verdict);
    void this.#focus(verdict ? '#reason' : `[data-asks="${asking}"]`);
  }

  decide(report: ReportSummary, verdict: Verdict): void {
    const { reason, sending } = this.#cases.of(report.id);
    if (sending || !this.#host.session) return;
    if (verdict === 'approved') return void this.#decide(report, verdict, null);
    if (isFit(reason)) return void this.#decide(report, verdict, reason);
    this.#cases.miss(report.id);
    void this.#focus('#reason');
  }

  #isOpen(report: ReportSummary): boolean {
    const { asking, sending } = this.#cases.of(report.id);
    const own = this.#host.session?.isMe(report.member.id);
    return !own && !asking && !sending && !this.standing(report);
  }

  async #decide(report: ReportSummary, verdict: Verdict, reason: string | null): Promise<void> {
    const { id, round } = report;
    if (!this.#host.dispatchEvent(new ReportDecideEvent(report, verdict, reason))) return;
    this.#navigation.remember();
    const judgement = { verdict, reason: reason ?? undefined, round };
    const decided = await this.#command(report, (session) =>
      reportOf(session, id).decide(judgement),
    );
    if (!decided) return;
    if (reason) this.#cases.sent(id);
    this.#say(outcome(decided, verdict, this.#host.locale));
    this.#host.dispatchEvent(new ReportDecidedEvent(decided));
    await this.#host.updateComplete;
    this.#navigation.advance(id);
  }

  async #reopen(report: ReportSummary): Promise<void> {
    const { id } = report;
    if (this.#cases.of(id).sending) return;
    const reopened = await this.#command(report, (session) => reportOf(session, id).reopen());
    if (reopened) this.#say(this.#host.locale.term('saidReopened'));
  }

  async #command(
    report: ReportSummary,
    run: (session: Session) => Promise<Report>,
  ): Promise<Report | undefined> {
    const { session } = this.#host;
    if (!session) return undefined;
    try {
      return await this.#cases.run(report, () => run(session));
    } catch (error) {
      const problem = ApiError.from(error);
      this.#host.dispatchEvent(new TaskchatErrorEvent(problem));
      // What changed meanwhile is above the place where somebody decides.
      if (problem.code === 'stale') this.#host.renderRoot.querySelector('.report')?.scrollTo(0, 0);
      return undefined;
    }
  }

  #say(words: string): void {
    this.said = words;
    this.#host.requestUpdate();
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function outcome(report: Report, verdict: Verdict, locale: Locale): string {
  const name = isolated(report.member.name);
  if (verdict === 'approved') return locale.term('saidApproved', pointsOf(report, locale), name);
  return locale.term(verdict === 'rejected' ? 'saidRejected' : 'saidChanges', name);
}
