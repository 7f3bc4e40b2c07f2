import { html, nothing, type TemplateResult } from 'lit';
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

/** How many of those that are loaded have something unread: these come first. */
const unread = (list: ReportsSnapshot | undefined, locale: Locale): unknown =>
  unreadBadge(list?.items.filter(isUnread).length ?? 0, locale);

/** Which reports are shown, with how many of them are unread. */
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
          ${locale.term(all[each])} ${each === shown ? unread(list, locale) : nothing}
        </button>
      `,
    )}
  </div>
`;
