import { html, nothing, type TemplateResult } from 'lit';
import { clockIcon, replyIcon, warningIcon } from '../../base/icons.js';
import { linkedText } from '../../base/linked-text.js';
import type { Locale } from '../../base/locale.js';
import { problemSentence } from '../../base/problem-words.js';
import type { Author, TextMessage } from '../../contract/message.js';
import type { TextEntry } from './timeline.js';

/** What a control in the log does; one listener on the log hears them all. */
export type Action = 'reply' | 'reveal' | 'resend' | 'discard' | 'earlier' | 'newest';

/** Characters of a quoted message; a line shows fewer. */
const excerpt = 200;

/** Somebody's name, and a reviewer's with the word. */
export const byline = ({ name, role }: Author, locale: Locale): TemplateResult => html`
  <bdi class="name">${name}</bdi>${
    role === 'member' ? nothing : html` <span class="role">${locale.term('reviewer')}</span>`
  }
`;

/** The one line of a message that stands for it where it is answered. */
export const quoteWords = (quoted: TextMessage | undefined, locale: Locale): TemplateResult =>
  quoted
    ? html`<bdi class="name">${quoted.author.name}</bdi>
        <bdi class="excerpt">${quoted.text.slice(0, excerpt)}</bdi>`
    : html`<span class="excerpt">${locale.term('earlierMessage')}</span>`;

/** What a message answers; pressed, it leads there. */
export const quote = ({ replyTo, quoted }: TextEntry, locale: Locale): unknown =>
  replyTo
    ? html`<button
        class="quote"
        part="quote"
        type="button"
        data-action="reveal"
        data-target=${replyTo}
        title=${locale.term('showOriginal')}
      >
        ${quoteWords(quoted, locale)}
      </button>`
    : nothing;

/** People's text, with its links. */
export const wordsOf = ({ text }: TextEntry): TemplateResult =>
  // Every space in a message counts, so the template adds none.
  // prettier-ignore
  html`<div class="words">${linkedText(text)}</div>`;

/** Why the server did not take a message, with the two ways on. */
export function refusal({ line }: TextEntry, locale: Locale): unknown {
  if (line.state !== 'refused') return nothing;
  return html`
    <div class="refusal" part="refusal" role="alert">
      <p>
        ${warningIcon()}<span
          >${locale.term('notDelivered')}
          ${line.problem ? problemSentence(line.problem.code, locale) : nothing}</span
        >
      </p>
      <button class="button" type="button" data-action="resend">${locale.term('retry')}</button>
      <button class="button danger" type="button" data-action="discard">
        ${locale.term('discard')}
      </button>
    </div>
  `;
}

/** Beside a message: that it waits, or the way to answer it. Both take the same room. */
export function beside({ line, author }: TextEntry, locale: Locale): TemplateResult {
  if (line.state !== 'sent') {
    return html`<span class="beside waits"
      >${
        line.state === 'waiting'
          ? html`${clockIcon()}<span class="sr-only">${locale.term('waitsToBeSent')}</span>`
          : nothing
      }</span
    >`;
  }
  const label = locale.term('replyTo', author.name);
  return html`<button
    class="beside respond"
    part="reply"
    type="button"
    data-action="reply"
    aria-label=${label}
    title=${locale.term('leaveReply')}
  >
    ${replyIcon()}
  </button>`;
}
