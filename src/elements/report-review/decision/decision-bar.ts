import { html, type TemplateResult } from 'lit';
import { isolated } from '../../../base/format.js';
import { checkIcon, lockIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import { failure, revision, type DecisionView } from './decision-notes.js';
import { outcome } from './outcome.js';
import { letters } from '../shortcuts.js';
import { pointsOf, standingDecision } from './standing.js';

const key = (letter: string): TemplateResult => html`<kbd aria-hidden="true">${letter}</kbd>`;

function meaning({ report, case: { sending }, locale }: DecisionView): string {
  if (sending) return locale.term('sending');
  return report.score === 0
    ? locale.term('approveWithout')
    : locale.term('approveMeaning', pointsOf(report, locale), isolated(report.member.name));
}

function buttons(view: DecisionView): TemplateResult {
  const { locale, decide, ask } = view;
  const sending = view.case.sending ? 'true' : 'false';
  return html`
    <div class="choices" aria-busy=${view.case.sending ? 'true' : 'false'}>
      <button
        class="button primary"
        part="approve"
        type="button"
        aria-keyshortcuts=${letters.approve}
        aria-describedby="meaning"
        aria-disabled=${sending}
        @click=${() => decide('approved')}
      >
        ${checkIcon()}${locale.term('approve')}${key(letters.approve)}
      </button>
      <p id="meaning" class="meaning small muted number" part="meaning">${meaning(view)}</p>
      <button
        class="button"
        part="changes"
        type="button"
        data-asks="changes"
        aria-keyshortcuts=${letters.changes}
        aria-disabled=${sending}
        @click=${() => ask('changes')}
      >
        ${locale.term('askForChanges')}${key(letters.changes)}
      </button>
      <button
        class="button danger"
        part="reject"
        type="button"
        data-asks="rejected"
        aria-keyshortcuts=${letters.reject}
        aria-disabled=${sending}
        @click=${() => ask('rejected')}
      >
        ${locale.term('reject')}${key(letters.reject)}
      </button>
    </div>
  `;
}

const ownReport = (locale: Locale): TemplateResult => html`
  <p class="stands landing" tabindex="-1" role="group" aria-label=${locale.term('ownReport')}>
    ${lockIcon()}
    <span>
      <strong>${locale.term('ownReport')}.</strong>
      <span class="muted">${locale.term('ownReportWords')}</span>
    </span>
  </p>
`;

function undecided(view: DecisionView): unknown {
  const { asking } = view.case;
  if (view.own) return ownReport(view.locale);
  // Until that can be drawn, the buttons stay: what has the focus must not go.
  if (view.held && view.heldHere) return view.heldHere;
  const ways =
    asking && view.reasonForm
      ? view.reasonForm({
          ...view,
          asking,
          field: 'reason',
          reader: isolated(view.report.member.name),
          confirm: () => view.decide(asking),
          close: () => view.ask(null),
        })
      : buttons(view);
  return html`${revision(view)} ${failure(view)} ${ways}`;
}

/** The decision, or the ways to one; once it is approved, there are no ways. */
export function decisionBar(view: DecisionView): TemplateResult {
  const stands = standingDecision(view.report, view.case);
  return html`
    <div class="decision" part="decision" data-zone="decision">
      ${view.aside} ${stands ? outcome(stands, view) : undecided(view)}
    </div>
  `;
}
