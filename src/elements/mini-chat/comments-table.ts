import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../../base/avatar.js';
import { replyIcon } from '../../base/icons.js';
import { speak, type Locale } from '../../base/locale.js';
import { timeAgo } from '../../base/time-ago.js';
import { commentsTableWords } from '../../locales/en/comments-table.js';
import type { Comment, InPlace, Layout, Row, RowContext } from './layout.js';
import { beside, byline, quote, readMark, refusal, wordsOf } from './message-parts.js';
import { systemLine } from './system-line.js';
import type { Entry, SystemEntry, TextEntry } from './timeline.js';

export { commentsStyles } from './comments.styles.js';

/** Comments in the order of their threads: each message with its replies under it. */
function inThreads(
  entries: readonly Entry[],
  inPlace: InPlace | undefined,
): readonly (readonly Row[])[] {
  const threads = new Map<string, Row[]>();
  const threadOf = new Map<string, string>();
  for (const entry of entries) {
    const { key } = entry;
    const replyTo = entry.kind === 'text' ? entry.replyTo : null;
    const thread = (replyTo && threadOf.get(replyTo)) || key;
    threadOf.set(key, thread);
    const row = entry.kind === 'text' ? { key, entry, isReply: thread !== key } : entry;
    const others = threads.get(thread);
    if (others) others.push(row);
    else threads.set(thread, [row]);
  }
  // Behind the last row of the thread that is answered stands the composer.
  if (inPlace) threads.get(threadOf.get(inPlace.replyTo) ?? '')?.push(inPlace);
  return [...threads.values()];
}

function person({ author, sentAt, own, key }: TextEntry, isReply: boolean, context: RowContext) {
  const { locale, firstUnread } = context;
  return html`
    <div class="person">
      ${isReply ? replyIcon() : nothing}${avatar(author)}
      <div>
        <p>
          ${byline(author, locale)}${own ? html` <span class="role">${locale.term('you')}</span>` : nothing}
        </p>
        <p class="meta">
          ${sentAt ? timeAgo(sentAt, locale) : nothing}
          ${key === firstUnread ? html`<span class="role">${locale.term('newFromHere')}</span>` : nothing}
        </p>
      </div>
    </div>
  `;
}

function comment({ entry, isReply }: Comment, context: RowContext): TemplateResult {
  const { locale } = context;
  return html`
    <tr class="comment ${isReply ? 'answer' : ''}" data-line=${entry.key} tabindex="-1">
      <th scope="row">${person(entry, isReply, context)}</th>
      <td>
        ${isReply ? html`<p class="role">${locale.term('reply')}</p>` : quote(entry, context)}
        <div class="line ${entry.line.state}">
          ${wordsOf(entry, locale)}${context.filesOf(entry.line)}${beside(entry, context)}
        </div>
        ${refusal(entry, locale)} ${readMark(entry, context)}
      </td>
    </tr>
  `;
}

const happening = (entry: SystemEntry, context: RowContext): TemplateResult => html`
  <tr data-line=${entry.key} tabindex="-1">
    <td colspan="2">${systemLine(entry, context.locale)} ${readMark(entry, context)}</td>
  </tr>
`;

const composerRow = ({ composer }: InPlace): TemplateResult =>
  html`<tr class="in-place">
    <td colspan="2">${composer}</td>
  </tr>`;

function tableRow(row: Row, context: RowContext): TemplateResult {
  if ('composer' in row) return composerRow(row);
  if ('entry' in row) return comment(row, context);
  return happening(row as SystemEntry, context);
}

const frame = (locale: Locale): TemplateResult => html`
  <table class="comments" part="table">
    <thead>
      <tr>
        <th scope="col">${locale.term('user')}</th>
        <th scope="col">${locale.term('message')}</th>
      </tr>
    </thead>
    <tbody data-rows></tbody>
  </table>
`;

/** The comments table: who wrote, what, and under it the replies. */
export const commentsTable: Layout = {
  frame,
  order: (entries, inPlace) => inThreads(entries, inPlace).flat(),
  row: tableRow,
};

speak(commentsTableWords);
