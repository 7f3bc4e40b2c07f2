import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import { speak, type Locale } from '../../../base/locale.js';
import { reviewLaterWords } from '../../../locales/en/review-later.js';
import { isField, isTaken } from '../../../base/keys.js';
import { limits } from '../../../contract/limits.js';
import type { Case, Reasoned } from './cases.js';
import { numberOf, templateList } from './reason-templates.js';

export { reasonFormStyles } from './reason-form.styles.js';

/** The reason that is being written, and what becomes of it. */
export interface ReasonView {
  readonly locale: Locale;
  /** The id of the field: two forms may be open. */
  readonly field: string;
  /** Who reads the reason. */
  readonly reader: string;
  readonly case: Case;
  readonly asking: Reasoned;
  /** The reasons to choose from. */
  readonly templates: readonly string[];
  /** Puts a reason into the field, and the caret behind it. */
  readonly choose: (text: string) => void;
  readonly write: (text: string) => void;
  readonly confirm: () => void;
  readonly close: () => void;
}

const labels = { changes: 'reasonForChanges', rejected: 'reasonForRejection' } as const;
const verbs = { changes: 'askForChanges', rejected: 'reject' } as const;

const shortcut = (): string => (/Mac|iP/.test(navigator.platform) ? '⌘ Enter' : 'Ctrl + Enter');

const isWriting = (event: KeyboardEvent): boolean => !isTaken(event) && /^\S$/u.test(event.key);

const focusField = ({ currentTarget }: Event): void =>
  (currentTarget as Element).querySelector('textarea')?.focus();

function onKey(event: KeyboardEvent, { confirm, close, templates, choose }: ReasonView): void {
  if (event.isComposing) return;
  const template = isField(event.target) ? undefined : templates[numberOf(event) - 1];
  if (template) {
    event.preventDefault();
    event.stopPropagation();
    return choose(template);
  }
  // Whoever begins to type wants to write a reason of their own.
  if (!isField(event.target) && isWriting(event)) {
    event.stopPropagation();
    return focusField(event);
  }
  const confirms = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (!confirms && event.key !== 'Escape') return;
  event.preventDefault();
  // A dialog of the page, around us, stays open.
  event.stopPropagation();
  if (confirms) confirm();
  else close();
}

function hint({ case: { missing, reason }, field, reader, locale }: ReasonView): TemplateResult {
  const over = reason.length - limits.reason;
  const count = formatNumber(over, locale.lang());
  const wrong = missing
    ? locale.term('reasonMissing')
    : over > 0 && locale.term('charactersOver', count);
  return html`<p id=${`${field}-hint`} class="hint ${wrong ? 'wrong' : ''}">
    ${
      wrong
        ? html`<span role="alert">${wrong}</span>`
        : html`<span>${locale.term('reasonHint', reader)}</span>`
    }
  </p>`;
}

/** The field for a reason, in place of the buttons. */
export function reasonForm(view: ReasonView): TemplateResult {
  const { locale, field, asking, write, confirm, close, templates, choose } = view;
  const { reason, missing, sending } = view.case;
  const wrong = missing || reason.length > limits.reason;
  return html`
    <div
      class="reasoning"
      aria-busy=${sending ? 'true' : 'false'}
      @keydown=${(event: KeyboardEvent) => onKey(event, view)}
    >
      <label class="label" for=${field}>${locale.term(labels[asking])}</label>
      ${templateList(templates, locale, choose)}
      <textarea
        id=${field}
        class="field"
        part="field"
        rows="3"
        required
        aria-describedby=${`${field}-hint`}
        aria-invalid=${wrong ? 'true' : 'false'}
        ?readonly=${sending}
        .value=${reason}
        @input=${(event: InputEvent) => write((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${hint(view)}
      <div class="row">
        <button
          class="button primary"
          part="confirm"
          type="button"
          aria-disabled=${sending ? 'true' : 'false'}
          @click=${confirm}
        >
          ${locale.term(sending ? 'sending' : verbs[asking])}
        </button>
        <button class="button quiet" type="button" @click=${close}>${locale.term('close')}</button>
        <kbd>${shortcut()}</kbd>
      </div>
    </div>
  `;
}

speak(reviewLaterWords);
