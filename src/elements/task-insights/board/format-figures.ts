import { formatter } from '../../../base/format.js';
import { noonOf, type Day, type Period } from '../period.js';

/** In a table, for what there is not. */
export const none = '–';

type UnitDisplay = 'short' | 'narrow' | 'long';

const unit = (value: number, name: string, lang: string, unitDisplay: UnitDisplay): string =>
  formatter(Intl.NumberFormat, lang, { style: 'unit', unit: name, unitDisplay }).format(value);

/** The two units that a length of time is told in: how many of the smaller are in the greater. */
const pairs = [
  ['day', 'hour', 24, 48 * 60],
  ['hour', 'minute', 60, 60],
] as const;

/** `3 hr 20 min`, `2 days 4 hr`, `12 min`, `40 sec`: a length of time given in seconds. */
export function formatSpan(seconds: number, lang: string, display: UnitDisplay = 'short'): string {
  if (seconds < 60) return unit(Math.round(seconds), 'second', lang, display);
  const minutes = Math.round(seconds / 60);
  const pair = pairs.find(([, , , least]) => minutes >= least);
  if (!pair) return unit(minutes, 'minute', lang, display);
  const [greater, smaller, size] = pair;
  const small = smaller === 'minute' ? minutes : Math.round(minutes / 60);
  const parts = [unit(Math.floor(small / size), greater, lang, display)];
  if (small % size > 0) parts.push(unit(small % size, smaller, lang, display));
  return parts.join(' ');
}

/** How long something waits by now; a clock that is behind the server makes nothing negative. */
export const formatWait = (since: string, lang: string): string =>
  formatSpan(Math.max(0, Date.now() - Date.parse(since)) / 1_000, lang);

/** `1.5K`, where there is little room. */
export const formatCompact = (value: number, lang: string): string =>
  formatter(Intl.NumberFormat, lang, { notation: 'compact' }).format(value);

/** `84%`: a share given from 0 to 1. */
export const formatShare = (share: number, lang: string): string =>
  formatter(Intl.NumberFormat, lang, { style: 'percent' }).format(share);

const ofDays = (lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  formatter(Intl.DateTimeFormat, lang, { timeZone: 'UTC', ...options });

/** `Nov 3`. */
export const formatShortDay = (day: Day, lang: string): string =>
  ofDays(lang, { month: 'short', day: 'numeric' }).format(noonOf(day));

/** `Tue, Nov 3`. */
export const formatDay = (day: Day, lang: string): string =>
  ofDays(lang, { weekday: 'short', month: 'short', day: 'numeric' }).format(noonOf(day));

/** `Nov 3 – 30, 2026`. */
export const formatPeriod = ({ from, to }: Period, lang: string): string =>
  ofDays(lang, { dateStyle: 'medium' }).formatRange(noonOf(from), noonOf(to));

/** `Central European Time`: what the zone is called all year round. */
export function formatZone(timeZone: string, lang: string): string {
  const parts = formatter(Intl.DateTimeFormat, lang, {
    timeZone,
    timeZoneName: 'longGeneric',
  }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
