import { html, type TemplateResult } from 'lit';
import { formatAgo, formatMoment } from './format.js';
import type { Locale } from './locale.js';

/** `3 hours ago`, with the whole moment as its tooltip. */
export function timeAgo(time: string, locale: Locale): TemplateResult {
  const lang = locale.lang();
  return html`<time
    datetime=${time}
    title=${formatMoment(time, lang)}
    .textContent=${formatAgo(time, lang)}
  ></time>`;
}
