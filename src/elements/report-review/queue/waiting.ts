import { html, nothing, type TemplateResult } from 'lit';
import { ageOf, formatHours, formatLength, formatMoment } from '../../../base/format.js';
import { warningIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import type { ReportSummary } from '../../../contract/report.js';

const hour = 3_600_000;

/** Whether a report has waited longer than its site promised. */
export const isOverdue = ({ turn, reviewWithin, awaitingSince }: ReportSummary): boolean =>
  turn === 'reviewer' &&
  reviewWithin !== null &&
  Date.now() - Date.parse(awaitingSince) > reviewWithin * hour;

/** How long a report has waited for its decision, and whether that is too long. */
export function waitMark(report: ReportSummary, locale: Locale): TemplateResult {
  const { awaitingSince } = report;
  const lang = locale.lang();
  const age = ageOf(awaitingSince);
  const words = age
    ? locale.term('waits', formatLength(...age, lang))
    : locale.term('waitsSinceNow');
  const overdue = isOverdue(report)
    ? html`<span class="overdue">${warningIcon()}${locale.term('overdue')}</span>`
    : nothing;
  const moment = formatMoment(awaitingSince, lang);
  // prettier-ignore
  return html`<time class="wait" datetime=${awaitingSince} title=${moment} .textContent=${words}
    ></time> ${overdue}`;
}

/** What the site has promised, if anything. */
export const promise = ({ reviewWithin }: ReportSummary, locale: Locale): unknown =>
  reviewWithin === null
    ? nothing
    : html`<span>${locale.term('promised', formatHours(reviewWithin, locale.lang()))}</span>`;
