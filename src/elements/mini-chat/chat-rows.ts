import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../../base/avatar.js';
import type { Layout, RowContext } from './layout.js';
import { beside, byline, quote, readMark, refusal, wordsOf } from './message-parts.js';
import { systemLine } from './system-line.js';
import { dayName, messageTime } from './times.js';
import type { Entry, TextEntry } from './timeline.js';

function message(entry: TextEntry, context: RowContext): TemplateResult {
  const { author, own, first, last, sentAt, line } = entry;
  const { locale } = context;
  return html`
    <div class="message ${own ? 'own' : ''} ${first ? 'first' : ''}" part="message">
      ${own ? nothing : html`<span class="face">${last ? avatar(author) : nothing}</span>`}
      <div class="stack">
        ${
          first
            ? html`<p class=${own ? 'sr-only' : 'byline'}>
                ${own ? locale.term('you') : byline(author, locale)}
              </p>`
            : nothing
        }
        <div class="line">
          <div class="bubble ${line.state}" part="bubble">
            ${quote(entry, context)}${wordsOf(entry, locale)}${context.filesOf(line)}
          </div>
          ${beside(entry, context)}
        </div>
        ${
          last && line.state !== 'refused'
            ? html`<p class="meta">${sentAt ? messageTime(sentAt, locale) : nothing}</p>`
            : nothing
        }
        ${refusal(entry, locale)}
      </div>
    </div>
  `;
}

/** What begins with a row: a day, and what was unread. */
const beginnings = ({ day, key }: Entry, { locale, firstUnread }: RowContext): unknown => [
  day ? html`<p class="day"><span>${dayName(day, locale)}</span></p>` : nothing,
  key === firstUnread
    ? html`<p class="day unread" part="unread"><span>${locale.term('newFromHere')}</span></p>`
    : nothing,
];

const row = (entry: Entry, context: RowContext): TemplateResult => html`
  <li data-line=${entry.key} tabindex="-1">
    ${beginnings(entry, context)}
    ${entry.kind === 'text' ? message(entry, context) : systemLine(entry, context.locale)}
    ${readMark(entry, context)}
  </li>
`;

/** The lines as a chat. */
export const chatRows: Layout = {
  frame: () => html`<ol data-rows></ol>`,
  order: (entries) => entries,
  row: (entry, context) => row(entry as Entry, context),
};
