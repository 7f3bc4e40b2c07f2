import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import type { ReportStatus } from '../../../contract/report.js';
import type { ReportFilter, ReportsSnapshot } from '../../../stores/reports-store.js';

/** Which reports the queue holds. */
export type Shown = ReportStatus | 'all';

const all = {
  awaiting: 'awaiting',
  approved: 'approved',
  rejected: 'rejected',
  all: 'reviewAll',
} as const satisfies Record<Shown, string>;

/** The default takes the place of what is no status. */
export const shownOf = (status: string): Shown => (status in all ? (status as Shown) : 'awaiting');

/** The awaiting ones as a reviewer works: the longest wait first. */
export function filterOf(shown: Shown, taskId: string, narrowed: ReportFilter): ReportFilter {
  const among: ReportFilter = { ...narrowed, ...(taskId && { task: taskId }) };
  if (shown === 'all') return among;
  return shown === 'awaiting'
    ? { ...among, status: shown, turn: 'reviewer', sort: 'oldest' }
    : { ...among, status: shown };
}

function count(queue: ReportsSnapshot | undefined, locale: Locale): unknown {
  if (queue?.status !== 'ready') return nothing;
  const { items, more } = queue;
  return html`<span class="count number"
    >${formatNumber(items.length, locale.lang())}${more ? '+' : ''}</span
  >`;
}

/** Which reports are shown, with how many there are. */
export const statusSwitch = (
  shown: Shown,
  queue: ReportsSnapshot | undefined,
  locale: Locale,
  choose: (shown: Shown) => void,
): TemplateResult => html`
  <div class="switch" part="switch" role="group" aria-label=${locale.term('reviewStatus')}>
    ${(Object.keys(all) as Shown[]).map(
      (status) => html`
        <button
          type="button"
          aria-pressed=${status === shown ? 'true' : 'false'}
          @click=${() => choose(status)}
        >
          ${locale.term(all[status])} ${status === shown ? count(queue, locale) : nothing}
        </button>
      `,
    )}
  </div>
`;
