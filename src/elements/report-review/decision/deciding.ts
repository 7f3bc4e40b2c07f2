import { nothing, type LitElement } from 'lit';
import { ApiError } from '../../../api/api-error.js';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import { isolated } from '../../../base/format.js';
import { addStyles, Later } from '../../../base/later.js';
import { whenIdle } from '../../../base/when-idle.js';
import type { Locale } from '../../../base/locale.js';
import type { Decision, Verdict } from '../../../contract/decision.js';
import type { Report, ReportSummary } from '../../../contract/report.js';
import type { Judged } from '../../../stores/decisions/held.js';
import { reportOf } from '../../../stores/report-store.js';
import type { Session } from '../../../stores/session.js';
import { Cases, isFit, type Case, type Reasoned } from './cases.js';
import { isLet, ReportDecidedEvent } from './deciding-events.js';
import type { Navigation } from '../navigation.js';
import type { OpenedReport } from '../opened-report.js';
import { Holding } from './holding.js';
import type { reasonForm } from './reason-form.js';
import { templatesFor, type ReasonTemplate } from './reason-templates.js';
import { verdicts } from '../shortcuts.js';
import { pointsOf, standingDecision } from './standing.js';
import type { heldHere, undoBar } from './undo-bar.js';

/** Draws what can be taken back. */
interface Undoing {
  readonly undoBar: typeof undoBar;
  readonly heldHere: typeof heldHere;
}

interface DecidingHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
  readonly undoSeconds: number;
  readonly reasonTemplates: readonly ReasonTemplate[];
}

/** Takes a reviewer's decisions: asks for the reason, gives the command, says what came of it. */
export class Deciding {
  /** The last outcome, for those who do not see it. */
  said = '';
  readonly holding: Holding;
  readonly #undoBar: Later<Undoing>;
  readonly #form: Later<typeof reasonForm>;
  readonly #host: DecidingHost;
  readonly #opened: OpenedReport;
  readonly #navigation: Navigation;
  readonly cases: Cases;

