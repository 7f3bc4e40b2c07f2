import { html, nothing, type TemplateResult } from 'lit';
import { clockIcon, warningIcon } from '../../base/icons.js';
import { linkedText } from '../../base/linked-text.js';
import type { Locale } from '../../base/locale.js';
import { problemSentence } from '../../base/problem-words.js';
import type { WaitingReport } from '../../stores/report-outbox/report-outbox.js';

/** A report that is not at the server. */
export interface WaitingView {
  readonly entry: WaitingReport;
  /** False when it ends with the page. */
  readonly durable: boolean;
  /** Its files, and how much of each is gone. */
  readonly tray: unknown;
  /** Takes it back into the form. */
  readonly takeBack: () => void;
  /** Throws it away, once it was refused. */
  readonly discard: () => void;
  readonly locale: Locale;
}

/** What ends by itself, and needs no other word than when it goes. */
const quiet: readonly string[] = ['network', 'timeout'];

/** When it goes, or why it cannot. */
function words({ entry, durable, locale }: WaitingView): TemplateResult {
  const { problem } = entry;
  const isOther = problem && !quiet.includes(problem.code);
  const goes = locale.term(durable ? 'reportGoes' : 'reportGoesOnPage');
  return html`
    ${isOther ? html`<p>${problemSentence(problem.code, locale)}</p>` : nothing}
    <p class="muted">${goes}</p>
  `;
}

const waiting = (view: WaitingView): TemplateResult => html`
  <div class="note" role="status">
    <p class="what landing" tabindex="-1">
      ${clockIcon()}<span>${view.locale.term('reportWaits')}</span>
    </p>
    ${words(view)}
  </div>
`;

const refused = ({ entry, locale }: WaitingView): TemplateResult => html`
  <div class="note rejected" role="alert">
    <p class="what landing" tabindex="-1">
      ${warningIcon()}<span>${locale.term('unsentText')}</span>
    </p>
    <p>${problemSentence(entry.problem?.code ?? 'bad-answer', locale)}</p>
  </div>
`;

/** What waits to be sent, with its text, when it goes, and the way back. */
export function waitingCard(view: WaitingView): TemplateResult {
  const { entry, locale, tray, takeBack, discard } = view;
  const isRefused = entry.state === 'refused';
  return html`
    <div class="waiting" part="waiting">
      ${isRefused ? refused(view) : waiting(view)}
      <figure class="sent">
        <blockquote class="prose">${linkedText(entry.text)}</blockquote>
      </figure>
      ${tray}
      <div class="row">
        <button class="button" type="button" @click=${isRefused ? discard : takeBack}>
          ${locale.term(isRefused ? 'discardReport' : 'takeBack')}
        </button>
      </div>
    </div>
  `;
}
