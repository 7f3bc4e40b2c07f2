import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '../../../base/format.js';
import { checkIcon, forwardIcon, warningIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import type { Decision } from '../../../contract/decision.js';
import type { ReportSummary } from '../../../contract/report.js';
import { failure, note, type DecisionView } from './decision-notes.js';
import { approvedWords, decisionLine, decisionWords } from './decision-line.js';

/** Somebody else was faster; what was typed meanwhile can still be read. */
function meanwhile({ id, reviewer, reason: stands }: Decision, view: DecisionView): unknown {
  const { locale } = view;
  const { failure: problem, reason } = view.case;
  return html`
    ${
      problem?.decision?.id === id
        ? note(warningIcon, locale.term('decidedMeanwhile', isolated(reviewer.name)))
        : failure(view)
    }
    ${
      reason.trim() && reason !== stands
        ? html`<details class="small">
            <summary>${locale.term('unsentReason')}</summary>
            <p class="prose">${reason}</p>
          </details>`
        : nothing
    }
  `;
}

/** Where no queue is in sight, the next report is offered here. */
function wayOn({ alone, next, open, case: { done }, locale }: DecisionView): unknown {
  if (!alone || !done) return nothing;
  if (!next) {
    return html`<p class="aside none" tabindex="-1">
      ${checkIcon()}<span>${locale.term('reviewEmpty')}</span>
    </p>`;
  }
  return html`<button class="button next" part="next" type="button" @click=${() => open(next.id)}>
    <span>${locale.term('nextReport', isolated(next.member.name))}</span>${forwardIcon()}
  </button>`;
}

/** What an approval came to. */
const lasting = (report: ReportSummary, locale: Locale): unknown =>
  report.status === 'approved'
    ? html`<p class="lasting small muted">${approvedWords(report, locale)}</p>`
    : nothing;

/** What stands, and what can follow it: nothing after an approval. */
export function outcome(decision: Decision, view: DecisionView): TemplateResult {
  const { locale, report, reopen } = view;
  return html`
    <div class="outcome">
      <div
        class="landing"
        part="standing"
        tabindex="-1"
        role="group"
        aria-label=${decisionWords(decision, locale)}
      >
        ${decisionLine(decision, locale)}${lasting(report, locale)}
      </div>
      ${
        report.status === 'rejected'
          ? html`<button
              class="button"
              part="reopen"
              type="button"
              title=${locale.term('reopenWords')}
              aria-disabled=${view.case.sending ? 'true' : 'false'}
              @click=${reopen}
            >
              ${locale.term('reopen')}
            </button>`
          : nothing
      }
    </div>
    ${meanwhile(decision, view)} ${wayOn(view)}
  `;
}
