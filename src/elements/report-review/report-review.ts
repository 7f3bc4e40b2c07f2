import { nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { avatarStyles } from '../../base/avatar.styles.js';
import { Clock } from '../../base/clock.js';
import { define } from '../../base/define.js';
import { speak } from '../../base/locale.js';
import { keysWords } from '../../locales/en/keys.js';
import { reportReviewWords } from '../../locales/en/report-review.js';
import { reportWords } from '../../locales/en/reports.js';
import { lockIcon } from '../../base/icons.js';
import { keysButton } from '../../base/keys-button.js';
import { emptyNotice, skeleton } from '../../base/notices.js';
import type { PagedList } from '../../base/list/paged-list.js';
import { addStyles, Later } from '../../base/later.js';
import { StoreController } from '../../base/store-controller.js';
import { TaskchatElement, type Phase } from '../../base/taskchat-element.js';
import type { ReportSummary } from '../../contract/report.js';
import {
  reportsOf,
  type ReportFilter,
  type ReportsSnapshot,
  type ReportsStore,
} from '../../stores/reports-store.js';
import type { Around } from './around/around.js';
import { Breadth } from './breadth.js';
import { Deciding } from './decision/deciding.js';
import type { DecidingMany } from './many/deciding-many.js';
import { desk } from './desk.js';
import { Navigation } from './navigation.js';
import type { ReportPane } from './report/report-pane.js';
import { OpenedReport } from './opened-report.js';
import { Narrowing } from './queue/narrowing.js';
import type { narrowingLine } from './queue/narrowing-line.js';
import { OpenQueue } from './queue/open-queue.js';
import { Picked } from './many/picked.js';
import { emptyQueue, queue } from './queue/queue.js';
import { queueRows } from './queue/queue-rows.js';
import { reportReviewStyles } from './report-review.styles.js';
import { run } from './run.js';
import { Shortcuts, type Command } from './shortcuts.js';
import type { ReasonTemplate } from './decision/reason-templates.js';
import { filterOf, shownOf, statusSwitch, type Shown } from './queue/status-switch.js';

export { ReportDecidedEvent, ReportDecideEvent } from './decision/deciding-events.js';

/**
 * @summary The reviewer's queue, the report, the decision and the comments.
 * @fires {ReportDecideEvent} report-decide - A report is about to be decided; can be cancelled.
 * @fires {ReportDecidedEvent} report-decided - A report was decided.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart switch - The choice of a status.
 * @csspart show-keys - Opens the list of keys.
 * @csspart key-list - The list of keys.
 * @csspart queue - The reports to choose from.
 * @csspart row - One of them.
 * @csspart narrowing - The search over the queue, and what it is kept to.
 * @csspart search-field - What is looked for in the reports.
 * @csspart show-sheet - Opens the way through a spreadsheet.
 * @csspart sheet - Saves the reports as a sheet, loads it, and shows what becomes of each line.
 * @csspart sheet-filter - The choice of the lines that are shown.
 * @csspart sheet-lines - The lines of the file.
 * @csspart sheet-line - One of them.
 * @csspart picks - What can be done with the reports that are selected.
 * @csspart confirm-rejection - Asks before many reports are rejected.
 * @csspart report - The report that is read.
 * @csspart status - Where it stands, and whose turn it is.
 * @csspart lookers - Which other reviewers look at it.
 * @csspart proof - What the member sent.
 * @csspart changes-switch - Marks what a revision has changed, or not.
 * @csspart rounds - The earlier rounds.
 * @csspart facts - Task, score and dates.
 * @csspart comments - The comments table.
 * @csspart decision - The decision, or the ways to one.
 * @csspart undo - What was decided a moment ago, with the way to take it back.
 * @csspart lost - A decision that was held and does not stand.
 * @csspart approve - The button that approves.
 * @csspart changes - The button that asks for changes.
 * @csspart reject - The button that rejects.
 * @csspart reopen - The button that reopens.
 * @csspart templates - The reasons of the task and the site to choose from.
 * @csspart field - The field for a reason.
 * @csspart confirm - The button that decides with that reason.
 * @csspart standing - The decision that stands.
 * @cssprop [--taskchat-height] - The height where queue and report stand side by side.
 * @cssstate loading - The queue is on its way.
 * @cssstate empty - Nothing is in the queue, or nothing is for this person.
 * @cssstate problem - The queue could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class ReportReview extends TaskchatElement {
  static readonly tag = 'report-review';
  static override readonly properties: PropertyDeclarations = {
    reportId: { attribute: 'report-id' },
    taskId: { attribute: 'task-id' },
    status: {},
    undoSeconds: { attribute: 'undo-seconds', type: Number },
    reasonTemplates: { attribute: false },
  };
  static override styles = [TaskchatElement.styles, avatarStyles, reportReviewStyles];

  /** The report to open; a person may then choose another one. Default: none. */
  reportId = '';

  /** The task whose reports are reviewed. Default: all tasks. */
  taskId = '';

  /** `awaiting`, `changes`, `approved`, `rejected` or `all`; a person may then choose another one. */
  status: string = 'awaiting';

  /**
   * Seconds in which a decision can be taken back before it is sent, from 0 to 30. Whoever leaves
   * the page sends it at once. Default: 6.
   */
  undoSeconds = 6;

  /**
   * Reasons that the site gives often, up to nine, chosen by their number. A page without a script
   * writes them into the tag: `<option value="rejected">Too dark.</option>`. Default: none.
   */
  reasonTemplates: readonly ReasonTemplate[] = [];

  readonly #narrowing = new Narrowing(this);
  protected override readonly main = new StoreController<ReportsStore>(
    this,
    (session) =>
      this.#isReviewer ? reportsOf(session, filterOf(this.#shown, this.#among)) : undefined,
    () => this.#hear(),
  );
  readonly #breadth = new Breadth(this);
  readonly #clock = new Clock(this);
  readonly #opened = new OpenedReport(this, {
    queue: this.main,
    opensFirst: () => this.#breadth.wide,
    isAllowed: () => this.#isReviewer,
  });
  readonly #pages: PagedList<ReportSummary> = queueRows(
    this,
    () => (this.main.store ? this.#queue : undefined),
    () => ({
      opened: this.#opened,
      navigation: this.#navigation,
      picked: this.#picked,
      clock: this.#clock,
      lookers: this.#around.here?.lookers,
    }),
    (snapshot) => this.#renderQueue(snapshot),
  );
  readonly #queue = new OpenQueue(
    () => this.main.store,
    () => (this.#shown === 'awaiting' ? this.#deciding.holding.open : undefined),
  );
  readonly #navigation: Navigation = new Navigation(this, {
    opened: this.#opened,
    items: () => this.#items,
    rows: this.#pages,
  });
  readonly #deciding: Deciding = new Deciding(this, this.#opened, this.#navigation);
  readonly #picked: Picked = new Picked(
    this,
    () => this.#items,
    ({ member }) => member.id === this.me?.id,
  );
  readonly #many = new Later<DecidingMany>(this, async () => {
    const { DecidingMany, pickingStyles } = await import('./many/deciding-many.js');
    addStyles(this, pickingStyles);
    const { cases, holding, say } = this.#deciding;
    const parts = { picked: this.#picked, navigation: this.#navigation };
    return new DecidingMany(this, { ...parts, cases, holding, say });
  });
  readonly #around = new Later<Around>(this, async () => {
    const { Around } = await import('./around/around.js');
    return new Around(this, () => this.#opened.id, {
      filter: () => this.#among,
      held: () => this.#deciding.holding.open,
      open: () => this.#items,
    });
  });
  readonly #line = new Later<typeof narrowingLine>(this, async () => {
    const { narrowingLine, narrowingStyles } = await import('./queue/narrowing-line.js');
    addStyles(this, narrowingStyles);
    return narrowingLine;
  });
  readonly #pane = new Later<ReportPane>(this, async () => {
    const { ReportPane } = await import('./report/report-pane.js');
    return new ReportPane(this, {
      opened: this.#opened,
      deciding: this.#deciding,
      narrowing: this.#narrowing,
      breadth: this.#breadth,
      around: this.#around,
    });
  });
  #chosen: Shown | undefined;

  constructor() {
    super();
    new Shortcuts(this, (command) => this.#run(command));
    // They come while the first report is on its way.
    void this.#pane.fetch();
    void this.#line.fetch();
  }

  protected override get heading(): string {
    return this.locale.term('review');
  }

  protected override get phase(): Phase {
    const phase = super.phase;
    if (phase === 'unplaced' || phase === 'visitor') return phase;
    if (this.me) return this.#opened.id || this.#narrowing.isActive ? 'ready' : phase;
    const failed = this.session?.connection.snapshot.status === 'problem';
    return failed || phase === 'problem' ? 'problem' : 'loading';
  }

  protected override isEmpty(): boolean {
    return this.#items.length === 0;
  }

  get #isReviewer(): boolean {
    return this.me?.role !== 'member';
  }

  get #items(): readonly ReportSummary[] {
    return this.#queue.snapshot.items;
  }

  /** What the queue is kept to, beside a status. */
  get #among(): ReportFilter {
    return { ...this.#narrowing.filter, ...(this.taskId && { task: this.taskId }) };
  }

  get #shown(): Shown {
    return this.#chosen ?? shownOf(this.status);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('status')) this.#chosen = undefined;
  }

  /** Most news are of one row, and of nothing of what stands around the queue. */
  #hear(): void {
    const { id, rounds } = this.#opened;
    const isApart = (!id || rounds) && this.#picked.reports.length === 0;
    if (isApart) this.#pages.draw();
    else this.requestUpdate();
  }

  #run(command: Command): boolean {
    if (this.phase !== 'ready') return false;
    if (command === 'keys') return this.#showKeys();
    if (command === 'search') return this.#navigation.toSearch();
    const parts = { navigation: this.#navigation, picked: this.#picked, opened: this.#opened };
    return run(command, { ...parts, deciding: this.#deciding, many: this.#many });
  }

  #showKeys(): boolean {
    void import('./review-keys.js').then(({ showReviewKeys }) => showReviewKeys(this));
    return true;
  }

  protected override renderTools(): unknown {
    if (!this.me || !this.#isReviewer) return nothing;
    const choose = (shown: Shown): void => {
      this.#chosen = shown;
      this.requestUpdate();
    };
    const { locale } = this;
    const counts = this.#around.piece?.counts;
    return [
      statusSwitch({ shown: this.#shown, queue: this.#queue.snapshot, counts, locale, choose }),
      keysButton(locale, () => this.#showKeys()),
    ];
  }

  protected override renderEmpty(): TemplateResult {
    const { locale } = this;
    return this.#isReviewer
      ? emptyQueue(this.#shown, locale)
      : emptyNotice(lockIcon, locale.term('reviewNeedsRole'), locale.term('reviewNeedsRoleWords'));
  }

  #renderQueue(snapshot: ReportsSnapshot): TemplateResult {
    return queue({
      locale: this.locale,
      queue: this.#pages.isReady ? snapshot : undefined,
      shown: this.#shown,
      narrowing: this.#narrowing,
      line: this.#line.piece?.({
        host: this,
        locale: this.locale,
        narrowing: this.#narrowing,
        toRows: () => this.#navigation.toRows(),
      }),
      more: () => this.#pages.more(),
      picks: this.#picked.reports.length > 0 ? this.#many.piece?.bar : nothing,
    });
  }

  readonly #renderReport = (report: ReportSummary): TemplateResult =>
    this.#pane.piece?.draw(report) ?? skeleton(this.locale);

  protected override renderReady(): TemplateResult {
    return desk({
      locale: this.locale,
      wide: this.#breadth.wide,
      opened: this.#opened,
      queue: () => this.#renderQueue(this.#queue.snapshot),
      report: this.#renderReport,
      undo: this.#deciding.undoBar,
      said: this.#deciding.said,
    });
  }
}

speak({ ...keysWords, ...reportWords, ...reportReviewWords });
define(ReportReview);

declare global {
  interface HTMLElementTagNameMap {
    'report-review': ReportReview;
  }
}
