/** From the least to the greatest value that is drawn, with the values that a line is drawn at. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Spaces between lines that a chart has at most, above and below nought together. */
const spaces = 4;

/** 1, 2 or 5 times a power of ten: the least of them that is not below `least`, and whole. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10;
  return factor * power;
}

/** Lines at multiples of a step, so that nought has one and no value lies beyond the outermost. */
function stepped(min: number, max: number, step: number): Scale {
  const first = Math.floor(min / step);
  const last = Math.max(first + 1, Math.ceil(max / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { min: first * step, max: last * step, ticks };
}

/** For counts, drawn upwards to `max` and downwards to `min`, which is at most nought. */
export function countScale(max: number, min = 0): Scale {
  let step = roundStep((max - min) / spaces);
  // Above and below each round up by themselves.
  while (stepped(min, max, step).ticks.length > spaces + 1) step = roundStep(step + 1);
  return stepped(min, max, step);
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Steps that one can read off a clock or a calendar, in seconds. */
const timeSteps = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
];

/** For lengths of time in seconds, from nought to `max`. */
export function timeScale(max: number): Scale {
  const least = max / spaces;
  const step = timeSteps.find((each) => each >= least) ?? roundStep(least / day) * day;
  return stepped(0, max, step);
}
