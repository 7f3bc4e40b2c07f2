import { html, nothing, type TemplateResult } from 'lit';
import { formatHours, formatMoment } from '../../base/format.js';
import { icon } from '../../base/icons.js';
import type { Locale } from '../../base/locale.js';
import type { ReportSummary } from '../../contract/report.js';

const hour = 3_600_000;

const units = [
  ['day', 24 * hour],
  ['hour', hour],
  ['minute', 60_000],
] as const;

/** `3 hours`, in whole units; undefined within the first minute. */
function formatWait(since: string, lang: string): string | undefined {
  const waited = Date.now() - Date.parse(since);
  const found = units.find(([, milliseconds]) => waited >= milliseconds);
  if (!found) return undefined;
  const [unit, size] = found;
  const format = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.floor(waited / size));
}

/** Whether a report has waited longer than its site promised. */
export const isOverdue = ({ turn, reviewWithin, awaitingSince }: ReportSummary): boolean =>
  turn === 'reviewer' &&
  reviewWithin !== null &&
  Date.now() - Date.parse(awaitingSince) > reviewWithin * hour;

/** How long a report has waited for its decision, and whether that is too long. */
export function waitMark(report: ReportSummary, locale: Locale): TemplateResult {
  const { awaitingSince } = report;
  const lang = locale.lang();
  const waited = formatWait(awaitingSince, lang);
  return html`
    <time class="wait" datetime=${awaitingSince} title=${formatMoment(awaitingSince, lang)}
      >${icon('clock')}${waited ? locale.term('waits', waited) : locale.term('waitsSinceNow')}</time
    >
    ${
      isOverdue(report)
        ? html`<span class="overdue">${icon('warning')}${locale.term('overdue')}</span>`
        : nothing
    }
  `;
}

/** What the site has promised, if anything. */
export const promise = ({ reviewWithin }: ReportSummary, locale: Locale): unknown =>
  reviewWithin === null
    ? nothing
    : html`<span>${locale.term('promised', formatHours(reviewWithin, locale.lang()))}</span>`;
