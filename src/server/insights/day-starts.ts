const quarterMilliseconds = 900_000;
const dayMilliseconds = 86_400_000;
const quartersOfDay = dayMilliseconds / quarterMilliseconds;

/** No zone is further from UTC than this many quarters of an hour, and one to be sure. */
const furthest = 15 * 4;

/** The day on the calendars of a zone, as a number that grows with it. */
function calendar(zone: string): (quarter: number) => number {
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
  });
  return (quarter) => {
    const parts = format.formatToParts(quarter * quarterMilliseconds);
    const valueOf = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    return Date.UTC(valueOf('year'), valueOf('month') - 1, valueOf('day')) / dayMilliseconds;
  };
}

/** The first number from `low` to `high` for which `isReached`; all after it are reached too. */
function first(low: number, high: number, isReached: (number: number) => boolean): number {
  if (low === high) return low;
  const middle = Math.floor((low + high) / 2);
  return isReached(middle) ? first(low, middle, isReached) : first(middle + 1, high, isReached);
}

/** A day such as `2026-11-23` as a number, and back. */
export const numberOfDay = (day: string): number => Date.parse(day) / dayMilliseconds;
export const dayOfNumber = (number: number): string =>
  new Date(number * dayMilliseconds).toISOString().slice(0, 10);

/**
 * When days begin in a zone, in quarters of an hour since 1970 (UTC): for each of `count` days from
 * day `from` on, and then the end of the last one. A day on which clocks change has 92 or 100
 * quarters; where they are put back over midnight, a day begins when its date is first seen; and a
 * day that a zone left out begins with the next one.
 */
export function dayStarts(from: number, count: number, zone: string): number[] {
  const dayOf = calendar(zone);
  const begins = (day: number, quarter: number): boolean =>
    dayOf(quarter) >= day && dayOf(quarter - 1) < day;
  const starts: number[] = [];
  let guess = -1;
  for (let day = from; day <= from + count; day += 1) {
    const utc = day * quartersOfDay;
    const start = begins(day, guess)
      ? guess
      : first(utc - furthest, utc + furthest, (quarter) => dayOf(quarter) >= day);
    starts.push(start);
    guess = start + quartersOfDay;
  }
  return starts;
}
