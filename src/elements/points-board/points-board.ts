import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { define } from '../../base/define.js';
import { formatNumber, formatter } from '../../base/format.js';
import { taskIcon } from '../../base/icons.js';
import { PagedList, type Position } from '../../base/list/paged-list.js';
import { speak } from '../../base/locale.js';
import { emptyNotice } from '../../base/notices.js';
import { reward } from '../../base/status-badge.js';
import { StoreController } from '../../base/store-controller.js';
import { switchStyles } from '../../base/switch.styles.js';
import { TaskchatElement } from '../../base/taskchat-element.js';
import type { BoardEntry, BoardPeriod } from '../../contract/board.js';
import { pointsBoardWords } from '../../locales/en/points-board.js';
import { problemWords } from '../../locales/en/problems.js';
import { boardOf, type BoardRow } from '../../stores/board-store.js';
import { pointsBoardStyles } from './points-board.styles.js';

const periods = { month: 'thisMonth', all: 'allTime' } as const;

/**
 * @summary Who has the most points, this month (UTC) and of all time, with the member's own place.
 *   Only on sites whose backend offers it, and by the names that people show.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart switch - Which time is shown.
 * @csspart own - The member's own place.
 * @csspart list - All places.
 * @csspart row - One place.
 * @cssstate loading - The places are on their way.
 * @cssstate empty - Nobody has points, or the site has no ranking.
 * @cssstate problem - The places could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class PointsBoard extends TaskchatElement {
  static readonly tag = 'points-board';
  static override readonly properties: PropertyDeclarations = { period: {} };
  static override styles = [TaskchatElement.styles, switchStyles, pointsBoardStyles];

  /** What is shown until somebody chooses: `month` (of UTC) or `all`. Default: `month`. */
  period: BoardPeriod | '' = '';

  #chosen: BoardPeriod | undefined;
  protected override readonly main = new StoreController(this, (session) =>
    boardOf(session, this.#shown),
  );

  readonly #pages = new PagedList<BoardRow>(this, {
    pages: () => this.main.store,
    row: (entry, position) => this.#renderRow(entry, position),
    beside: () => [],
    estimate: () => 49,
    control: 'button',
  });

  get #shown(): BoardPeriod {
    return this.#chosen ?? (this.period === 'all' ? 'all' : 'month');
  }

  protected override get heading(): string {
    return this.locale.term('ranking');
  }

  protected override isEmpty(): boolean {
    return this.main.snapshot?.items.length === 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('period')) this.#chosen = undefined;
  }

  #choose(period: BoardPeriod): void {
    this.#chosen = period;
    this.requestUpdate();
  }

  protected override renderTools(): unknown {
    const { phase, locale } = this;
    const isOffered = this.main.snapshot?.offered !== false;
    if (!isOffered || phase === 'visitor' || phase === 'unplaced') return nothing;
    return html`
      <div class="switch" part="switch" role="group" aria-label=${locale.term('rankingPeriod')}>
        ${(Object.keys(periods) as BoardPeriod[]).map(
          (period) => html`
            <button
              type="button"
              aria-pressed=${period === this.#shown ? 'true' : 'false'}
              @click=${() => this.#choose(period)}
            >
              ${locale.term(periods[period])}
            </button>
          `,
        )}
      </div>
    `;
  }

  protected override renderEmpty(): TemplateResult {
    const { locale } = this;
    if (!this.main.snapshot?.offered) {
      return emptyNotice(taskIcon, locale.term('rankingNone'), locale.term('rankingNoneWords'));
    }
    const title = this.#shown === 'all' ? 'rankingEmpty' : 'rankingEmptyMonth';
    return emptyNotice(taskIcon, locale.term(title), locale.term('rankingEmptyWords'));
  }

  /** `November 2026`: a month of UTC, wherever one is. */
  #renderMonth(): unknown {
    const { month } = this.main.snapshot ?? {};
    if (!month) return nothing;
    const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    const words = formatter(Intl.DateTimeFormat, this.locale.lang(), options);
    const date = new Date(`${month}-01T00:00:00Z`);
    return html`<p class="muted small month">
      <time datetime=${month}>${words.format(date)}</time>
    </p>`;
  }

  #renderOwn(own: BoardEntry | null): TemplateResult {
    const { locale } = this;
    if (!own) return html`<p class="own none muted" part="own">${locale.term('noPlace')}</p>`;
    return html`
      <p class="own" part="own">
        <span class="muted">${locale.term('yourPlace')}</span>
        <strong class="number">${formatNumber(own.place, locale.lang())}</strong>
        ${reward(own.points, locale)}
      </p>
    `;
  }

  #renderRow({ place, name, points, mine }: BoardRow, position: Position): TemplateResult {
    const { locale } = this;
    const number = formatNumber(place, locale.lang());
    return html`
      <li
        class="row ${place <= 3 ? 'first' : ''}"
        part="row"
        aria-current=${mine ? 'true' : 'false'}
        aria-posinset=${position.place}
        aria-setsize=${position.count}
      >
        <span class="place number"
          ><span aria-hidden="true">${number}</span
          ><span class="sr-only">${locale.term('place', number)}</span></span
        >
        <span class="name"
          ><bdi>${name}</bdi>${
            mine ? html`<span class="badge you">${locale.term('you')}</span>` : nothing
          }</span
        >
        ${reward(points, locale)}
      </li>
    `;
  }

  protected override renderReady(): unknown {
    if (!this.#pages.isReady) return this.renderLoading();
    return html`
      ${this.#renderMonth()} ${this.#renderOwn(this.main.snapshot?.own ?? null)}
      <ol class="rows" part="list"></ol>
      ${this.#pages.more()}
    `;
  }
}

speak({ ...problemWords, ...pointsBoardWords });
define(PointsBoard);

declare global {
  interface HTMLElementTagNameMap {
    'points-board': PointsBoard;
  }
}
