import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../../base/format.js';
import { crossIcon, replyIcon } from '../../base/icons.js';
import type { Locale } from '../../base/locale.js';
import { limits } from '../../contract/limits.js';
import type { TextMessage } from '../../contract/message.js';
import { quoteWords } from './message-parts.js';

/** Characters left from which on they are counted aloud. */
const few = 500;

/** How many characters are left, when they are few, or too many. */
export function charactersLeft(length: number, locale: Locale): TemplateResult {
  const left = limits.messageText - length;
  const number = formatNumber(Math.abs(left), locale.lang());
  return html`<span
    id="count"
    class=${left < 0 ? 'number wrong' : 'number'}
    role=${ifDefined(left < 0 ? 'alert' : undefined)}
    >${left < few ? locale.term(left < 0 ? 'charactersOver' : 'charactersLeft', number) : nothing}</span
  >`;
}

/** The message that is answered, and the way not to. */
export function answered(reply: TextMessage | null, locale: Locale, cancel: () => void): unknown {
  if (!reply) return nothing;
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
