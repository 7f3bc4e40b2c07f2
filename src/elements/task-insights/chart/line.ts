import { heightOf, middleOf, rounded, type Plot } from './plot.js';

/** A value of each day; null where there is none. */
export type Values = readonly (number | null)[];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points of the days that have a value, in runs without a day between that has none. */
export function runsOf(values: Values, plot: Plot): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] | undefined;
  for (const [index, value] of values.entries()) {
    if (value === null) run = undefined;
    else {
      if (!run) runs.push((run = []));
      run.push({ x: rounded(middleOf(index, plot)), y: rounded(heightOf(value, plot)) });
    }
  }
  return runs;
}

const through = (points: readonly Point[]): string =>
  points.map(({ x, y }) => `${x} ${y}`).join('L');

/** The line through all days; a day without a value leaves a gap in it. */
export const linePath = (values: Values, plot: Plot): string =>
  runsOf(values, plot)
    .map((run) => `M${through(run)}`)
    .join('');

/** What lies between two lines, where both have values. */
export function bandPath(lower: Values, upper: Values, plot: Plot): string {
  const both = (values: Values): Values =>
    values.map((value, index) => (lower[index] === null || upper[index] === null ? null : value));
  const below = runsOf(both(lower), plot);
  return runsOf(both(upper), plot)
    .map((run, index) => `M${through(run)}L${through([...(below[index] ?? [])].reverse())}Z`)
    .join('');
}

/** The days that stand alone, which a line cannot show. */
export const aloneOf = (values: Values, plot: Plot): Point[] =>
  runsOf(values, plot)
    .filter((run) => run.length === 1)
    .flat();
