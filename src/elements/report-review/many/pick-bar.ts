import { html, type TemplateResult } from 'lit';
import { isolated } from '../../../base/format.js';
import { checkIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import type { Verdict } from '../../../contract/decision.js';
import type { ReportSummary } from '../../../contract/report.js';
import type { Case, Reasoned } from '../decision/cases.js';
import { reasonForm } from '../decision/reason-form.js';
import { letters } from '../shortcuts.js';

/** What is picked, and what can be done with it. */
export interface PickView {
  readonly locale: Locale;
  readonly reports: readonly ReportSummary[];
  readonly case: Case;
  /** The site's reasons for what is asked. */
  readonly templates: readonly string[];
  readonly decide: (verdict: Verdict) => void;
  readonly ask: (verdict: Reasoned | null) => void;
  readonly write: (reason: string) => void;
  readonly choose: (reason: string) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

const ways = ({ locale, decide, ask }: PickView): TemplateResult => html`
  <div class="row">
    <button
      class="button primary"
      type="button"
      aria-keyshortcuts=${letters.approve}
      @click=${() => decide('approved')}
    >
      ${checkIcon()}${locale.term('approve')}
    </button>
    <button
      class="button"
      type="button"
      aria-keyshortcuts=${letters.changes}
      @click=${() => ask('changes')}
    >
      ${locale.term('askForChanges')}
    </button>
    <button
      class="button danger"
      type="button"
      aria-keyshortcuts=${letters.reject}
      @click=${() => ask('rejected')}
    >
      ${locale.term('reject')}
    </button>
  </div>
`;

/** Who reads the reason of all. */
function readersOf(reports: readonly ReportSummary[], locale: Locale): string {
  const members = new Map(reports.map(({ member }) => [member.id, member.name]));
  const [name = ''] = members.values();
  return members.size === 1 ? isolated(name) : locale.term('countOfMembers', members.size);
}

/** Stands at the foot of the queue as long as something is picked. */
export function pickBar(view: PickView): TemplateResult {
  const { locale, reports, ask, decide, all, clear } = view;
  const { asking } = view.case;
  const count = reports.length;
  return html`
    <div class="picks" part="picks" role="group" aria-label=${locale.term('picked', count)}>
      <div class="count-line">
        <strong role="status">${locale.term('picked', count)}</strong>
        <button class="button quiet" type="button" @click=${all}>${locale.term('pickAll')}</button>
        <button class="button quiet" type="button" @click=${clear}>
          ${locale.term('pickNone')}
        </button>
      </div>
      ${
        asking
          ? reasonForm({
              ...view,
              asking,
              field: 'reasons',
              reader: readersOf(reports, locale),
              confirm: () => decide(asking),
              close: () => ask(null),
            })
          : ways(view)
      }
    </div>
  `;
}
