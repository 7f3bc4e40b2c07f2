const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The units of an age: the size of each, and the age from which it is used, in milliseconds. */
const units = [
  ['day', day, 47.5 * hour],
  ['hour', hour, 59.5 * minute],
  ['minute', minute, minute],
] as const;

/** A formatter of `Intl`, and what it can be told beside the language. */
type Maker<Formatter, Options> = new (lang: string, options?: Options) => Formatter;

const made = new Map<string, object>();

/** A formatter costs more to make than to use: each is made once. */
export function formatter<Formatter extends object, Options extends object>(
  Formatter: Maker<Formatter, Options>,
  lang: string,
  options?: Options,
): Formatter {
  const key = `${Formatter.name} ${lang} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Formatter(lang, options);
  made.set(key, known);
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
  formatter(Intl.NumberFormat, lang).format(value);

/** `3 hours ago`; within the last minute `now`; beyond a week the date. */
export function formatAgo(time: string, lang: string, now = Date.now()): string {
  if (now - Date.parse(time) > 7 * day) return formatDate(time, lang);
  const [value, unit] = ageOf(time, now) ?? [0, 'second'];
  // A word such as `yesterday` is about the calendar, and would be wrong for many an age.
  const numeric = value ? 'always' : 'auto';
  return formatter(Intl.RelativeTimeFormat, lang, { numeric }).format(-value, unit);
}

const formatWith = (time: string, lang: string, options: Intl.DateTimeFormatOptions): string =>
  formatter(Intl.DateTimeFormat, lang, options).format(new Date(time));

/** `Nov 23, 2026`. */
export const formatDate = (time: string, lang: string): string =>
  formatWith(time, lang, { dateStyle: 'medium' });

/** `Nov 23, 2026, 7:06 PM`. */
export const formatDateTime = (time: string, lang: string): string =>
  formatWith(time, lang, { dateStyle: 'medium', timeStyle: 'short' });

/** `7:06 PM`. */
export const formatTime = (time: string, lang: string): string =>
  formatWith(time, lang, { timeStyle: 'short' });

/** The whole moment, for a tooltip. */
export const formatMoment = (time: string, lang: string): string =>
  formatWith(time, lang, { dateStyle: 'full', timeStyle: 'short' });

/** `2 days`: a length of time. */
export const formatLength = (value: number, unit: string, lang: string): string =>
  formatter(Intl.NumberFormat, lang, { style: 'unit', unit, unitDisplay: 'long' }).format(value);

/** `4 hours`, `2 days`: a length of time given in hours. */
export const formatHours = (hours: number, lang: string): string =>
  hours % 24 ? formatLength(hours, 'hour', lang) : formatLength(hours / 24, 'day', lang);

/** `35 minutes`, `4 hours`, `2 days`: a length of time given in minutes, rounded up. */
export function formatMinutes(minutes: number, lang: string): string {
  if (minutes < 60) return formatLength(Math.max(1, minutes), 'minute', lang);
  const hours = Math.ceil(minutes / 60);
  return hours < 48
    ? formatLength(hours, 'hour', lang)
    : formatLength(Math.ceil(hours / 24), 'day', lang);
}

/** A name inside a sentence, whichever way either is written (Unicode isolates, UAX 9). */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
