const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The units of an age: the size of each, and the age from which it is used, in milliseconds. */
const units = [
  ['day', day, 47.5 * hour],
  ['hour', hour, 59.5 * minute],
  ['minute', minute, minute],
] as const;

const kept = new Map<string, object>();

/** What formats costs more to make than to use: it is made once, by a key that tells all of it. */
export function keep<Formatter extends object>(key: string, make: () => Formatter): Formatter {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known as Formatter;
}

/** An age in whole units, to the nearest: up to two days in hours. Below a minute it is none. */
export function ageOf(time: string, now = Date.now()) {
  const age = now - Date.parse(time);
  const found = units.find(([, , least]) => age >= least);
  return found && ([Math.round(age / found[1]), found[0]] as const);
}

/** `1,250`, in the digits of the language. */
export const formatNumber = (value: number, lang: string): string =>
  keep(`number ${lang}`, () => new Intl.NumberFormat(lang)).format(value);

/** `3 hours ago`; within the last minute `now`; beyond a week the date. */
export function formatAgo(time: string, lang: string, now = Date.now()): string {
  if (now - Date.parse(time) > 7 * day) return formatDate(time, lang);
  const [value, unit] = ageOf(time, now) ?? [0, 'second'];
  // A word such as `yesterday` is about the calendar, and would be wrong for many an age.
  const numeric = value ? 'always' : 'auto';
  const make = () => new Intl.RelativeTimeFormat(lang, { numeric });
  return keep(`ago ${numeric} ${lang}`, make).format(-value, unit);
}

const formatWith = (time: string, lang: string, options: Intl.DateTimeFormatOptions): string => {
  const { dateStyle = '', timeStyle = '' } = options;
  const make = () => new Intl.DateTimeFormat(lang, options);
  return keep(`${dateStyle} ${timeStyle} ${lang}`, make).format(new Date(time));
};

/** `Nov 23, 2026`. */
export const formatDate = (time: string, lang: string): string =>
  formatWith(time, lang, { dateStyle: 'medium' });

/** `7:06 PM`. */
export const formatTime = (time: string, lang: string): string =>
  formatWith(time, lang, { timeStyle: 'short' });

/** The whole moment, for a tooltip. */
export const formatMoment = (time: string, lang: string): string =>
  formatWith(time, lang, { dateStyle: 'full', timeStyle: 'short' });

/** `2 days`: a length of time. */
export const formatLength = (value: number, unit: string, lang: string): string =>
  keep(
    `length ${unit} ${lang}`,
    () => new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }),
  ).format(value);

/** `4 hours`, `2 days`: a length of time given in hours. */
export const formatHours = (hours: number, lang: string): string =>
  hours % 24 ? formatLength(hours, 'hour', lang) : formatLength(hours / 24, 'day', lang);

/** A name inside a sentence, whichever way either is written (Unicode isolates, UAX 9). */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
