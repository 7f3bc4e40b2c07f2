import * as v from 'valibot';
import { limits } from './limits.js';

const isPlainText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Text as its writer sent it: no NUL, no lone surrogate, at most `most` UTF-16 units. */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most, `At most ${most} characters.`),
    v.check(isPlainText, 'Must be well-formed Unicode without NUL.'),
  );

/** Text that says something: as {@link text}, and not only white space. */
export const words = (most: number) =>
  v.pipe(
    text(most),
    v.check((value) => value.trim() !== '', 'Must not be empty.'),
  );

/** A UUID in its canonical lower-case form (RFC 9562). Clients make version 7. */
export const id = v.pipe(
  v.string(),
  v.regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    'Must be a UUID in lower case.',
  ),
);

/** JavaScript reads the 30th of February as the 2nd of March, and SQL has no year 0. */
const isRealDate = (value: string): boolean => {
  const date = new Date(value);
  const isDate = !Number.isNaN(date.getTime()) && !value.startsWith('0000');
  return isDate && date.toISOString() === value;
};

/** RFC 3339, UTC, milliseconds: `2026-11-23T19:06:00.000Z`. */
export const timestamp = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'Must be RFC 3339, UTC, with milliseconds.'),
  v.check(isRealDate, 'Must be a real date.'),
);

/** A day of the calendar: `2026-11-23`, from the year 1970. */
export const day = v.pipe(
  v.string(),
  v.regex(/^(?:19[7-9]|2\d\d)\d-\d\d-\d\d$/, 'Must be a day: year-month-day.'),
  v.check((value) => isRealDate(`${value}T00:00:00.000Z`), 'Must be a real day.'),
);

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** The name of a time zone in the IANA database: `Europe/Berlin`. */
export const zone = v.pipe(
  v.string(),
  // `Intl` also takes bare offsets, which no other side needs to know.
  v.regex(/^[A-Za-z][\w+\-/]{0,63}$/, 'Must be the name of a time zone.'),
  v.check(isZone, 'Must be a time zone that is known here.'),
);

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('Must be a whole number.'),
    v.minValue(least, `At least ${least}.`),
    v.maxValue(most, `At most ${most}.`),
  );

/** A link that a browser may open: `http` or `https`, absolute. */
export const link = v.pipe(
  text(limits.url),
  v.url('Must be a link.'),
  v.regex(/^https?:\/\//i, 'Must begin with http:// or https://.'),
);

const isBehindHost = (value: string): boolean =>
  !URL.canParse(value) || !/[{}]|%7[bd]/i.test(new URL(value).host + new URL(value).username);

/**
 * A {@link link} that may hold `{member}` and `{report}`: whoever follows it has their own id and
 * that of their report in these places. Never in the host: where one is led is the owner's word.
 */
export const taskLink = v.pipe(
  link,
  v.check(isBehindHost, 'A placeholder must stand behind the host.'),
);

/** A whole number written in a query string. */
const digits = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, 'Must be a whole number.'),
    v.transform(Number),
    v.minValue(least, `At least ${least}.`),
    v.maxValue(most, `At most ${most}.`),
  );

/** How many items a page holds: 1 to 200, default 50. */
export const pageLimit = v.optional(digits(1, limits.pageMost), String(limits.page));

/** A place in a dialogue, written in a query string. */
export const sequence = v.optional(digits(0, 999_999_999));

/** An opaque mark of where the next page begins, as the page before it gave it. */
export const cursor = v.optional(v.pipe(v.string(), v.maxLength(1_000)));

/** A search as a person typed it. */
export const search = v.optional(text(limits.search));
