import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { avatar } from '../../base/avatar.js';
import { replyIcon } from '../../base/icons.js';
import { speak, type Locale } from '../../base/locale.js';
import { timeAgo } from '../../base/time-ago.js';
import { commentsTableWords } from '../../locales/en/comments-table.js';
import { beside, byline, quote, refusal, wordsOf } from './message-parts.js';
import { systemLine } from './system-line.js';
import type { Entry, SystemEntry, TextEntry } from './timeline.js';

export { commentsStyles } from './comments.styles.js';

/** The composer, while it stands under the message that is answered. */
export interface InPlace {
  readonly replyTo: string;
  readonly composer: HTMLElement;
}

interface Comment {
  readonly entry: TextEntry;
  /** The first message of the thread that this one belongs to. */
  readonly thread: string;
}

/** Comments in the order of their threads: each message with its replies under it. */
function inThreads(entries: readonly Entry[]): (Comment | SystemEntry)[] {
  const threads = new Map<string, (Comment | SystemEntry)[]>();
  const threadOf = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === 'day') continue;
    if (entry.kind === 'system') {
      threads.set(entry.key, [entry]);
      continue;
    }
    const thread = (entry.replyTo && threadOf.get(entry.replyTo)) || entry.key;
    threadOf.set(entry.key, thread);
    const comment = { entry, thread };
    const others = threads.get(thread);
    if (others) others.push(comment);
    else threads.set(thread, [comment]);
  }
  return [...threads.values()].flat();
}

function person({ author, sentAt, own }: TextEntry, isReply: boolean, locale: Locale): unknown {
  return html`
    <div class="person">
      ${isReply ? replyIcon() : nothing}${avatar(author)}
      <div>
        <p>
          ${byline(author, locale)}${own ? html` <span class="role">${locale.term('you')}</span>` : nothing}
        </p>
        <p class="meta">${sentAt ? timeAgo(sentAt, locale) : nothing}</p>
      </div>
    </div>
  `;
}

function comment({ entry, thread }: Comment, locale: Locale): TemplateResult {
  const isReply = thread !== entry.key;
  return html`
    <tr class="comment ${isReply ? 'answer' : ''}" data-line=${entry.key} tabindex="-1">
      <th scope="row">${person(entry, isReply, locale)}</th>
      <td>
        ${isReply ? html`<p class="role">${locale.term('reply')}</p>` : quote(entry, locale)}
        <div class="line ${entry.line.state}">${wordsOf(entry)}${beside(entry, locale)}</div>
        ${refusal(entry, locale)}
      </td>
    </tr>
  `;
}

const happening = (entry: SystemEntry, locale: Locale): TemplateResult => html`
  <tr data-line=${entry.key} tabindex="-1">
    <td colspan="2">${systemLine(entry, locale)}</td>
  </tr>
`;

const composerRow = ({ composer }: InPlace): TemplateResult =>
  html`<tr class="in-place">
    <td colspan="2">${composer}</td>
  </tr>`;

type Row = Comment | SystemEntry | InPlace;

/** The last row of the thread that is answered, and behind it the composer. */
function withComposer(rows: (Comment | SystemEntry)[], inPlace: InPlace | undefined): Row[] {
  const isAnswered = (row: Comment | SystemEntry) =>
    'thread' in row && row.entry.key === inPlace?.replyTo;
  const answered = inPlace && rows.find(isAnswered);
  if (!answered || !('thread' in answered)) return rows;
  const end = rows.findLastIndex((row) => 'thread' in row && row.thread === answered.thread);
  return [...rows.slice(0, end + 1), inPlace, ...rows.slice(end + 1)];
}

function keyOf(row: Row): string {
  if ('composer' in row) return 'composer';
  return 'thread' in row ? row.entry.key : row.key;
}

function tableRow(row: Row, locale: Locale): TemplateResult {
  if ('composer' in row) return composerRow(row);
  return 'thread' in row ? comment(row, locale) : happening(row, locale);
}

/** The comments table: who wrote, what, and under it the replies. */
export const commentsTable = (
  entries: readonly Entry[],
  locale: Locale,
  inPlace: InPlace | undefined,
): TemplateResult => html`
  <table class="comments" part="table">
    <thead>
      <tr>
        <th scope="col">${locale.term('user')}</th>
        <th scope="col">${locale.term('message')}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(withComposer(inThreads(entries), inPlace), keyOf, (row) => tableRow(row, locale))}
    </tbody>
  </table>
`;

speak(commentsTableWords);
