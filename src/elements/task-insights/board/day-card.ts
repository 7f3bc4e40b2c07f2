import type { SVGTemplateResult, TemplateResult } from 'lit';
import { html } from 'lit';
import { formatLength } from '../../../base/format.js';
import type { DayFigures, Figures } from '../../../contract/insights.js';
import { dayChart } from '../chart/day-chart.js';
import type { Plot } from '../chart/plot.js';
import type { Scale } from '../chart/scale.js';
import type { BoardView } from './board-view.js';
import { card, type Card } from './card.js';
import { figureTable, type Column } from './figure-table.js';
import { formatDay, formatShortDay } from './format-figures.js';
import { legend, type LegendItem, type Mark } from './legend.js';

/** One value of each day. */
export interface Series {
  readonly kind: string;
  readonly mark: Mark;
  readonly label: string;
  readonly of: (figures: Figures) => number | null;
  /** A value in words; a day may have none. */
  readonly words: (value: number | null) => string;
  /** The same where there is little room. Default: as everywhere. */
  readonly brief?: (value: number | null) => string;
}

/** A picture of the days, one by one. */
export interface DayCard extends Pick<Card, 'name' | 'title' | 'figure' | 'unit' | 'compared'> {
  readonly series: readonly Series[];
  readonly scale: Scale;
  readonly marks: (plot: Plot) => SVGTemplateResult;
  /** A value beside its line. */
  readonly value: (value: number) => string;
  /** What the legend tells while no day is read. Default: the whole period. */
  readonly idle?: { readonly span: string; readonly values: readonly string[] };
  /** What is told in the table alone. */
  readonly more?: readonly Column<Figures>[];
}

const itemsOf = (series: readonly Series[], values: readonly string[]): LegendItem[] =>
  series.map(({ kind, mark, label }, index) => ({ kind, mark, label, value: values[index] ?? '' }));

const briefOf = (series: readonly Series[], figures: Figures): string[] =>
  series.map(({ of, words, brief = words }) => brief(of(figures)));

const valuesOf = (series: readonly Series[], figures: Figures): string[] =>
  series.map(({ of, words }) => words(of(figures)));

function readout({ name, series, idle }: DayCard, view: BoardView): TemplateResult {
  const { insights, locale, reading } = view;
  const day = insights.days[reading.day(name) ?? -1];
  const lang = locale.lang();
  if (day) return legend(formatDay(day.day, lang), itemsOf(series, briefOf(series, day)));
  const span = idle?.span ?? formatLength(insights.days.length, 'day', lang);
  return legend(span, itemsOf(series, idle?.values ?? briefOf(series, insights.period)));
}

const dotsOf = (series: readonly Series[], figures: Figures | undefined) =>
  figures
    ? series
        .filter(({ mark }) => mark === 'line' || mark === 'dashes')
        .map(({ kind, of }) => [kind, of(figures)] as const)
    : [];

function chart(view: DayCard, board: BoardView): TemplateResult {
  const { name, title, series, scale, marks, value } = view;
  const { days } = board.insights;
  const lang = board.locale.lang();
  const at = (index: number): DayFigures => days[index]!;
  const words = (index: number): string => {
    const values = valuesOf(series, at(index));
    const told = series.map(({ label }, place) => `${label} ${values[place]}`);
    return `${formatDay(at(index).day, lang)}: ${told.join(', ')}`;
  };
  return html`${readout(view, board)}
  ${dayChart(
    {
      ...{ name, label: title, count: days.length, scale, marks, value, words },
      mirrored: board.mirrored,
      dots: (index) => dotsOf(series, days[index]),
      date: (index) => formatShortDay(at(index).day, lang),
    },
    board.reading,
  )}`;
}

/** The newest day first: that is the one that is looked for. */
function table({ title, series, more = [] }: DayCard, { insights, locale }: BoardView) {
  const columns = [
    ...series.map(({ label, of, words }) => ({
      title: label,
      value: (figures: Figures) => words(of(figures)),
    })),
    ...more,
  ];
  return figureTable<DayFigures>({
    label: title,
    head: locale.term('dayColumn'),
    name: ({ day }) => formatDay(day, locale.lang()),
    columns,
    rows: insights.days.toReversed(),
    foot: {
      name: locale.term('allDays'),
      values: columns.map(({ value }) => value(insights.period)),
    },
  });
}

export const dayCard = (view: DayCard, board: BoardView): TemplateResult =>
  card(
    { ...view, chart: () => chart(view, board), table: () => table(view, board) },
    board.tables,
    board.locale,
  );
