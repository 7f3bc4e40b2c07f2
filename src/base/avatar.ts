import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Person } from '../contract/member.js';

/** The first letters of the first and the last part of a name. */
function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return ends.map((part = '') => [...part][0] ?? '').join('');
}

/** A picture that cannot be had gives way to the letters beneath it. */
const giveWay = (event: Event): void => {
  (event.target as HTMLImageElement).hidden = true;
};

/** Somebody's picture, if it is an `https` address, over their initials, beside their name. */
export function avatar({ name, picture }: Person): TemplateResult {
  const letters = initials(name);
  if (!picture?.startsWith('https://')) {
    return html`<span class="avatar" aria-hidden="true" .textContent=${letters}></span>`;
  }
  const image = html`<img
    src=${picture}
    alt=""
    loading="lazy"
    referrerpolicy="no-referrer"
    @error=${giveWay}
  />`;
  // Until another picture has come, an image shows the one before: another person's.
  return html`<span class="avatar" aria-hidden="true">${letters}${keyed(picture, image)}</span>`;
}
