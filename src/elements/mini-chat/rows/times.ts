import { html, type TemplateResult } from 'lit';
import { formatAgo, formatMoment, formatTime, keep } from '../../../base/format.js';
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
    const relative = keep(`days from now ${lang}`, () => {
      return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
    });
    return capital(relative.format(days, 'day'), lang);
  }
  const isThisWeek = days > -7;
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const make = () => dayFormat(lang, isThisWeek, isThisYear);
  return keep(`day of dialogue ${lang} ${isThisWeek} ${isThisYear}`, make).format(new Date(time));
}

const dayFormat = (lang: string, isThisWeek: boolean, isThisYear: boolean) =>
  new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    ...(!isThisWeek && { day: 'numeric', month: 'long' }),
    ...(!isThisYear && { year: 'numeric' }),
  });

const capital = (word: string, lang: string): string =>
  word.charAt(0).toLocaleUpperCase(lang) + word.slice(1);
