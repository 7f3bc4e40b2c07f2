import { html, nothing } from 'lit';
import { formatNumber } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import type { Message } from '../../../contract/message.js';
import type { MessageSearchSnapshot } from '../../../stores/dialogue/message-search.js';
import { dots } from './dots.js';

/** Characters of a hit that are read out. */
const excerpt = 200;

const wordsOf = (hit: Message): string =>
  hit.kind === 'text' ? `${hit.author.name}: ${hit.text.slice(0, excerpt)}` : '';

/**
 * Which hit of how many is shown, with a sign while it is `onItsWay`. Who hears the number, hears
 * also what the message says.
 */
export function matchCount(
  { status, hits, more }: MessageSearchSnapshot,
  index: number,
  onItsWay: boolean,
  locale: Locale,
): unknown {
  const hit = hits[index];
  if (status === 'loading') {
    return html`${dots()}<span class="sr-only">${locale.term('searching')}</span>`;
  }
  if (!hit) return status === 'ready' ? locale.term('noMatch') : nothing;
  const number = formatNumber(index + 1, locale.lang());
  const count = formatNumber(hits.length, locale.lang());
  return html`${onItsWay ? dots() : nothing}
    ${locale.term('matchOf', number, more ? `${count}+` : count)}
    <span class="sr-only">${wordsOf(hit)}</span>`;
}
