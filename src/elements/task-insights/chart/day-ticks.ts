import { leftOf, middleOf, rightOf, slotWidth, type Plot } from './plot.js';

/** Pixels that half a date takes, and from the beginning of one date to that of the next. */
const half = 23;
const room = 3 * half;

/** Days from one date to the next: a few, then weeks. */
const steps = [1, 2, 4, 7, 10, 14, 28, 56, 91, 182];

export interface DayTick {
  readonly index: number;
  readonly x: number;
  /** Which part of the date stands there. */
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A date stands under the middle of its day, or at the edge that would cut it off. */
function tickAt(index: number, plot: Plot): DayTick {
  const x = middleOf(index, plot);
  const [left, right] = [leftOf(plot), rightOf(plot)];
  if (x + half > right) return { index, x: right, anchor: 'end' };
  return x - half < left ? { index, x: left, anchor: 'start' } : { index, x, anchor: 'middle' };
}

/** The days whose dates are written below, the last day among them, with room between them. */
export function dayTicks(plot: Plot): DayTick[] {
  const slot = slotWidth(plot);
  const step = steps.find((each) => each * slot >= room) ?? steps.at(-1)!;
  const ticks: DayTick[] = [];
  for (let index = (plot.count - 1) % step; index < plot.count; index += step)
    ticks.push(tickAt(index, plot));
  return ticks;
}
