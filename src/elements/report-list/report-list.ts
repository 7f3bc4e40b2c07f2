import { html, nothing, type TemplateResult, type PropertyDeclarations } from 'lit';
import { Clock } from '../../base/clock.js';
import { define } from '../../base/define.js';
import { speak } from '../../base/locale.js';
import { reportListWords } from '../../locales/en/report-list.js';
import { reportWords } from '../../locales/en/reports.js';
import { formatNumber } from '../../base/format.js';
import { reportIcon } from '../../base/icons.js';
import { emptyNotice } from '../../base/notices.js';
import { PagedList } from '../../base/list/paged-list.js';
import { StoreController } from '../../base/store-controller.js';
import { TaskchatElement } from '../../base/taskchat-element.js';
import type { ReportStatus, ReportSummary } from '../../contract/report.js';
import { reportsOf } from '../../stores/reports-store.js';
import { reportListStyles } from './report-list.styles.js';
import { reportRow } from './report-row.js';

/** Somebody is about to choose a report. `preventDefault()` keeps the choice as it was. */
export class ReportSelectEvent extends Event {
  static readonly eventName = 'report-select';

  constructor(readonly report: ReportSummary) {
    super(ReportSelectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A report was chosen; every tag of the session shows it. */
export class ReportSelectedEvent extends Event {
  static readonly eventName = 'report-selected';

  constructor(readonly report: ReportSummary) {
    super(ReportSelectedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'report-select': ReportSelectEvent;
    'report-selected': ReportSelectedEvent;
  }
}

/**
 * @summary The reports and where they stand: a member's own, for a reviewer all.
 * @fires {ReportSelectEvent} report-select - A report is about to be chosen; can be cancelled.
 * @fires {ReportSelectedEvent} report-selected - A report was chosen.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart list - All rows.
 * @csspart row - One report.
 * @cssprop [--taskchat-height] - How high the reports may stand before they scroll by themselves.
 *   Default: the page scrolls, or what scrolls in it.
 * @cssstate loading - The reports are on their way.
 * @cssstate empty - There is no report.
 * @cssstate problem - The reports could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class ReportList extends TaskchatElement {
  static readonly tag = 'report-list';
  static override readonly properties: PropertyDeclarations = { status: {} };
  static override styles = [TaskchatElement.styles, reportListStyles];

  /** Shows only the reports that stand so. Default: all. */
  status: ReportStatus | '' = '';

  protected override readonly main = new StoreController(this, (session) =>
    reportsOf(session, this.status ? { status: this.status } : {}),
  );
  readonly #selection = new StoreController(this, (session) => session.selection);
  readonly #clock = new Clock(this);

  readonly #pages = new PagedList<ReportSummary>(this, {
    pages: () => this.main.store,
    row: (report, position) =>
      reportRow(report, {
        locale: this.locale,
        reviews: this.#reviews,
        selected: this.#selection.snapshot?.reportId === report.id,
        position,
        select: () => this.#select(report),
      }),
    beside: () => [this.#selection.snapshot?.reportId, this.#reviews, this.#clock.turn],
    estimate: () => 101,
    control: '.row-button',
  });

  get #reviews(): boolean {
    return this.me !== null && this.me.role !== 'member';
  }

  protected override get heading(): string {
    return this.locale.term(this.#reviews ? 'reports' : 'myReports');
  }

  protected override isEmpty(): boolean {
    return this.main.snapshot?.items.length === 0;
  }

  #select(report: ReportSummary): void {
    if (!this.dispatchEvent(new ReportSelectEvent(report))) return;
    this.session?.selection.selectTask(report.task.id);
    this.session?.selection.selectReport(report.id);
    this.dispatchEvent(new ReportSelectedEvent(report));
  }

  protected override renderTools(): unknown {
    const count = this.main.snapshot?.items.length;
    if (!count || this.phase !== 'ready') return nothing;
    const more = this.main.snapshot?.more ? '+' : '';
    return html`<span class="muted small number"
      >${formatNumber(count, this.locale.lang())}${more}</span
    >`;
  }

  protected override renderEmpty(): TemplateResult {
    const { locale } = this;
    if (this.status) {
      const words = locale.term('reportsOtherwiseWords');
      return emptyNotice(reportIcon, locale.term('reportsOtherwise'), words);
    }
    return this.#reviews
      ? emptyNotice(reportIcon, locale.term('reportsNone'), locale.term('reportsNoneWords'))
      : emptyNotice(reportIcon, locale.term('reportsEmpty'), locale.term('reportsEmptyWords'));
  }

  protected override renderReady(): unknown {
    if (!this.#pages.isReady) return this.renderLoading();
    return html`
      <ul class="rows" part="list"></ul>
      ${this.#pages.more()}
    `;
  }
}

speak({ ...reportWords, ...reportListWords });
define(ReportList);

declare global {
  interface HTMLElementTagNameMap {
    'report-list': ReportList;
  }
}
