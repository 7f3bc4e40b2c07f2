import type { Figures } from '../../contract/insights.js';
import { decisionTime } from './decision-time.js';

export const figures = [
  ...(['opened', 'submitted', 'approved', 'rejected', 'changes'] as const),
  ...(['points', 'corrected'] as const),
];
export type Figure = (typeof figures)[number];

/** Sums of what happened; `waits` says how many decisions took how long, by class. */
export type Tally = Record<Figure, number> & { waits: number[] };

export const nothing = (): Tally => ({
  ...{ opened: 0, submitted: 0, approved: 0, rejected: 0, changes: 0, points: 0, corrected: 0 },
  waits: [],
});

/** So many decisions more took a time of this class, from 1. */
export function addWaits({ waits }: Tally, place: number, count: number): void {
  while (waits.length < place) waits.push(0);
  waits[place - 1]! += count;
}

/** One and so many times the other. */
function combined(one: Tally, times: 1 | -1, other: Tally): Tally {
  const tally = nothing();
  for (const figure of figures) tally[figure] = one[figure] + times * other[figure];
  const length = Math.max(one.waits.length, other.waits.length);
  for (let place = 0; place < length; place += 1) {
    tally.waits.push((one.waits[place] ?? 0) + times * (other.waits[place] ?? 0));
  }
  return tally;
}

export const plus = (one: Tally, other: Tally): Tally => combined(one, 1, other);
export const minus = (one: Tally, other: Tally): Tally => combined(one, -1, other);

export const verdictsOf = ({ approved, rejected, changes, waits }: Tally) => ({
  ...{ approved, rejected, changes },
  decisionTime: decisionTime(waits),
});

export const figuresOf = (tally: Tally): Figures => {
  const { opened, submitted, points, corrected } = tally;
  return { opened, submitted, ...verdictsOf(tally), points, corrected };
};
