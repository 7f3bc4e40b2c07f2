import { html, nothing } from 'lit';
import { formatNumber } from './format.js';
import type { Locale } from './locale.js';

/** How far a dialogue goes, and how far it has been read. */
interface Reading {
  readonly lastSeq: number;
  /** Unknown where only the news have told of the dialogue. */
  readonly readSeq?: number | undefined;
}

/** More than this is told as `99+`. */
const most = 99;

/** How many lines are unread. The first one is the report itself, which stands beside it. */
export const unreadOf = ({ lastSeq, readSeq = lastSeq }: Reading): number =>
  Math.max(0, lastSeq - Math.max(1, readSeq));

/** How many lines of a dialogue are unread, if any. */
export function unreadBadge(count: number, locale: Locale): unknown {
  if (!count) return nothing;
  const number = formatNumber(Math.min(count, most), locale.lang()) + (count > most ? '+' : '');
  return html`<span class="unread-count" part="unread"
    ><span aria-hidden="true">${number}</span
    ><span class="sr-only">${locale.term('unread', number)}</span></span
  >`;
}
