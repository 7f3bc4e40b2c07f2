import { html, type TemplateResult } from 'lit';
import type { Locale } from '../../../base/locale.js';
import type { ReportStatus } from '../../../contract/report.js';
import type { ReportFilter } from '../../../stores/reports-store.js';

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
  /** How many reports there are with a status, as far as that is known. */
  readonly count: (shown: Shown) => string;
  readonly choose: (shown: Shown) => void;
}

/** Which reports are shown, with how many there are. */
export const statusSwitch = ({ shown, locale, count, choose }: SwitchView): TemplateResult => html`
  <div class="switch" part="switch" role="group" aria-label=${locale.term('reviewStatus')}>
    ${(Object.keys(all) as Shown[]).map(
      (status) => html`
        <button
          type="button"
          aria-pressed=${status === shown ? 'true' : 'false'}
          @click=${() => choose(status)}
        >
          ${locale.term(all[status])} <span class="count number">${count(status)}</span>
        </button>
      `,
    )}
  </div>
`;
