import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../../../base/avatar.js';
import { linkedText } from '../../../base/linked-text.js';
import type { Locale } from '../../../base/locale.js';
import type { Line } from '../../../stores/dialogue/conversation.js';
import type { Layout, RowContext } from './layout.js';
import {
  aside,
  byline,
  canAnswer,
  isWithdrawn,
  kindOf,
  quote,
  quotedBy,
  readMark,
  refusal,
  wordsOf,
} from './message-parts.js';
import { systemLine } from './system-line.js';
import { dayName, messageTime } from './times.js';
import type { Entry, SystemEntry, TextEntry } from './timeline.js';

// In these templates each space between the tags, and each part that may be there or not, is a node
// of the page. Most messages are words alone, and have none of them.

/** Who speaks: the name where a run begins, the face where it ends. */
function speaker({ own, first, last, author }: TextEntry, locale: Locale): unknown {
  if (own)
    return first ? html`<p class="sr-only" .textContent=${locale.term('you')}></p>` : nothing;
  const name = first ? byline(author, locale) : nothing;
  if (!last) return name;
  return first ? html`${name}${avatar(author)}` : avatar(author);
}

/** What stands above a row's words: a day, what was unread, and who speaks. */
function head(entry: Entry, { locale, firstUnread }: RowContext): unknown {
  const { day, key, kind } = entry;
  const who = kind === 'text' ? speaker(entry, locale) : nothing;
  if (!day && key !== firstUnread) return who;
  const words = day ? dayName(day, locale) : '';
  return [
    day ? html`<p class="day" .textContent=${words}></p>` : nothing,
    key === firstUnread
      ? html`<p class="day unread" part="unread" .textContent=${locale.term('newFromHere')}></p>`
      : nothing,
    who,
  ];
}

function bubble(entry: TextEntry, context: RowContext): TemplateResult {
  const { line, text, replyTo } = entry;
  const files = context.filesOf(line) ?? nothing;
  const state = isWithdrawn(entry) ? 'withdrawn' : entry.state;
  if (replyTo || files !== nothing || isWithdrawn(entry) || linkedText(text) !== text) {
    // prettier-ignore
    return html`<div class="bubble ${state}" part="bubble"
      >${quote(entry, context)}${wordsOf(entry, context.locale)}${files}</div>`;
  }
  const kind = `bubble ${kindOf(text)} ${state}`;
  return html`<div class=${kind} part="bubble" .textContent=${text}></div>`;
}

/** When it was said; while it waits, the room of that. */
function timeOf({ last, state, sentAt }: TextEntry, locale: Locale): unknown {
  if (!last || state === 'refused') return nothing;
  return sentAt ? messageTime(sentAt, locale) : html`<p class="time"></p>`;
}

/** What stands beside and under a row's words. */
function foot(entry: TextEntry, context: RowContext): unknown {
  const time = timeOf(entry, context.locale);
  const rest = [
    aside(entry, context),
    refusal(entry, context.locale),
    readMark(entry, context),
  ] as const;
  // Always at the same places, so that a control that has the focus stays.
  return rest.every((one) => one === nothing) ? time : [time, ...rest];
}

function message(entry: TextEntry, context: RowContext): TemplateResult {
  const { key, own, first, author } = entry;
  const { locale } = context;
  const kind = `message ${own ? 'own' : ''} ${first ? 'first' : ''}`;
  // prettier-ignore
  return html`<li class=${kind} part="message" data-line=${key} tabindex="-1"
    >${head(entry, context)}${bubble(entry, context)}<button
      class="beside respond" part="reply" type="button" data-action="reply"
      ?disabled=${!canAnswer(entry)}
      aria-label=${locale.term('replyTo', author.name)} title=${locale.term('leaveReply')}
    ></button>${foot(entry, context)}</li>`;
}

const happening = (entry: SystemEntry, context: RowContext): TemplateResult =>
  // prettier-ignore
  html`<li data-line=${entry.key} tabindex="-1"
    >${head(entry, context)}${systemLine(entry, context.locale)}${readMark(entry, context)}</li>`;

/** The lines as a chat. */
export const chatRows: Layout = {
  frame: () => html`<ol data-rows></ol>`,
  order: (lines) => lines,
  row: (row, index, context) => {
    const entry = context.entryOf(row as Line, index);
    return entry.kind === 'text' ? message(entry, context) : happening(entry, context);
  },
  beside: (row, index, context) => [...context.around(index), quotedBy(row, context)],
};
