import type { Author, SystemMessage, TextMessage } from '../../contract/message.js';
import type { Line } from '../../stores/conversation.js';

interface Place {
  readonly key: string;
  readonly own: boolean;
  /** The moment with which a new day begins here; null within a day. */
  readonly day: string | null;
  /** The place in the dialogue; 0 while it waits. */
  readonly seq: number;
}

/** A step of the report's life. */
export interface SystemEntry extends Place {
  readonly kind: 'system';
  readonly message: SystemMessage;
}

/** What somebody said, or is about to. */
export interface TextEntry extends Place {
  readonly kind: 'text';
  readonly line: Line;
  readonly author: Author;
  readonly text: string;
  /** When it was sent; null while it waits. */
  readonly sentAt: string | null;
  readonly replyTo: string | null;
  /** Whether a run of one author begins or ends here. */
  readonly first: boolean;
  readonly last: boolean;
}

export type Entry = SystemEntry | TextEntry;

/** Messages further apart than this, in milliseconds, are two runs. */
const pause = 10 * 60_000;

export const textOf = (line: Line | undefined): TextMessage | undefined =>
  line?.state === 'sent' && line.message.kind === 'text' ? line.message : undefined;

/** The lines of a dialogue as they are read: by day, and in runs of one author. */
export class Timeline {
  #lines: readonly Line[] = [];
  #entries: readonly Entry[] = [];
  readonly #known = new Map<string, Line>();
  #changes = 0;

  /** Grows when what other lines may quote has come, or has become something else. */
  get changes(): number {
    return this.#changes;
  }

  /** A line that is loaded. */
  lineOf(id: string): Line | undefined {
    return this.#known.get(id);
  }

  /** Goes over to these lines. Where neither a line nor its neighbours are new, nothing is. */
  update(lines: readonly Line[], me: Author): readonly Entry[] {
    const former = this.#lines;
    if (lines === former) return this.#entries;
    let start = 0;
    while (start < former.length && former[start] === lines[start]) start += 1;
    const shift = lines.length - former.length;
    let end = former.length;
    while (end > start && former[end - 1] === lines[end - 1 + shift]) end -= 1;
    // The neighbours of what has changed may begin or end a run, or a day.
    const from = Math.max(0, start - 1);
    const to = Math.min(lines.length, end + shift + 1);
    const before = this.#entries.slice(0, from);
    const after = this.#entries.slice(to - shift);
    this.#learn(lines.slice(start, end + shift), end < former.length);
    this.#lines = lines;
    const between = lines.slice(from, to).map((_, index) => entryOf(lines, from + index, me));
    return (this.#entries = before.concat(between, after));
  }

  #learn(lines: readonly Line[], isEarlier: boolean): void {
    for (const line of lines) {
      if (isEarlier || this.#known.get(line.id)?.state === 'sent') this.#changes += 1;
      this.#known.set(line.id, line);
    }
  }
}

function entryOf(lines: readonly Line[], index: number, me: Author): Entry {
  const line = lines[index]!;
  const message = line.state === 'sent' ? line.message : undefined;
  const author = authorOf(line, me);
  const own = author.id === me.id;
  const day = startsDay(lines[index - 1], line) ? timeOf(line) : null;
  const place = { key: line.id, own, day, seq: message?.seq ?? 0 };
  if (message?.kind === 'system') return { ...place, kind: 'system', message };
  const { text, replyTo } = message ?? (line as Exclude<Line, { state: 'sent' }>);
  const sentAt = message?.sentAt ?? null;
  const first = day !== null || !continues(lines[index - 1], line, me);
  const last = startsDay(line, lines[index + 1]) || !continues(line, lines[index + 1], me);
  return { ...place, kind: 'text', line, author, text, sentAt, replyTo, first, last };
}

const authorOf = (line: Line, me: Author): Author =>
  line.state === 'sent' ? line.message.author : me;

/** What waits is said now. */
const timeOf = (line: Line): string =>
  line.state === 'sent' ? line.message.sentAt : new Date().toISOString();

const dateOf = (line: Line): number => new Date(timeOf(line)).setHours(0, 0, 0, 0);

const startsDay = (one: Line | undefined, next: Line | undefined): boolean =>
  !one || !next || dateOf(one) !== dateOf(next);

const isText = (line: Line): boolean => line.state !== 'sent' || line.message.kind === 'text';

function continues(one: Line | undefined, next: Line | undefined, me: Author): boolean {
  if (!one || !next || !isText(one) || !isText(next)) return false;
  if (authorOf(one, me).id !== authorOf(next, me).id) return false;
  return Date.parse(timeOf(next)) - Date.parse(timeOf(one)) < pause;
}
