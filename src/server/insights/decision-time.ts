import type { DecisionTime } from '../../contract/insights.js';

/** As in the database's `wait_class`: below `least` seconds is class 1, then eight to a doubling. */
const least = 15;
const classesOfDoubling = 8;

/** The middle of a class, in seconds, as far from its one end as from its other. */
const secondsOf = (place: number): number =>
  place === 0 ? least / 2 : least * 2 ** ((place - 0.5) / classesOfDoubling);

/** The class that the so-and-so-many-th of all waits is in. */
function placeOf(waits: readonly number[], rank: number): number {
  let sum = 0;
  return waits.findIndex((count) => (sum += count) >= rank);
}

/** @param waits how many decisions took how long, by class */
export function decisionTime(waits: readonly number[]): DecisionTime | null {
  const all = waits.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const quantile = (part: number): number =>
    Math.round(10 * secondsOf(placeOf(waits, Math.ceil(part * all)))) / 10;
  return { median: quantile(0.5), ninetieth: quantile(0.9) };
}
