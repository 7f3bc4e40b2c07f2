import { svg, type TemplateResult } from 'lit';
import type { Figures } from '../../../contract/insights.js';
import { aloneOf, bandPath, linePath, type Values } from '../chart/line.js';
import { timeScale } from '../chart/scale.js';
import type { Plot } from '../chart/plot.js';
import type { BoardView } from './board-view.js';
import { dayCard, type Series } from './day-card.js';
import { formatSpan, none } from './format-figures.js';

const medianOf = ({ decisionTime }: Figures): number | null => decisionTime?.median ?? null;
const ninetiethOf = ({ decisionTime }: Figures): number | null => decisionTime?.ninetieth ?? null;

const line = (kind: string, values: Values, plot: Plot) => svg`
  <path class="line ${kind}" d=${linePath(values, plot)} />
  ${aloneOf(values, plot).map(
    ({ x, y }) => svg`<circle class="alone ${kind}" cx=${x} cy=${y} r="3" />`,
  )}
`;

/** How long members wait for a decision: half of them, and nine of ten. */
export function timeCard(board: BoardView): TemplateResult {
  const { insights, locale } = board;
  const { period, before, days } = insights;
  const lang = locale.lang();
  const words = (value: number | null): string => (value === null ? none : formatSpan(value, lang));
  const brief = (value: number | null): string =>
    value === null ? none : formatSpan(value, lang, 'narrow');
  const medians = days.map(medianOf);
  const ninetieths = days.map(ninetiethOf);
  const series: Series[] = [
    { kind: 'median', mark: 'line', label: locale.term('medianTime'), of: medianOf, words, brief },
    {
      kind: 'ninetieth',
      mark: 'dashes',
      label: locale.term('ninetiethTime'),
      of: ninetiethOf,
      words,
      brief,
    },
  ];
  return dayCard(
    {
      name: 'time',
      title: locale.term('timeFigure'),
      figure: words(medianOf(period)),
      unit: locale.term('timeUnit'),
      compared: {
        kind: 'time',
        now: medianOf(period),
        before: medianOf(before),
      },
      series,
      scale: timeScale(Math.max(0, ...ninetieths.map((value) => value ?? 0))),
      marks: (plot) => svg`
        <path class="band" d=${bandPath(medians, ninetieths, plot)} />
        ${line('ninetieth', ninetieths, plot)}${line('median', medians, plot)}
      `,
      value: (value) => (value === 0 ? '0' : formatSpan(value, lang, 'narrow')),
    },
    board,
  );
}
