import { heightOf, rounded, slotLeft, slotWidth, type Plot } from './plot.js';

/** Pixels: a bar is at most so wide, and its free corners are so round. */
const widest = 28;
const roundness = 2;

/** How wide the bar of a day is: where there is no room, bars stand without a gap. */
function barWidth(plot: Plot): number {
  const slot = slotWidth(plot);
  if (slot < 2) return slot;
  return Math.min(widest, slot < 6 ? slot - 1 : slot * 0.68);
}

/** One bar from the line of nought to `value`, round at its free end. */
function bar(index: number, value: number, plot: Plot): string {
  const width = barWidth(plot);
  const left = rounded(slotLeft(index, plot) + (slotWidth(plot) - width) / 2);
  const ground = rounded(heightOf(0, plot));
  // However small a value is, it is seen to be there.
  const length = Math.max(1, Math.abs(heightOf(value, plot) - ground));
  const way = value < 0 ? 1 : -1;
  const round = Math.min(roundness, width / 3, length);
  const right = rounded(left + width);
  const end = rounded(ground + way * length);
  const shoulder = rounded(end - way * round);
  const [from, to] = [rounded(left + round), rounded(right - round)];
  return `M${left} ${ground}V${shoulder}Q${left} ${end} ${from} ${end}H${to}Q${right} ${end} ${right} ${shoulder}V${ground}Z`;
}

/** The bars of all days as one path, upwards for what is above nought, downwards for what is below. */
export const barsPath = (values: readonly number[], plot: Plot): string =>
  values.map((value, index) => (value === 0 ? '' : bar(index, value, plot))).join('');
