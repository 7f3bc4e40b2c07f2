const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `1,250`, in the digits of the language. */
export const formatNumber = (value: number, lang: string): string =>
  new Intl.NumberFormat(lang).format(value);

/** `3 hours ago`; within the last minute `now`; beyond a week the date. */
export function formatAgo(time: string, lang: string, now = Date.now()): string {
  const past = Date.parse(time) - now;
  if (past < -7 * 86_400_000) return formatDate(time, lang);
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  const [unit, size] = units.find(([, milliseconds]) => -past >= milliseconds) ?? ['second', 0];
  return relative.format(size ? Math.ceil(past / size) : 0, unit);
}

/** `Nov 23, 2026`. */
export const formatDate = (time: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(new Date(time));

/** `7:06 PM`. */
export const formatTime = (time: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { timeStyle: 'short' }).format(new Date(time));

/** The whole moment, for a tooltip. */
export const formatMoment = (time: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(time));

/** `4 hours`, `2 days`: a length of time given in hours. */
export function formatHours(hours: number, lang: string): string {
  const days = hours % 24 === 0;
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: days ? 'day' : 'hour',
    unitDisplay: 'long',
  }).format(days ? hours / 24 : hours);
}

/** A name inside a sentence, whichever way either is written (Unicode isolates, UAX 9). */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
