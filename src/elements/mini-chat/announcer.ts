import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatNumber } from '../../base/format.js';
import type { Locale } from '../../base/locale.js';
import type { Message } from '../../contract/message.js';
import type { Line } from '../../stores/conversation.js';
import { happeningWords } from './system-line.js';

/** Characters of one message that are read out. */
const most = 300;
/** Announcements that stay; a screen reader may still be at the first of them. */
const kept = 5;

/** Says each message that comes in, once: neither the own ones, nor those that were there. */
export class Announcer {
  /** The newest line up to which none is missing; undefined before the first look. */
  #known: number | undefined;
  #said: Message[] = [];

  /** Takes in the lines of the dialogue; gives back those of others that have just come in. */
  hear(lines: readonly Line[], me: string): Message[] {
    const start = this.#known ?? Infinity;
    const sent = gapless(lines);
    this.#known = sent.at(-1)?.seq ?? 0;
    const incoming = sent.filter(({ seq, author }) => seq > start && author.id !== me);
    this.#said = [...this.#said, ...incoming].slice(-kept);
    return incoming;
  }

  template(locale: Locale): TemplateResult {
    return html`
      <div class="sr-only" role="status">
        ${repeat(
          this.#said,
          ({ id }) => id,
          (message) => html`<p>${this.#words(message, locale)}</p>`,
        )}
      </div>
    `;
  }

  #words(message: Message, locale: Locale): string {
    if (message.kind === 'text') return `${message.author.name}: ${message.text.slice(0, most)}`;
    const { points, reason } = message.happening;
    const earned = points
      ? `+${formatNumber(points, locale.lang())} ${locale.term('points', points)}`
      : '';
    return [happeningWords(message, false, locale), earned, reason?.slice(0, most)]
      .filter(Boolean)
      .join('. ');
  }
}

/** What comes behind a gap waits until the gap is closed, so that nothing is said out of turn. */
function gapless(lines: readonly Line[]): Message[] {
  const sent = lines.flatMap((line) => (line.state === 'sent' ? [line.message] : []));
  const first = sent[0]?.seq ?? 0;
  const gap = sent.findIndex(({ seq }, index) => seq !== first + index);
  return gap < 0 ? sent : sent.slice(0, gap);
}
