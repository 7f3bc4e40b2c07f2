import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { lockIcon, reportIcon } from '../../../base/icons.js';
import { addStyles } from '../../../base/later.js';
import { speak, type Locale } from '../../../base/locale.js';
import { emptyNotice } from '../../../base/notices.js';
import type { Insights } from '../../../contract/insights.js';
import { taskInsightsLaterWords } from '../../../locales/en/task-insights-later.js';
import type { Period } from '../period.js';
import { chartStyles } from '../chart/chart.styles.js';
import { Reading } from '../chart/reading.js';
import { around } from './around.js';
import { openedCard, pointsCard } from './bar-card.js';
import type { BoardView, TaskOrder } from './board-view.js';
import { boardStyles } from './board.styles.js';
import type { Tables } from './card.js';
import { cardStyles } from './card.styles.js';
import { ownDates } from './own-dates.js';
import { reportsCard } from './reports-card.js';
import { reviewersCard } from './reviewers-card.js';
import { tableStyles } from './table.styles.js';
import { nextOrder } from './task-order.js';
import { tasksCard } from './tasks-card.js';
import { timeCard } from './time-card.js';

interface BoardHost extends LitElement {
  readonly locale: Locale;
}

interface Shown {
  /** Whether the backend knows how often tasks were opened. */
  readonly knowsOpenings: boolean;
  /** Whether other figures are on their way. */
  readonly isBusy: boolean;
}

/** Why there is nothing to show. */
type None = 'role' | 'figures' | 'reports';

const notices = {
  role: [lockIcon, 'insightsNeedOwner', 'insightsNeedOwnerWords'],
  figures: [reportIcon, 'insightsMissing', 'insightsMissingWords'],
  reports: [reportIcon, 'insightsEmpty', 'insightsEmptyWords'],
} as const;

/** The pictures of the figures, and what one does with them. */
export class Board {
  readonly #host: BoardHost;
  readonly #reading: Reading;
  readonly #asTable = new Set<string>();
  readonly #tables: Tables = {
    has: (name) => this.#asTable.has(name),
    toggle: (name) => this.#toggle(name),
  };
  #order: TaskOrder = { column: 'submitted', falling: true };

  constructor(host: BoardHost) {
    this.#host = host;
    this.#reading = new Reading(host);
    addStyles(host, boardStyles, cardStyles, chartStyles, tableStyles);
  }

  draw(insights: Insights, { knowsOpenings, isBusy }: Shown): TemplateResult {
    const view = this.#view(insights, knowsOpenings);
    return html`
      ${around(view)}
      <div class="board" aria-busy=${isBusy ? 'true' : 'false'}>
        ${reportsCard(view)} ${reviewersCard(view)}
        <div class="smaller">
          ${timeCard(view)} ${pointsCard(view)} ${knowsOpenings ? openedCard(view) : nothing}
        </div>
        ${insights.tasks.length > 0 ? tasksCard(view) : nothing}
      </div>
    `;
  }

  ownDates(period: Period, choose: (period: Period) => void): TemplateResult {
    return ownDates(period, this.#host.locale, choose);
  }

  none(why: None): TemplateResult {
    const { locale } = this.#host;
    const [icon, title, words] = notices[why];
    return emptyNotice(icon, locale.term(title), locale.term(words));
  }

  #view(insights: Insights, knowsOpenings: boolean): BoardView {
    return {
      ...{ insights, knowsOpenings },
      locale: this.#host.locale,
      reading: this.#reading,
      tables: this.#tables,
      mirrored: this.#host.renderRoot.querySelector('.frame')?.matches(':dir(rtl)') ?? false,
      order: this.#order,
      sort: (column) => {
        this.#order = nextOrder(this.#order, column);
        this.#host.requestUpdate();
      },
    };
  }

  #toggle(name: string): void {
    if (!this.#asTable.delete(name)) this.#asTable.add(name);
    this.#host.requestUpdate();
  }
}

speak(taskInsightsLaterWords);
