import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../../../api/api-error.js';
import { isolated } from '../../../base/format.js';
import { turnIcon, warningIcon, type Icon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import type { Verdict } from '../../../contract/decision.js';
import type { ReportSummary } from '../../../contract/report.js';
import type { Case, Reasoned } from './cases.js';
import type { reasonForm } from './reason-form.js';

/** What can be decided about a report, and by whom. */
export interface DecisionView {
  readonly locale: Locale;
  readonly report: ReportSummary;
  readonly case: Case;
  /** Whether it is the reviewer's own report. */
  readonly own: boolean;
  /** Whether the member has sent another text since the report was opened. */
  readonly revised: boolean;
  /** Whether it is decided here, and can still be taken back. */
  readonly held: boolean;
  readonly heldHere: unknown;
  /** Draws the field for a reason; undefined while its code is on its way. */
  readonly reasonForm: typeof reasonForm | undefined;
  /** Whether no queue is in sight. */
  readonly alone: boolean;
  /** What was decided a moment ago, where no queue is in sight that it could stand in. */
  readonly aside: unknown;
  /** The report to go on with, once this one was decided here. */
  readonly next: ReportSummary | undefined;
  readonly decide: (verdict: Verdict) => void;
  readonly ask: (verdict: Reasoned | null) => void;
  readonly write: (text: string) => void;
  /** The site's reasons for what is asked. */
  readonly templates: readonly string[];
  readonly choose: (text: string) => void;
  readonly reopen: () => void;
  readonly open: (report: string) => void;
}

/** A line beside the controls, said at once. */
export const note = (picture: Icon, words: string, tone = ''): TemplateResult =>
  html`<p class="aside ${tone}" role="alert">${picture()}<span>${words}</span></p>`;

/** Whether what is on screen says better what became of a command that failed. */
const isOver = (
  problem: ApiError,
  { case: { attempted }, report, revised }: DecisionView,
): boolean =>
  (revised && problem.code === 'stale') || (problem.transient && report.version > attempted);

/** Why the last command failed. */
export function failure(view: DecisionView): unknown {
  const { locale } = view;
  const { failure: problem, reason } = view.case;
  if (!problem || isOver(problem, view)) return nothing;
  const kept = reason ? ` ${locale.term('textKept')}` : '';
  return note(warningIcon, problemSentence(problem.code, locale) + kept, 'wrong');
}

/** Its member has sent another text. */
export const revision = ({ report, revised, locale }: DecisionView): unknown =>
  revised ? note(turnIcon, locale.term('revisedMeanwhile', isolated(report.member.name))) : nothing;
