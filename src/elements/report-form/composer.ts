import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../../api/api-error.js';
import { formatNumber } from '../../base/format.js';
import { lockIcon, sendIcon, warningIcon } from '../../base/icons.js';
import type { Locale } from '../../base/locale.js';
import { problemSentence } from '../../base/problem-words.js';
import { limits } from '../../contract/limits.js';
import type { ProblemCode } from '../../contract/problem.js';
import type { Purpose, Wish } from './purpose.js';
import type { ReportDraft } from './report-draft.js';

/** What the field and its button show, and what they do. */
export interface Composer {
  readonly locale: Locale;
  readonly draft: ReportDraft;
  readonly purpose: Purpose;
  /** Where files are picked, and those that are; undefined while its code is on its way. */
  readonly picking: { readonly button: unknown; readonly tray: unknown } | undefined;
  readonly sending: boolean;
  /** Somebody tried to send nothing. */
  readonly missing: boolean;
  /** Why it was refused. */
  readonly failure: ApiError | null;
  /** Why the task takes nothing at the moment. */
  readonly refusal: ProblemCode | null;
  readonly send: () => void;
  /** Takes back what is on its way, as long as that may take a while; else undefined. */
  readonly takeBack: (() => void) | undefined;
  /** Whether the field is open on the member's own wish, and can be left again. */
  readonly wished: boolean;
  readonly wishFor: (wish: Wish) => void;
}

/** From here on the field says how many characters are left. */
const near = limits.reportText * 0.9;

export const tooLong = (text: string): boolean => text.length > limits.reportText;

const shortcut = (): string => (/Mac|iP/.test(navigator.platform) ? '⌘ Enter' : 'Ctrl + Enter');

function onKey(event: KeyboardEvent, send: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  event.preventDefault();
  send();
}

function counter({ draft, locale }: Composer): unknown {
  const left = limits.reportText - draft.text.length;
  if (draft.text.length < near) return nothing;
  const count = formatNumber(Math.abs(left), locale.lang());
  return left < 0
    ? html`<span class="number" role="alert">${locale.term('charactersOver', count)}</span>`
    : html`<span class="number">${locale.term('charactersLeft', count)}</span>`;
}

function keeping({ draft, missing, locale }: Composer): unknown {
  if (missing) return html`<span role="alert">${locale.term('reportMissing')}</span>`;
  return draft.kept ? locale.term(draft.durable ? 'draftKept' : 'draftOnPage') : nothing;
}

function field(composer: Composer): TemplateResult {
  const { draft, locale, purpose, sending, missing, send } = composer;
  const wrong = missing || tooLong(draft.text);
  return html`
    <div>
      <label class="label" for="text">
        ${locale.term(purpose === 'revise' ? 'revisionLabel' : 'reportLabel')}
      </label>
      <textarea
        id="text"
        class="field"
        part="field"
        placeholder=${locale.term('reportPlaceholder')}
        aria-describedby="hint"
        aria-invalid=${wrong ? 'true' : 'false'}
        ?readonly=${sending || !draft.opened}
        .value=${draft.text}
        @input=${(event: InputEvent) =>
          void draft.write((event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => onKey(event, send)}
      ></textarea>
      <p id="hint" class="hint ${wrong ? 'wrong' : ''}">
        <span>${keeping(composer)}</span>${counter(composer)}
      </p>
    </div>
  `;
}

/** Why it was not sent, or cannot be: always with the word that the text is kept. */
function trouble({ failure, refusal, sending, locale }: Composer): unknown {
  if (sending) return nothing;
  if (refusal && (!failure || refusal === failure.code)) {
    return html`<p class="trouble" part="problem" role="status">
      ${lockIcon()}<span>${problemSentence(refusal, locale)} ${locale.term('textKept')}</span>
    </p>`;
  }
  if (!failure) return nothing;
  return html`<p class="trouble wrong" part="problem" role="alert">
    ${warningIcon()}<span>${problemSentence(failure.code, locale)} ${locale.term('textKept')}</span>
  </p>`;
}

const sendWord = ({ sending, failure, purpose }: Composer) => {
  if (sending) return 'sending';
  if (failure) return 'trySending';
  return purpose === 'revise' ? 'sendRevision' : 'sendReport';
};

function sendButton(composer: Composer): TemplateResult {
  const { sending, refusal, locale, send } = composer;
  return html`<button
    class="button primary submit"
    part="send"
    type="button"
    aria-disabled=${sending || refusal === 'task-inactive' ? 'true' : 'false'}
    @click=${send}
  >
    ${sending ? html`<span class="spinner"></span>` : sendIcon()}${locale.term(sendWord(composer))}
  </button>`;
}

const takeBackButton = ({ takeBack, locale }: Composer): unknown =>
  takeBack
    ? html`<button class="button quiet" type="button" @click=${takeBack}>
        ${locale.term('takeBack')}
      </button>`
    : nothing;

/** The field, what becomes of the text in it, and the button. */
export const composer = (view: Composer): TemplateResult => html`
  <div class="composer" part="composer" aria-busy=${view.sending ? 'true' : 'false'}>
    ${field(view)} ${view.picking?.tray} ${trouble(view)}
    <div class="row">
      ${sendButton(view)} ${view.sending ? takeBackButton(view) : view.picking?.button}
      ${
        view.wished && !view.sending
          ? html`<button class="button quiet" type="button" @click=${() => view.wishFor(null)}>
              ${view.locale.term('keepReport')}
            </button>`
          : nothing
      }
      <kbd class="muted small">${shortcut()}</kbd>
    </div>
  </div>
`;
