import { html, type TemplateResult } from 'lit';
import { formatNumber, isolated } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import type { ReviewerFigures } from '../../../contract/insights.js';
import type { BoardView } from './board-view.js';
import { card } from './card.js';
import { figureTable } from './figure-table.js';
import { formatShare, formatSpan, none } from './format-figures.js';

interface Decided {
  readonly approved: number;
  readonly rejected: number;
}

/** From 0 to 1; null where nothing was approved and nothing rejected. */
export const approvalRate = ({ approved, rejected }: Decided): number | null =>
  approved + rejected > 0 ? approved / (approved + rejected) : null;

const rateWords = (decided: Decided, locale: Locale): string => {
  const rate = approvalRate(decided);
  return rate === null ? none : formatShare(rate, locale.lang());
};

/** One reviewer: who, how many of how many, the share as a bar and as a number. */
function line(figures: ReviewerFigures, { locale, mirrored }: BoardView): TemplateResult {
  const { reviewer, approved, rejected } = figures;
  const lang = locale.lang();
  const [some, all] = [approved, approved + rejected].map((count) => formatNumber(count, lang));
  const share = Math.round((approvalRate(figures) ?? 0) * 100);
  return html`<li>
    <span class="who"><bdi>${reviewer.name}</bdi></span>
    <b class="number">${rateWords(figures, locale)}</b>
    <svg class="share" aria-hidden="true">
      <rect class="track" width="100%" height="6" rx="3" />
      <rect
        class="approved"
        x="${mirrored ? 100 - share : 0}%"
        width="${share}%"
        height="6"
        rx="3"
      />
    </svg>
    <span class="muted small number">${locale.term('approvedOf', some ?? '', all ?? '')}</span>
  </li>`;
}

function table({ insights, locale }: BoardView): TemplateResult {
  const lang = locale.lang();
  const count = (value: number): string => formatNumber(value, lang);
  return figureTable<ReviewerFigures>({
    label: locale.term('reviewersFigure'),
    head: locale.term('reviewer'),
    name: ({ reviewer }) => isolated(reviewer.name),
    columns: [
      { title: locale.term('rateColumn'), value: (row) => rateWords(row, locale) },
      { title: locale.term('approved'), value: ({ approved }) => count(approved) },
      { title: locale.term('rejected'), value: ({ rejected }) => count(rejected) },
      { title: locale.term('changesColumn'), value: ({ changes }) => count(changes) },
      {
        title: locale.term('medianTime'),
        value: ({ decisionTime }) => (decisionTime ? formatSpan(decisionTime.median, lang) : none),
      },
      {
        title: locale.term('ninetiethTime'),
        value: ({ decisionTime }) =>
          decisionTime ? formatSpan(decisionTime.ninetieth, lang) : none,
      },
    ],
    rows: insights.reviewers,
  });
}

/** How much of what they decide each reviewer approves. */
export function reviewersCard(board: BoardView): TemplateResult {
  const { insights, locale, tables } = board;
  const { period, before, reviewers } = insights;
  const list = (): TemplateResult =>
    html`<ul class="rates">
      ${reviewers.map((each) => line(each, board))}
    </ul>`;
  const nobody = (): TemplateResult =>
    html`<p class="muted none">${locale.term('reviewersNone')}</p>`;
  return card(
    {
      name: 'reviewers',
      title: locale.term('reviewersFigure'),
      figure: rateWords(period, locale),
      unit: locale.term('approvedUnit'),
      compared: {
        kind: 'share',
        now: approvalRate(period),
        before: approvalRate(before),
      },
      chart: reviewers.length > 0 ? list : nobody,
      table: reviewers.length > 0 ? () => table(board) : nobody,
    },
    tables,
    locale,
  );
}
