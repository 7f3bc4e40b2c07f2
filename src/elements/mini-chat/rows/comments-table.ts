import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../../../base/avatar.js';
import { replyIcon } from '../../../base/icons.js';
import { speak, type Locale } from '../../../base/locale.js';
import { timeAgo } from '../../../base/time-ago.js';
import { commentsTableWords } from '../../../locales/en/comments-table.js';
import type { Line } from '../../../stores/dialogue/conversation.js';
import type { InPlace, Layout, Row, RowContext } from './layout.js';
import {
  aside,
  byline,
  canAnswer,
  quote,
  quotedBy,
  readMark,
  refusal,
  wordsOf,
} from './message-parts.js';
import { systemLine } from './system-line.js';
import { writtenIn, type SystemEntry, type TextEntry } from './timeline.js';

export { commentsStyles } from './comments.styles.js';

/** Comments in the order of their threads: each message with its replies under it. */
function inThreads(lines: readonly Line[], inPlace: InPlace | undefined): readonly Row[] {
  const threads = new Map<string, Row[]>();
  const threadOf = new Map<string, string>();
  for (const line of lines) {
    const thread = threadOf.get(writtenIn(line)?.replyTo ?? '') ?? line.id;
    threadOf.set(line.id, thread);
    const others = threads.get(thread);
    if (others) others.push(line);
    else threads.set(thread, [line]);
  }
  // Behind the last row of the thread that is answered stands the composer.
  if (inPlace) threads.get(threadOf.get(inPlace.replyTo) ?? '')?.push(inPlace);
  return [...threads.values()].flat();
}

function person({ author, sentAt, own, key }: TextEntry, isReply: boolean, context: RowContext) {
  const { locale, firstUnread } = context;
  return html`
    <div class="person">
      ${isReply ? replyIcon() : nothing}${avatar(author)}
      <div>
        ${byline(author, locale, own ? locale.term('you') : '')}
        <p class="meta">
          ${sentAt ? timeAgo(sentAt, locale) : nothing}
          ${key === firstUnread ? html`<span class="role">${locale.term('newFromHere')}</span>` : nothing}
        </p>
      </div>
    </div>
  `;
}

const reply = (entry: TextEntry, locale: Locale): TemplateResult =>
  html`<button
    class="beside respond"
    part="reply"
    type="button"
    data-action="reply"
    ?disabled=${!canAnswer(entry)}
    aria-label=${locale.term('replyTo', entry.author.name)}
    title=${locale.term('leaveReply')}
  ></button>`;

function comment(entry: TextEntry, context: RowContext): TemplateResult {
  const { locale } = context;
  const { key, line, state, replyTo } = entry;
  const isReply = Boolean(replyTo && context.lineOf(replyTo));
  return html`
    <tr class="comment ${isReply ? 'answer' : ''}" data-line=${key} tabindex="-1">
      <th scope="row">${person(entry, isReply, context)}</th>
      <td>
        ${isReply ? html`<p class="role">${locale.term('reply')}</p>` : quote(entry, context)}
        <div class="line ${state}">
          ${wordsOf(entry, locale)}${context.filesOf(line)}${reply(entry, locale)}${aside(entry, context)}
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

function tableRow(row: Row, index: number, context: RowContext): TemplateResult {
  if ('composer' in row) return composerRow(row);
  const entry = context.entryOf(row, index);
  return entry.kind === 'text' ? comment(entry, context) : happening(entry, context);
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
  order: inThreads,
  row: tableRow,
  beside: (row, _, context) => [quotedBy(row, context)],
};

speak(commentsTableWords);
