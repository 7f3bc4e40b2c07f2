import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../../../base/format.js';
import { crossIcon, replyIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import { limits } from '../../../contract/limits.js';
import type { TextMessage } from '../../../contract/message.js';
import { quoteWords } from '../rows/message-parts.js';

/** Characters left from which on they are counted aloud. */
const few = 500;

/** Whether the characters that are left are few enough to be counted. */
export const isCounted = (length: number): boolean => limits.messageText - length < few;

/** How many characters are left, when they are few, or too many. */
export function charactersLeft(length: number, locale: Locale): unknown {
  if (!isCounted(length)) return nothing;
  const left = limits.messageText - length;
  const number = formatNumber(Math.abs(left), locale.lang());
  return html`<span
    id="count"
    class=${left < 0 ? 'number wrong' : 'number'}
    role=${ifDefined(left < 0 ? 'alert' : undefined)}
    .textContent=${locale.term(left < 0 ? 'charactersOver' : 'charactersLeft', number)}
  ></span>`;
}

/** What stands over the field. */
export interface AboveField {
  /** The message that is answered. */
  readonly reply: TextMessage | null | undefined;
  /** The files that are picked. */
  readonly tray: TemplateResult | undefined;
  readonly locale: Locale;
  readonly layout: 'chat' | 'table';
  readonly cancel: () => void;
}

/** What is answered, the files, and in the table, where there is room, what the field is for. */
export function above({ reply, tray, locale, layout, cancel }: AboveField): unknown {
  const isTable = layout === 'table';
  if (!reply && !tray && !isTable) return nothing;
  const label = html`<label class="label" for="text">${locale.term('leaveReply')}</label>`;
  return html`${reply ? answered(reply, locale, cancel) : nothing}${tray}${isTable ? label : nothing}`;
}

/** The message that is answered, and the way not to. */
function answered(reply: TextMessage, locale: Locale, cancel: () => void): TemplateResult {
  return html`<div class="replying" part="replying">
    ${replyIcon()}
    <p>${quoteWords(reply, locale)}</p>
    <button
      class="button quiet square"
      type="button"
      aria-label=${locale.term('cancelReply')}
      @click=${cancel}
    >
      ${crossIcon()}
    </button>
  </div>`;
}
