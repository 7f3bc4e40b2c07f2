import { nothing, type LitElement } from 'lit';
import { ApiError } from '../../../api/api-error.js';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import { speak, type Locale } from '../../../base/locale.js';
import { reviewLaterWords } from '../../../locales/en/review-later.js';
import type { Verdict } from '../../../contract/decision.js';
import type { Report } from '../../../contract/report.js';
import type { Judged } from '../../../stores/decisions/held.js';
import type { Session } from '../../../stores/session.js';
import { isFit, type Case, type Cases, type Reasoned } from '../decision/cases.js';
import { isLet, ReportDecidedEvent } from '../decision/deciding-events.js';
import type { Holding } from '../decision/holding.js';
import { isMeant } from './many-rejections.js';
import type { Navigation } from '../navigation.js';
import { pickBar } from './pick-bar.js';
import type { Picked } from './picked.js';
import { verdicts } from '../shortcuts.js';
import { templatesFor, type ReasonTemplate } from '../decision/reason-templates.js';
import { verbs } from '../decision/undo-bar.js';

export { pickingStyles } from './picking.styles.js';

/** The open decision about all that is picked: one, whatever is picked. */
const key = 'many';

interface ManyHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
  readonly reasonTemplates: readonly ReasonTemplate[];
}

/** The parts of the review that take part. */
export interface ManyPlace {
  readonly picked: Picked;
  readonly cases: Cases;
  readonly holding: Holding;
  readonly navigation: Navigation;
  /** Says what came of it, to those who do not see it. */
  readonly say: (words: string) => void;
}

/** Decides all that is picked in one go: one that fails stops no other. */
export class DecidingMany {
  readonly #host: ManyHost;
  readonly #place: ManyPlace;

  constructor(host: ManyHost, place: ManyPlace) {
    this.#host = host;
    this.#place = place;
  }

  get case(): Case {
    return this.#place.cases.of(key);
  }

  /** Decides what is picked, as a key asks. */
  begin(command: keyof typeof verdicts): boolean {
    const verdict = verdicts[command];
    if (verdict === 'approved') void this.decide(verdict);
    else this.ask(verdict);
    return true;
  }

  /** What can be done with what is picked; nothing while nothing is. */
  get bar(): unknown {
    const { cases, picked } = this.#place;
    const { reports } = picked;
    if (reports.length === 0) return nothing;
    return pickBar({
      locale: this.#host.locale,
      reports,
      case: this.case,
      templates: this.#templates,
      decide: (verdict) => void this.decide(verdict),
      ask: (verdict) => this.ask(verdict),
      write: (reason) => cases.write(key, reason),
      choose: (reason) => this.#choose(reason),
      all: () => picked.all(),
      clear: () => picked.clear(),
    });
  }

  /** Opens the field for the reason of all, or closes it. */
  ask(verdict: Reasoned | null): void {
    this.#place.cases.ask(key, verdict);
    if (!verdict) return void this.#focus('.picks button');
    // What is typed there would begin with the number that chooses.
    const isChoice = this.#templates.length > 0 && !this.case.reason;
    void this.#focus(isChoice ? '.picks .template' : '#reasons');
  }

  get #templates(): readonly string[] {
    const { asking } = this.case;
    return asking ? templatesFor(this.#host, this.#host.reasonTemplates, asking) : [];
  }

  #choose(reason: string): void {
    this.#place.cases.write(key, reason);
    void this.#focus('#reasons');
  }

  async decide(verdict: Verdict): Promise<void> {
    const { cases, picked } = this.#place;
    const { session } = this.#host;
    const { reports } = picked;
    const reason = verdict === 'approved' ? null : this.case.reason;
    if (!session || reports.length === 0) return;
    if (reason !== null && !isFit(reason)) {
      cases.miss(key);
      return void this.#focus('#reasons');
    }
    if (verdict === 'rejected' && !(await isMeant(this.#host, reports))) return;
    const judged = reports.map((report): Judged => ({ report, verdict, reason }));
    const isAllowed = (each: Judged): boolean => isLet(this.#host, each);
    await this.#take(session, judged.filter(isAllowed));
  }

  async #take(session: Session, judged: readonly Judged[]): Promise<void> {
    const { cases, holding, navigation, picked, say } = this.#place;
    if (judged.length === 0) return;
    navigation.remember();
    const outcomes = await holding.take(session, judged).catch((error: unknown) => {
      // All stays picked, with its reason.
      this.#host.dispatchEvent(new TaskchatErrorEvent(ApiError.from(error)));
      return null;
    });
    if (!outcomes) return;
    outcomes.forEach((outcome, index) => void this.#follow(judged[index]!, outcome));
    picked.clear();
    cases.ask(key, null);
    cases.sent(key);
    say(`${this.#words(judged)} ${holding.words}`);
    await this.#host.updateComplete;
    await navigation.goOnFromAll(judged.map(({ report }) => report.id));
  }

  #words([first, ...others]: readonly Judged[]): string {
    const { locale } = this.#host;
    const count = locale.term('countOfReports', others.length + 1);
    return `${locale.term(verbs[first!.verdict], count)}.`;
  }

  async #follow({ report }: Judged, outcome: Promise<Report>): Promise<void> {
    try {
      this.#host.dispatchEvent(new ReportDecidedEvent(await outcome));
    } catch (error) {
      const problem = ApiError.from(error);
      if (problem.code === 'aborted') return;
      this.#host.dispatchEvent(new TaskchatErrorEvent(problem));
      this.#place.holding.lose(report, problem);
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

speak(reviewLaterWords);
