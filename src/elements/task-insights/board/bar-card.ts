import { svg, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import type { Figures } from '../../../contract/insights.js';
import { barsPath } from '../chart/bars.js';
import { countScale } from '../chart/scale.js';
import type { BoardView } from './board-view.js';
import { dayCard, type DayCard } from './day-card.js';
import { formatCompact } from './format-figures.js';

interface BarCard extends Pick<DayCard, 'name' | 'title' | 'unit' | 'more'> {
  readonly label: string;
  readonly of: (figures: Figures) => number;
}

/** One count by day; while no day is read, its legend tells of a day on average. */
export function barCard(view: BarCard, board: BoardView): TemplateResult {
  const { name, label, of } = view;
  const { insights, locale } = board;
  const { period, before, days } = insights;
  const lang = locale.lang();
  const values = days.map(of);
  const words = (value: number | null): string => formatNumber(value ?? 0, lang);
  const average = of(period) / days.length;
  return dayCard(
    {
      ...view,
      figure: words(of(period)),
      compared: { kind: 'count', now: of(period), before: of(before) },
      series: [{ kind: name, mark: 'bar', label, of, words }],
      scale: countScale(Math.max(...values)),
      marks: (plot) => svg`<path class="bars ${name}" d=${barsPath(values, plot)} />`,
      value: (value) => formatCompact(value, lang),
      idle: {
        span: locale.term('averageDay'),
        values: [words(average < 10 ? Math.round(average * 10) / 10 : Math.round(average))],
      },
    },
    board,
  );
}

/** The points that approvals gave. */
export function pointsCard(board: BoardView): TemplateResult {
  const { locale, insights } = board;
  const lang = locale.lang();
  return barCard(
    {
      name: 'given',
      title: locale.term('pointsFigure'),
      label: locale.term('pointsGiven'),
      unit: locale.term('points', insights.period.points),
      of: ({ points }) => points,
      more: [
        {
          title: locale.term('pointsCorrected'),
          value: ({ corrected }) => formatNumber(corrected, lang),
        },
      ],
    },
    board,
  );
}

/** How often members opened a task. */
export const openedCard = (board: BoardView): TemplateResult =>
  barCard(
    {
      name: 'opened',
      title: board.locale.term('openedFigure'),
      label: board.locale.term('openedTasks'),
      unit: board.locale.term('openedTimes', board.insights.period.opened),
      of: ({ opened }) => opened,
    },
    board,
  );
