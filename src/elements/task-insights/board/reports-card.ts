import { svg, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import type { Figures } from '../../../contract/insights.js';
import { barsPath } from '../chart/bars.js';
import { aloneOf, linePath } from '../chart/line.js';
import { rounded, type Plot } from '../chart/plot.js';
import { countScale } from '../chart/scale.js';
import type { BoardView } from './board-view.js';
import { dayCard, type Series } from './day-card.js';
import { formatCompact } from './format-figures.js';

/** Approved stands on the line, rejected hangs from it: they are told apart without colours. */
function marks(days: readonly Figures[]): (plot: Plot) => ReturnType<typeof svg> {
  const submitted = days.map((day) => day.submitted);
  return (plot) => {
    const line = linePath(submitted, plot);
    return svg`
      <path class="bars approved" d=${barsPath(
        days.map((day) => day.approved),
        plot,
      )} />
      <path class="bars rejected" d=${barsPath(
        days.map((day) => -day.rejected),
        plot,
      )} />
      <path class="halo" d=${line} />
      <path class="line submitted" d=${line} />
      ${aloneOf(submitted, plot).map(
        ({ x, y }) => svg`<circle class="alone submitted" cx=${x} cy=${rounded(y)} r="3" />`,
      )}
    `;
  };
}

/** What came in, and what was decided, by day. */
export function reportsCard(board: BoardView): TemplateResult {
  const { insights, locale } = board;
  const { period, before, days } = insights;
  const lang = locale.lang();
  const words = (value: number | null): string => formatNumber(value ?? 0, lang);
  const series: Series[] = [
    {
      kind: 'submitted',
      mark: 'line',
      label: locale.term('submittedFigure'),
      of: ({ submitted }) => submitted,
      words,
    },
    {
      kind: 'approved',
      mark: 'bar',
      label: locale.term('approved'),
      of: ({ approved }) => approved,
      words,
    },
    {
      kind: 'rejected',
      mark: 'hanging',
      label: locale.term('rejected'),
      of: ({ rejected }) => rejected,
      words,
    },
  ];
  const highest = Math.max(...days.map(({ submitted, approved }) => Math.max(submitted, approved)));
  const lowest = -Math.max(...days.map(({ rejected }) => rejected));
  return dayCard(
    {
      name: 'reports',
      title: locale.term('reportsFigure'),
      figure: words(period.submitted),
      unit: locale.term('reportsSubmitted', period.submitted),
      compared: {
        kind: 'count',
        now: period.submitted,
        before: before.submitted,
      },
      series,
      scale: countScale(highest, lowest),
      marks: marks(days),
      value: (value) => formatCompact(Math.abs(value), lang),
      more: [{ title: locale.term('changesColumn'), value: ({ changes }) => words(changes) }],
    },
    board,
  );
}
