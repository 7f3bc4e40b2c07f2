import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { Clock } from '../../base/clock.js';
import { define } from '../../base/define.js';
import { Later } from '../../base/later.js';
import { speak } from '../../base/locale.js';
import { StoreController } from '../../base/store-controller.js';
import { switchStyles } from '../../base/switch.styles.js';
import { TaskchatElement, type Phase } from '../../base/taskchat-element.js';
import type { Insights } from '../../contract/insights.js';
import { taskInsightsWords } from '../../locales/en/task-insights.js';
import { insightsOf, type InsightsStore } from '../../stores/insights-store.js';
import type { Board } from './board/board.js';
import { exportButton } from './export/export-button.js';
import { isQuiet, KeptInsights } from './kept-insights.js';
import { zoneHere, type Choice, type Period } from './period.js';
import { periodSwitch } from './period-switch.js';
import { ShownDays } from './shown-days.js';
import { taskInsightsStyles } from './task-insights.styles.js';

/**
 * @summary The owner's figures: by day, by task and by reviewer, beside those of the days before;
 *   and all of it as files.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart switch - Which days are shown.
 * @csspart own-dates - The fields for days of one's own.
 * @csspart card - One of the pictures, with its heading.
 * @csspart table - A table of figures.
 * @csspart show-export - Opens the export.
 * @csspart export - The window in which files are made.
 * @cssprop [--taskchat-height] - How high the figures may stand before they scroll by themselves.
 *   Default: the page scrolls.
 * @cssstate loading - The figures are on their way.
 * @cssstate empty - Nothing happened in these days, or nothing is for this person.
 * @cssstate problem - The figures could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class TaskInsights extends TaskchatElement {
  static readonly tag = 'task-insights';
  static override readonly properties: PropertyDeclarations = { from: {}, to: {} };
  static override styles = [TaskchatElement.styles, switchStyles, taskInsightsStyles];

  /**
   * The first day, as `2026-11-03`, until a person chooses others; a day begins at midnight where
   * the browser is. Default: 27 days before `to`. No more than 366 days are shown.
   */
  from = '';

  /** The last day, as `2026-11-30`. Default: today. */
  to = '';

  readonly #days = new ShownDays(this);
  protected override readonly main = new StoreController<InsightsStore>(this, (session) =>
    this.me?.role === 'owner'
      ? insightsOf(session, { ...this.#days.period, zone: zoneHere() })
      : undefined,
  );
  readonly #kept = new KeptInsights();
  readonly #board = new Later<Board>(this, async () => {
    const { Board } = await import('./board/board.js');
    return new Board(this);
  });

  constructor() {
    super();
    // It becomes tomorrow, and what waits waits longer.
    new Clock(this);
    // Comes while the figures are on their way.
    void this.#board.fetch();
  }

  protected override get heading(): string {
    return this.locale.term('insights');
  }

  /** With other days on their way, those from before stay. */
  protected override get phase(): Phase {
    const phase = super.phase;
    return phase === 'loading' && this.#insights && !this.isEmpty() ? 'ready' : phase;
  }

  protected override isEmpty(): boolean {
    return !this.#insights || isQuiet(this.#insights.period);
  }

  get #insights(): Insights | undefined {
    return this.#kept.of(this.main.store, this.session);
  }

  get #capabilities() {
    return this.session?.connection.snapshot.service?.capabilities;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('from') || changed.has('to')) this.#days.forget();
  }

  #choose(choice: Choice): void {
    this.#days.choose(choice);
    this.requestUpdate();
  }

  readonly #chooseOwn = (period: Period): void => {
    this.#days.chooseOwn(period);
    this.requestUpdate();
  };

  /** There from the start, so that nothing moves once it is known that an owner looks. */
  protected override renderTools(): unknown {
    const isOffered = this.main.store || (!this.me && this.phase === 'loading');
    if (!isOffered) return nothing;
    return [
      periodSwitch(this.#days.choice, this.locale, (choice) => this.#choose(choice)),
      this.#capabilities?.export ? exportButton(this) : nothing,
    ];
  }

  #renderOwnDates(): unknown {
    const { choice, period } = this.#days;
    return choice === 'own' && this.main.store
      ? this.#board.piece?.ownDates(period, this.#chooseOwn)
      : nothing;
  }

  protected override renderLoading(): TemplateResult {
    return html`${this.#renderOwnDates()}${super.renderLoading()}`;
  }

  protected override renderEmpty(): TemplateResult {
    const isCounted = this.main.snapshot?.insights !== null;
    const why = this.main.store ? (isCounted ? 'reports' : 'figures') : 'role';
    return html`${this.#renderOwnDates()}${this.#board.piece?.none(why)}`;
  }

  protected override renderReady(): unknown {
    const board = this.#board.piece;
    const insights = this.#insights;
    if (!board || !insights) return this.renderLoading();
    return html`${this.#renderOwnDates()}
    ${board.draw(insights, {
      knowsOpenings: this.#capabilities?.openings ?? false,
      isBusy: this.main.snapshot?.insights !== insights,
    })}`;
  }
}

speak(taskInsightsWords);
define(TaskInsights);

declare global {
  interface HTMLElementTagNameMap {
    'task-insights': TaskInsights;
  }
}
