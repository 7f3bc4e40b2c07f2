import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import type { ReportStatus } from '../../../contract/report.js';
import type { ReportFilter, ReportsSnapshot } from '../../../stores/reports-store.js';

/** Which reports the queue holds; `changes` are those whose member is to move. */
export type Shown = ReportStatus | 'changes' | 'all';

const all = {
  awaiting: 'awaiting',
  changes: 'withMember',
  approved: 'approved',
  rejected: 'rejected',
  all: 'reviewAll',
} as const satisfies Record<Shown, string>;

/** The default takes the place of what is no status. */
export const shownOf = (status: string): Shown => (status in all ? (status as Shown) : 'awaiting');

/** The awaiting ones as a reviewer works: the longest wait first. */
export function filterOf(shown: Shown, among: ReportFilter): ReportFilter {
  if (shown === 'all') return among;
  if (shown === 'changes') return { ...among, status: 'awaiting', turn: 'member' };
  return {
    ...among,
    status: shown,
    ...(shown === 'awaiting' && { turn: 'reviewer', sort: 'oldest' }),
  };
}

/** What of the switch is not in its words. */
interface SwitchView {
  readonly shown: Shown;
  readonly locale: Locale;
  readonly queue: ReportsSnapshot;
  /** How many there are with each status; undefined until that is known. */
  readonly counts: { of(shown: Shown): number | undefined } | undefined;
  readonly choose: (shown: Shown) => void;
}

/** Of those that are shown all may be loaded; where nobody counts, what is loaded has to do. */
function count(status: Shown, { shown, queue, counts, locale }: SwitchView): string {
  const isShown = status === shown;
  const { items, more } = queue;
  const counted = isShown && !more ? undefined : counts?.of(status);
  if (!isShown && !counted) return '';
  if (queue.status !== 'ready' && isShown) return '';
  const words = formatNumber(counted ?? items.length, locale.lang());
  return counted === undefined && more ? `${words}+` : words;
}

/** Which reports are shown, with how many there are. */
export const statusSwitch = (view: SwitchView): TemplateResult => html`
  <div class="switch" part="switch" role="group" aria-label=${view.locale.term('reviewStatus')}>
    ${(Object.keys(all) as Shown[]).map(
      (status) => html`
        <button
          type="button"
          aria-pressed=${status === view.shown ? 'true' : 'false'}
          @click=${() => view.choose(status)}
        >
          ${view.locale.term(all[status])} <span class="count number">${count(status, view)}</span>
        </button>
      `,
    )}
  </div>
`;
