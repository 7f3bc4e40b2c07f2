import { limits } from '../../contract/limits.js';

/** A day of the calendar, as `2026-11-30`. */
export type Day = string;

/** Whole days of the calendar, the first and the last among them. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** How many days back a person looks, or days of their own. */
export type Choice = 7 | 28 | 90 | 'own';

export const choices: readonly Choice[] = [7, 28, 90, 'own'];

/** Days that are shown when nobody has said how many. */
const usual = 28;

/** The most days at once. */
const longest = limits.insightDays;

const length = 86_400_000;
const pattern = /^\d{4}-\d{2}-\d{2}$/;

// Days are counted in UTC, where each is as long as the others; no clock changes in between.
const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** The day some days later, or earlier for less than nought. */
export const plusDays = (day: Day, days: number): Day => dayOf(timeOf(day) + days * length);

/** How many days there are, both ends counted. */
export const lengthOf = ({ from, to }: Period): number =>
  Math.round((timeOf(to) - timeOf(from)) / length) + 1;

/** A moment at which it is that day everywhere, for a formatter that is told UTC. */
export const noonOf = (day: Day): Date => new Date(timeOf(day) + length / 2);

/** Which day it is where the clock stands so. */
export function today(now = new Date()): Day {
  const numbers = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return numbers.map((number) => String(number).padStart(2, '0')).join('-');
}

/** The zone of the clock here, by its name in the IANA database. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether it is written as a day, and there is one. */
export const isDay = (text: string): boolean =>
  pattern.test(text) && !Number.isNaN(timeOf(text)) && dayOf(timeOf(text)) === text;

/** The last days up to this one. */
export const lastDays = (days: number, to: Day): Period => ({ from: plusDays(to, 1 - days), to });

/** Days in their order, and not too many of them: the later ones stay. */
export function ordered(one: Day, other: Day): Period {
  const [from, to] = one <= other ? [one, other] : [other, one];
  return lengthOf({ from, to }) > longest ? lastDays(longest, to) : { from, to };
}

/** What the attributes ask for. Of a day that is not one, nothing is made. */
export function periodOf(from: string, to: string, now: Day): Period {
  const last = isDay(to) ? to : now;
  if (isDay(from)) return ordered(from, last);
  return lastDays(usual, last);
}

/** Which choice these days are. */
export const choiceOf = (period: Period, now: Day): Choice => {
  const days = lengthOf(period);
  const known = choices.find((choice) => choice === days);
  return known && period.to === now ? known : 'own';
};
