import { formatNumber } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import type { Message } from '../../../contract/message.js';
import { isSent, type Line } from '../../../stores/dialogue/conversation.js';
import { happeningWords } from '../rows/system-line.js';

/** Characters of one message that are read out. */
const most = 300;
/** Announcements that stay; a screen reader may still be at the first of them. */
const kept = 5;

/** Says each message that comes in, once: neither the own ones, nor those that were there. */
export class Announcer {
  readonly #region: HTMLElement;
  /** The newest line up to which none is missing; undefined before the first look. */
  #known: number | undefined;
  /** What was heard and is not said yet. */
  #sentences: readonly string[] = [];

  /** `region` is live, and holds nothing else. */
  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** Takes in the lines of the dialogue; gives back how many of others have just come in. */
  hear(lines: readonly Line[], me: string, locale: Locale): number {
    const known = this.#known;
    const news = since(lines, known ?? 0);
    this.#known = news.at(-1)?.seq ?? known ?? 0;
    const incoming = known === undefined ? [] : news.filter(({ author }) => author.id !== me);
    const sentences = incoming.slice(-kept).map((message) => wordsOf(message, locale));
    this.#sentences = [...this.#sentences, ...sentences].slice(-kept);
    return incoming.length;
  }

  /**
   * Says what was heard; together with the rows, so that the browser lays out the page once. By
   * hand, since what was said is never drawn again.
   */
  say(): void {
    if (this.#sentences.length === 0) return;
    const paragraphs = this.#sentences.map((words) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = words;
      return paragraph;
    });
    const over = this.#region.childElementCount + paragraphs.length - kept;
    for (let count = 0; count < over; count += 1) this.#region.firstElementChild!.remove();
    this.#region.append(...paragraphs);
    this.#sentences = [];
  }
}

function wordsOf(message: Message, locale: Locale): string {
  if (message.kind === 'text') return `${message.author.name}: ${message.text.slice(0, most)}`;
  const { points, reason } = message.happening;
  const earned = points
    ? `+${formatNumber(points, locale.lang())} ${locale.term('points', points)}`
    : '';
  return [happeningWords(message, false, locale), earned, reason?.slice(0, most)]
    .filter(Boolean)
    .join('. ');
}

/**
 * What has been sent after a place. What comes behind a gap waits until the gap is closed, so that
 * nothing is said out of turn.
 */
function since(lines: readonly Line[], known: number): Message[] {
  const news: Message[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index]!;
    if (!isSent(line)) continue;
    if (line.seq <= known) break;
    news.unshift(line);
  }
  const gap = news.findIndex(({ seq }, index) => seq !== (known || news[0]!.seq - 1) + index + 1);
  return gap < 0 ? news : news.slice(0, gap);
}
