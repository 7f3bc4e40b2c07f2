import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../base/format.js';
import type { Locale } from '../../base/locale.js';
import { unreadBadge } from '../../base/unread-badge.js';
import type { ReportFilter, ReportsSnapshot } from '../../stores/reports-store.js';
import { isUnread } from '../../stores/unread-first.js';

const all = {
  all: 'reportsAll',
  yourTurn: 'yourTurn',
  awaiting: 'awaiting',
  approved: 'approved',
  rejected: 'rejected',
} as const;

/** Which reports the list shows: by status, or those that wait for whoever looks. */
export type Shown = keyof typeof all;

/** What is no status means all. */
export const shownOf = (status: string): Shown => (status in all ? (status as Shown) : 'all');

export function filterOf(shown: Shown, reviews: boolean): ReportFilter {
  if (shown === 'all') return {};
  return shown === 'yourTurn' ? { turn: reviews ? 'reviewer' : 'member' } : { status: shown };
}

/** How many there are, as far as they are loaded, and how many of them have something unread. */
function counts(list: ReportsSnapshot | undefined, locale: Locale): unknown {
  if (list?.status !== 'ready' || list.items.length === 0) return nothing;
  const { items, more } = list;
  const unread = items.filter(isUnread).length;
  return html`<span class="count number"
      >${formatNumber(items.length, locale.lang())}${more ? '+' : ''}</span
    >
    ${unreadBadge(unread, locale)}`;
}

/** Which reports are shown, with how many there are. */
export const statusSwitch = (
  shown: Shown,
  list: ReportsSnapshot | undefined,
  locale: Locale,
  choose: (shown: Shown) => void,
): TemplateResult => html`
  <div class="switch" part="switch" role="group" aria-label=${locale.term('reportsShown')}>
    ${(Object.keys(all) as Shown[]).map(
      (each) => html`
        <button
          type="button"
          aria-pressed=${each === shown ? 'true' : 'false'}
          @click=${() => choose(each)}
        >
          ${locale.term(all[each])} ${each === shown ? counts(list, locale) : nothing}
        </button>
      `,
    )}
  </div>
`;
