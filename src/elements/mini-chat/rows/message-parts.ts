import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../../../base/avatar.js';
import { isolated } from '../../../base/format.js';
import { warningIcon } from '../../../base/icons.js';
import { linkedText } from '../../../base/linked-text.js';
import type { Locale } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import type { Author, TextMessage } from '../../../contract/message.js';
import type { Line } from '../../../stores/dialogue/conversation.js';
import type { Row, RowContext } from './layout.js';
import { textOf, writtenIn, type Entry, type TextEntry } from './timeline.js';

/** What a control in the log does; one listener on the log hears them all. */
export type Action = 'reply' | 'reveal' | 'withdraw' | 'resend' | 'discard' | 'earlier' | 'newest';

/** Characters of a quoted message; a line shows fewer. */
const excerpt = 200;

/** Somebody's name, and what they are beside that. */
export function byline({ name, role }: Author, locale: Locale, more = ''): TemplateResult {
  const roles = [role === 'member' ? '' : locale.term('reviewer'), more].filter(Boolean);
  // They stand on one line, if need be on the next.
  const words = roles.length ? ` ${roles.join('\u00a0·\u00a0')}` : '';
  // prettier-ignore
  return html`<p class="byline"><bdi class="name" .textContent=${name}></bdi
    ><span class="role" .textContent=${words}></span></p>`;
}

/** The one line of a message that stands for it where it is answered. */
export function quoteWords(quoted: TextMessage | undefined, locale: Locale): TemplateResult {
  if (!quoted) return html`<span class="excerpt">${locale.term('earlierMessage')}</span>`;
  const { author, text, withdrawnAt } = quoted;
  return html`<bdi class="name">${author.name}</bdi>
    <bdi class="excerpt">${withdrawnAt ? locale.term('withdrawn') : text.slice(0, excerpt)}</bdi>`;
}

/** The message that a row quotes, if it is loaded. */
export function quotedBy(row: Row, { lineOf }: RowContext): Line | undefined {
  const quoted = 'composer' in row ? null : writtenIn(row)?.replyTo;
  return quoted ? lineOf(quoted) : undefined;
}

/** What a message answers; pressed, it leads there. */
export const quote = ({ replyTo }: TextEntry, { locale, lineOf }: RowContext): unknown =>
  replyTo
    ? html`<button
        class="quote"
        part="quote"
        type="button"
        data-action="reveal"
        data-target=${replyTo}
        title=${locale.term('showOriginal')}
      >
        ${quoteWords(textOf(lineOf(replyTo)), locale)}
      </button>`
    : nothing;

export const isWithdrawn = ({ line }: TextEntry): boolean => Boolean(textOf(line)?.withdrawnAt);

/** Nothing but one to six emoji: with their joiners, tones and flags (UTS 51). */
const emojiOnly =
  /^(?:(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic})[\p{Emoji_Modifier}\u200d\ufe0f]*\s?){1,6}$/u;

/** How people's text stands: emoji alone are larger. */
export const kindOf = (text: string): string => (emojiOnly.test(text) ? 'words emoji' : 'words');

/** People's text, with its links; or that its author has taken it back. */
export function wordsOf(entry: TextEntry, locale: Locale): TemplateResult {
  const { own, text } = entry;
  if (isWithdrawn(entry)) {
    const words = locale.term(own ? 'youWithdrew' : 'withdrawn');
    return html`<p class="withdrawn" .textContent=${words}></p>`;
  }
  // Every space in a message counts, so the template adds none.
  // prettier-ignore
  return html`<div class=${kindOf(text)}>${linkedText(text)}</div>`;
}

/** Who has read up to here, and not further. */
export function readMark(entry: Entry, { locale, readersAt }: RowContext): unknown {
  const author = entry.kind === 'text' ? entry.author : entry.message.author;
  // Whoever has said something was there.
  const readers = readersAt(entry.seq).filter(({ id }) => id !== author.id);
  if (!readers.length) return nothing;
  const names = readers.map(({ name }) => isolated(name)).join(', ');
  const words = locale.term('readBy', names);
  // prettier-ignore
  return html`<p class="seen" part="seen" title=${words}
    >${readers.slice(0, 3).map(avatar)}<span class="sr-only" .textContent=${words}></span></p>`;
}

/** Why the server did not take a message, with the two ways on. */
export function refusal({ state, problem }: TextEntry, locale: Locale): unknown {
  if (state !== 'refused') return nothing;
  return html`
    <div class="refusal" part="refusal" role="alert">
      <p>
        ${warningIcon()}<span
          >${locale.term('notDelivered')}
          ${problem ? problemSentence(problem.code, locale) : nothing}</span
        >
      </p>
      <button class="button" type="button" data-action="resend">${locale.term('retry')}</button>
      <button class="button danger" type="button" data-action="discard">
        ${locale.term('discard')}
      </button>
    </div>
  `;
}

/** Whether the server knows the message, and it is still there. */
export const canAnswer = (entry: TextEntry): boolean =>
  entry.state === 'sent' && !isWithdrawn(entry);

/** Beside a message: that it waits, or the way to take it back. */
export function aside(entry: TextEntry, { locale, canWithdraw }: RowContext): unknown {
  if (entry.state === 'waiting') {
    // prettier-ignore
    return html`<span class="beside waits"
      ><span class="sr-only" .textContent=${locale.term('waitsToBeSent')}></span></span>`;
  }
  if (!canWithdraw(entry) || isWithdrawn(entry)) return nothing;
  const words = locale.term('withdraw');
  return html`<button
    class="beside respond"
    part="withdraw"
    type="button"
    data-action="withdraw"
    aria-label=${words}
    title=${words}
  ></button>`;
}
