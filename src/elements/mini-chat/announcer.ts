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
    const known = this.#known;
    const news = since(lines, known ?? 0);
    this.#known = news.at(-1)?.seq ?? known ?? 0;
    const incoming = known === undefined ? [] : news.filter(({ author }) => author.id !== me);
    if (incoming.length) this.#said = [...this.#said, ...incoming].slice(-kept);
    return incoming;
  }

  template(locale: Locale): TemplateResult {
    return html`${repeat(
      this.#said,
      ({ id }) => id,
      (message) => html`<p>${this.#words(message, locale)}</p>`,
    )}`;
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

/**
 * What has been sent after a place. What comes behind a gap waits until the gap is closed, so that
 * nothing is said out of turn.
 */
function since(lines: readonly Line[], known: number): Message[] {
  const news: Message[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index]!;
    if (line.state !== 'sent') continue;
    if (line.message.seq <= known) break;
    news.unshift(line.message);
  }
  const gap = news.findIndex(({ seq }, index) => seq !== (known || news[0]!.seq - 1) + index + 1);
  return gap < 0 ? news : news.slice(0, gap);
}