  constructor(host: DecidingHost, opened: OpenedReport, navigation: Navigation) {
    this.#host = host;
    this.#opened = opened;
    this.#navigation = navigation;
    this.cases = new Cases(host);
    this.holding = new Holding(host);
    this.#form = new Later(host, async () => {
      const { reasonForm, reasonFormStyles } = await import('./reason-form.js');
      addStyles(host, reasonFormStyles);
      return reasonForm;
    });
    whenIdle(() => void this.#form.fetch());
    this.#undoBar = new Later(host, async () => {
      const { undoBarStyles, ...undoing } = await import('./undo-bar.js');
      addStyles(host, undoBarStyles);
      return undoing;
    });
  }

  /** The decision of the round that is shown; null while it awaits one. */
  standing(report: ReportSummary): Decision | null {
    return standingDecision(report, this.cases.of(report.id));
  }

  /** Decides the report that is read, as a key asks; false if that cannot be done now. */
  begin(command: keyof typeof verdicts): boolean {
    const { report } = this.#opened;
    if (!report || !this.#isOpen(report)) return false;
    const verdict = verdicts[command];
    if (verdict === 'approved') this.decide(report, verdict);
    else this.ask(report, verdict);
    return true;
  }

  /** Takes back what was decided last, as long as it is held, and goes back to it. */
  undo(): boolean {
    const [first, ...others] = this.holding.undo();
    if (!first) return false;
    this.say(this.#host.locale.term('saidUndone', others.length + 1));
    void this.#navigation.goTo(first.report.id);
    return true;
  }

  /** That the report is decided here, with the way to take that back. */
  #heldHere(report: ReportSummary) {
    const held = this.holding.holds(report);
    const undo = (): unknown => this.undo();
    return { held, heldHere: held && this.#undoBar.piece?.heldHere(this.#host.locale, undo) };
  }

  /** What was decided a moment ago, with the way to take it back. */
  get undoBar(): unknown {
    if (!this.holding.isTold) return nothing;
    return this.#undoBar.piece?.undoBar({
      locale: this.#host.locale,
      holding: this.holding,
      opened: this.#opened.id,
      undo: () => this.undo(),
      open: (id) => this.#opened.open(id),
    });
  }

  /** What the bar needs of it. */
  view(report: ReportSummary) {
    const { id } = report;
    const open: Case = this.cases.of(id);
    return {
      report,
      case: open,
      ...this.#heldHere(report),
      reasonForm: open.asking ? this.#form.piece : undefined,
      revised: this.#opened.isRevised,
      next: open.done ? this.#navigation.next(id) : undefined,
      decide: (verdict: Verdict) => this.decide(report, verdict),
      ask: (verdict: Reasoned | null) => this.ask(report, verdict),
      write: (reason: string) => this.cases.write(id, reason),
      templates: open.asking ? this.#templates(id, open.asking) : [],
      choose: (text: string) => this.#choose(id, text),
      reopen: () => void this.#reopen(report),
      open: (other: string) => this.#opened.open(other),
    };
  }

  /** Opens the field for a reason, or closes it; the text stays either way. */
  ask({ id }: ReportSummary, verdict: Reasoned | null): void {
    const { asking, sending, reason } = this.cases.of(id);
    if (sending) return;
    this.cases.ask(id, verdict);
    if (!verdict) return void this.#focus(`[data-asks="${asking}"]`);
    // What is typed there would begin with the number that chooses.
    const isChoice = this.#templates(id, verdict).length > 0 && !reason;
    void this.#focus(isChoice ? '.template' : '#reason');
  }

  decide(report: ReportSummary, verdict: Verdict): void {
    const { reason, sending } = this.cases.of(report.id);
    if (sending || !this.#host.session) return;
    if (verdict === 'approved') return void this.#decide(report, verdict, null);
    if (isFit(reason)) return void this.#decide(report, verdict, reason);
    this.cases.miss(report.id);
    void this.#focus('#reason');
  }

  /** Those of the report's task first. */
  #templates(id: string, asking: Reasoned): readonly string[] {
    const { session, reasonTemplates } = this.#host;
    const own = (session && reportOf(session, id).snapshot.report?.reasons) ?? [];
    return templatesFor(this.#host, [...own, ...reasonTemplates], asking);
  }

  #choose(id: string, text: string): void {
    this.cases.write(id, text);
    void this.#focus('#reason');
  }

  #isOpen(report: ReportSummary): boolean {
    const { asking, sending } = this.cases.of(report.id);
    const own = this.#host.session?.isMe(report.member.id);
    return !own && !asking && !sending && !this.standing(report);
  }

  async #decide(report: ReportSummary, verdict: Verdict, reason: string | null): Promise<void> {
    const judged = { report, verdict, reason };
    if (!isLet(this.#host, judged)) return;
    this.#navigation.remember();
    const decided = await (this.holding.seconds > 0 ? this.#hold(judged) : this.#send(judged));
    if (!decided) return;
    if (reason) this.cases.sent(report.id);
    this.#host.dispatchEvent(new ReportDecidedEvent(decided));
  }

  /** The reviewer goes on at once; what became of it is told when it is known. */
  async #hold(judged: Judged): Promise<Report | undefined> {
    const { report, verdict } = judged;
    const { locale } = this.#host;
    const decided = await this.#command(report, async (session) => {
      const [outcome] = await this.holding.take(session, [judged]);
      this.say(`${outcomeOf(report, verdict, locale)} ${this.holding.words}`);
      await this.#host.updateComplete;
      void this.#navigation.goOn(report.id);
      return outcome!;
    });
    const { failure } = this.cases.of(report.id);
    if (failure) this.holding.lose(report, failure);
    return decided;
  }

  async #send({ report, verdict, reason }: Judged): Promise<Report | undefined> {
    const judgement = { verdict, reason: reason ?? undefined, round: report.round };
    const decided = await this.#command(report, (session) =>
      reportOf(session, report.id).decide(judgement),
    );
    if (!decided) return undefined;
    this.say(outcomeOf(decided, verdict, this.#host.locale));
    await this.#host.updateComplete;
    this.#navigation.advance(report.id);
    return decided;
  }

  async #reopen(report: ReportSummary): Promise<void> {
    const { id } = report;
    if (this.cases.of(id).sending) return;
    const reopened = await this.#command(report, (session) => reportOf(session, id).reopen());
    if (reopened) this.say(this.#host.locale.term('saidReopened'));
  }

  async #command(
    report: ReportSummary,
    run: (session: Session) => Promise<Report>,
  ): Promise<Report | undefined> {
    const { session } = this.#host;
    if (!session) return undefined;
    try {
      return await this.cases.run(report, () => run(session));
    } catch (error) {
      const problem = ApiError.from(error);
      if (problem.code === 'aborted') return undefined;
      this.#host.dispatchEvent(new TaskchatErrorEvent(problem));
      // What changed meanwhile is above the place where somebody decides.
      if (problem.code === 'stale') this.#host.renderRoot.querySelector('.report')?.scrollTo(0, 0);
      return undefined;
    }
  }

  /** Tells those who do not see it; what does not change is not told again. */
  readonly say = (words: string): void => {
    this.said = words === this.said ? `${words}\u00a0` : words;
    this.#host.requestUpdate();
  };

  async #focus(selector: string): Promise<void> {
    await this.#form.fetch();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function outcomeOf(report: ReportSummary, verdict: Verdict, locale: Locale): string {
  const name = isolated(report.member.name);
  if (verdict === 'approved') return locale.term('saidApproved', pointsOf(report, locale), name);
  return locale.term(verdict === 'rejected' ? 'saidRejected' : 'saidChanges', name);
}
