import { html, type TemplateResult } from 'lit';
import type { Locale } from './locale.js';

/** The way to the list of keys, for those who do not know the key `?`. */
export function keysButton(locale: Locale, show: () => unknown): TemplateResult {
  const label = locale.term('showKeys');
  return html`<button
    class="button quiet square"
    part="show-keys"
    type="button"
    aria-label=${label}
    title=${label}
    @click=${show}
  >
    ?
  </button>`;
}
