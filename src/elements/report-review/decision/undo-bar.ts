import { html, nothing, type TemplateResult } from 'lit';
import { formatLength, formatNumber, isolated } from '../../../base/format.js';
import { clockIcon, crossIcon, turnIcon, warningIcon } from '../../../base/icons.js';
import { speak, type Locale } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import { reviewLaterWords } from '../../../locales/en/review-later.js';
import type { Batch } from '../../../stores/decisions/decisions.js';
import type { Holding, Lost } from './holding.js';
import { letters } from '../shortcuts.js';

export { undoBarStyles } from './undo-bar.styles.js';

/** What was decided a moment ago, and what can be done about it. */
export interface UndoView {
  readonly locale: Locale;
  readonly holding: Holding;
  /** The report that is read: it says itself that it is held. */
  readonly opened: string | null;
  readonly undo: () => void;
  readonly open: (report: string) => void;
}

/** What was decided about whom. */
export const verbs = {
  approved: 'heldApproved',
  rejected: 'heldRejected',
  changes: 'heldChanges',
} as const;

function wordsOf({ decisions }: Batch, locale: Locale): string {
  const [first] = decisions;
  const who =
    decisions.length === 1
      ? isolated(first!.report.member.name)
      : locale.term('countOfReports', decisions.length);
  return locale.term(verbs[first!.verdict], who);
}

function left({ due }: Batch, locale: Locale): string {
  const seconds = Math.max(1, Math.ceil((due - Date.now()) / 1_000));
  return locale.term('sentIn', formatLength(seconds, 'second', locale.lang()));
}

/** The last decision, with how long it can be taken back. */
const held = (batch: Batch, { locale, undo }: UndoView): TemplateResult => html`
  <div class="toast" part="undo">
    <p>
      <strong>${wordsOf(batch, locale)}</strong>
      <span class="muted small number">${left(batch, locale)}</span>
    </p>
    <button class="button" type="button" aria-keyshortcuts=${letters.undo} @click=${undo}>
      ${turnIcon()}${locale.term('undo')}<kbd aria-hidden="true">${letters.undo}</kbd>
    </button>
  </div>
`;

function whyLost({ problem, report }: Lost, locale: Locale): string {
  const { decision, code } = problem;
  const name = locale.term('lostDecision', isolated(report.member.name));
  const why = decision
    ? locale.term('decidedMeanwhile', isolated(decision.reviewer.name))
    : problemSentence(code, locale);
  return `${name} ${why}`;
}

const lost = (each: Lost, { locale, holding, open }: UndoView): TemplateResult => html`
  <div class="toast wrong" part="lost" role="alert">
    ${warningIcon()}
    <p>${whyLost(each, locale)}</p>
    <button
      class="button"
      type="button"
      @click=${() => {
        holding.forget(each);
        open(each.report.id);
      }}
    >
      ${locale.term('showReport')}
    </button>
    <button
      class="button quiet square"
      type="button"
      aria-label=${locale.term('dismiss')}
      @click=${() => holding.forget(each)}
    >
      ${crossIcon()}
    </button>
  </div>
`;

/** In place of the ways to decide, as long as what was decided can be taken back. */
export const heldHere = (locale: Locale, undo: () => unknown): TemplateResult => html`
  <div class="outcome">
    <p class="stands landing" tabindex="-1" role="group" aria-label=${locale.term('heldHere')}>
      ${clockIcon()}
      <span>
        <strong>${locale.term('heldHere')}</strong>
        <span class="muted">${locale.term('heldHereWords')}</span>
      </span>
    </p>
    <button class="button" type="button" @click=${undo}>
      ${locale.term('undo')}<kbd aria-hidden="true">${letters.undo}</kbd>
    </button>
  </div>
`;

/** One alone is there in a moment. */
function progress({ holding, locale }: UndoView): unknown {
  const { sent, all } = holding.sending;
  if (all < 2) return nothing;
  const [some, whole] = [sent, all].map((count) => formatNumber(count, locale.lang()));
  return html`
    <div class="toast" part="progress" role="status">
      <p>${locale.term('sendingMany', some!, whole!)}</p>
      <progress max=${all} .value=${sent} aria-label=${locale.term('sending')}></progress>
    </div>
  `;
}

/** Floats over the desk, so that nothing moves when it comes and goes. */
export function undoBar(view: UndoView): TemplateResult {
  const last = view.holding.batches.at(-1);
  const isShown = last?.decisions.length === 1 && last.decisions[0]!.report.id === view.opened;
  return html`
    <div class="toasts" data-zone="decision">
      ${progress(view)} ${view.holding.lost.map((each) => lost(each, view))}
      ${last && !isShown ? held(last, view) : nothing}
    </div>
  `;
}

speak(reviewLaterWords);
