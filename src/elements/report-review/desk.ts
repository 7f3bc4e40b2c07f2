import { html, nothing, type TemplateResult } from 'lit';
import { backIcon, reportIcon } from '../../base/icons.js';
import type { Locale } from '../../base/locale.js';
import { emptyNotice, skeleton } from '../../base/notices.js';
import { problemNotice } from '../../base/trouble.js';
import type { ReportSummary } from '../../contract/report.js';
import type { OpenedReport } from './opened-report.js';

/** The queue and the report: side by side, or one after the other. */
export interface DeskView {
  readonly locale: Locale;
  readonly wide: boolean;
  readonly opened: OpenedReport;
  readonly queue: () => unknown;
  readonly report: (report: ReportSummary) => unknown;
  /** What was decided a moment ago, and can be taken back. */
  readonly undo: unknown;
  /** The last outcome. */
  readonly said: string;
}

const back = ({ opened, locale }: DeskView): TemplateResult => html`
  <button class="button quiet back" part="back" type="button" @click=${() => opened.open(null)}>
    ${backIcon()}${locale.term('back')}
  </button>
`;

/** The report itself, or why it is not there. */
function pane({ opened, report, locale }: DeskView): unknown {
  const { id, problem, store } = opened;
  if (opened.report) return report(opened.report);
  if (problem) return problemNotice(problem, locale, () => void store?.retry());
  return id
    ? skeleton(locale)
    : emptyNotice(reportIcon, locale.term('reviewChoose'), locale.term('reviewChooseWords'));
}

const article = (view: DeskView): TemplateResult => html`
  <article
    class="report"
    part="report"
    data-zone="report"
    aria-label=${view.locale.term('reviewReport')}
  >
    ${view.wide ? nothing : back(view)} ${pane(view)}
  </article>
`;

export function desk(view: DeskView): TemplateResult {
  const { wide, opened } = view;
  return html`
    <div class="desk ${wide ? 'wide' : ''}">
      ${wide || !opened.id ? view.queue() : nothing} ${wide || opened.id ? article(view) : nothing}
      ${wide || !opened.report ? view.undo : nothing}
      <p class="sr-only" role="status">${view.said}</p>
    </div>
  `;
}
