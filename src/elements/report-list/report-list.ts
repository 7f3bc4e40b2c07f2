import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { Clock } from '../../base/clock.js';
import { define } from '../../base/define.js';
import { speak } from '../../base/locale.js';
import { reportListWords } from '../../locales/en/report-list.js';
import { reportWords } from '../../locales/en/reports.js';
import { checkIcon, reportIcon } from '../../base/icons.js';
import { emptyNotice } from '../../base/notices.js';
import { PagedList } from '../../base/list/paged-list.js';
import { StoreController } from '../../base/store-controller.js';
import { rowStyles } from '../../base/list/row.styles.js';
import { switchStyles } from '../../base/switch.styles.js';
import { TaskchatElement } from '../../base/taskchat-element.js';
import { WaitingMarks } from '../../base/waiting-marks.js';
import type { ReportStatus, ReportSummary } from '../../contract/report.js';
import { unreadFirstOf } from '../../stores/unread-first.js';
import { HeldOrder } from './held-order.js';
import { reportListStyles } from './report-list.styles.js';
import { reportRow, waitingRow } from './report-row.js';
import { filterOf, shownOf, statusSwitch, type Shown } from './status-switch.js';

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
 * @summary The reports and where they stand, what is unread first: a member's own, for a reviewer
 *   all.
 * @fires {ReportSelectEvent} report-select - A report is about to be chosen; can be cancelled.
 * @fires {ReportSelectedEvent} report-selected - A report was chosen.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart switch - Which reports are shown.
 * @csspart waiting - The reports that wait to be sent.
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
  static override styles = [TaskchatElement.styles, rowStyles, switchStyles, reportListStyles];

  /** Which reports are shown until somebody chooses others. Default: all. */
  status: ReportStatus | '' = '';

  protected override readonly main = new StoreController(this, (session) =>
    unreadFirstOf(session, filterOf(this.#shown, this.#reviews)),
  );
  readonly #order = new HeldOrder(this, () => this.main.store);
  readonly #waiting = new WaitingMarks(this);
  #chosen: Shown | undefined;
  readonly #selection = new StoreController(this, (session) => session.selection);
  readonly #clock = new Clock(this);

  readonly #pages = new PagedList<ReportSummary>(this, {
    pages: () => this.#order,
    row: (report, position) =>
      reportRow(report, {
        locale: this.locale,
        reviews: this.#reviews,
        waits: this.#waiting.badge(({ report: waiting }) => waiting === report.id, this.locale),
        selected: this.#selection.snapshot?.reportId === report.id,
        position,
        select: () => this.#select(report),
      }),
    beside: () => [
      this.#selection.snapshot?.reportId,
      this.#reviews,
      this.#clock.turn,
      this.#waiting.entries,
    ],
    estimate: () => 101,
    control: '.row-button',
  });

  get #shown(): Shown {
    return this.#chosen ?? shownOf(this.status);
  }

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

  #choose(shown: Shown): void {
    this.#chosen = shown;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('status')) this.#chosen = undefined;
  }

  /** Where there is nothing at all, there is nothing to choose from. */
  protected override renderTools(): unknown {
    const { phase } = this;
    const isOffered = phase === 'ready' || phase === 'loading' || this.#shown !== 'all';
    if (!isOffered || phase === 'visitor' || phase === 'unplaced') return nothing;
    const choose = (shown: Shown): void => this.#choose(shown);
    return statusSwitch(this.#shown, this.main.snapshot, this.locale, choose);
  }

  protected override renderEmpty(): TemplateResult {
    return html`${this.#renderWaiting()} ${this.#renderNone()}`;
  }

  #renderNone(): TemplateResult {
    const { locale } = this;
    if (this.#shown === 'yourTurn') {
      return emptyNotice(checkIcon, locale.term('turnsNone'), locale.term('turnsNoneWords'));
    }
    if (this.#shown !== 'all') {
      const words = locale.term('reportsOtherwiseWords');
      return emptyNotice(reportIcon, locale.term('reportsOtherwise'), words);
    }
    return this.#reviews
      ? emptyNotice(reportIcon, locale.term('reportsNone'), locale.term('reportsNoneWords'))
      : emptyNotice(reportIcon, locale.term('reportsEmpty'), locale.term('reportsEmptyWords'));
  }

  /** Reports that no server knows yet: they are in no list. */
  #renderWaiting(): unknown {
    if (this.#shown !== 'all') return nothing;
    const first = this.#waiting.entries.filter(({ round }) => round === 1);
    if (first.length === 0) return nothing;
    return html`<ul class="rows" part="waiting" aria-label=${this.locale.term('reportWaits')}>
      ${first.map((entry) =>
        waitingRow(entry, this.#waiting, this.locale, () => {
          this.session?.selection.selectTask(entry.task);
        }),
      )}
    </ul>`;
  }

  protected override renderReady(): unknown {
    if (!this.#pages.isReady) return this.renderLoading();
    return html`
      ${this.#renderWaiting()}
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
