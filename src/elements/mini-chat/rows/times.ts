import { html, type TemplateResult } from 'lit';
import { formatAgo, formatMoment, formatter, formatTime } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';

const hour = 3_600_000;
const day = 24 * hour;

/** `5 minutes ago`, and after an hour `7:06 PM`: the day stands above. */
export function messageTime(time: string, locale: Locale): TemplateResult {
  const lang = locale.lang();
  const recent = Date.now() - Date.parse(time) < hour;
  const words = recent ? formatAgo(time, lang) : formatTime(time, lang);
  return html`<time
    class="time"
    datetime=${time}
    title=${formatMoment(time, lang)}
    .textContent=${words}
  ></time>`;
}

const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** `Today`, `Yesterday`, `Monday`, then the date. */
export function dayName(time: string, locale: Locale, now = Date.now()): string {
  const lang = locale.lang();
  // Rounded, since a day of a change of clocks has 23 or 25 hours.
  const days = Math.round((midnight(Date.parse(time)) - midnight(now)) / day);
  if (days > -2) {
    const relative = formatter(Intl.RelativeTimeFormat, lang, { numeric: 'auto' });
    return capital(relative.format(days, 'day'), lang);
  }
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return formatter(Intl.DateTimeFormat, lang, {
    weekday: 'long',
    ...(days < -6 && { day: 'numeric', month: 'long' }),
    ...(!sameYear && { year: 'numeric' }),
  }).format(new Date(time));
}

const capital = (word: string, lang: string): string =>
  word.charAt(0).toLocaleUpperCase(lang) + word.slice(1);
