import { html, nothing, type TemplateResult } from 'lit';
import { offlineIcon, type Icon } from './icons.js';
import type { Locale } from './locale.js';

/** The outline of what will come. It shows itself only after 150 ms. */
export const skeleton = (locale: Locale, rows = 3): TemplateResult => html`
  <div class="skeleton" part="loading" role="status">
    <span class="sr-only">${locale.term('loading')}</span>
    ${Array.from({ length: rows }, () => html`<div class="bone tall"></div>`)}
  </div>
`;

/** What will be here, and what to do. */
export const emptyNotice = (
  picture: Icon,
  title: string,
  words: string,
  way: unknown = nothing,
): TemplateResult => html`
  <div class="notice empty" part="empty">
    ${picture()}
    <h3>${title}</h3>
    <p class="muted">${words}</p>
    ${way}
  </div>
`;

/** In the room of the head, so that nothing moves when it comes or goes. */
export const offlineMark = (locale: Locale): TemplateResult => html`
  <span
    class="offline muted small"
    part="offline"
    role="status"
    title=${locale.term('offlineWords')}
    >${offlineIcon()}${locale.term('offline')}<span class="sr-only"
      >. ${locale.term('offlineWords')}</span
    ></span
  >
`;
