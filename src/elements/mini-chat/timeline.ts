import type { Author, Message, SystemMessage, TextMessage } from '../../contract/message.js';
import type { Line } from '../../stores/conversation.js';

/** Where a new day begins. */
export interface DayEntry {
  readonly kind: 'day';
  readonly key: string;
  readonly time: string;
}

/** A step of the report's life. */
export interface SystemEntry {
  readonly kind: 'system';
  readonly key: string;
  readonly message: SystemMessage;
  readonly own: boolean;
}

/** What somebody said, or is about to. */
export interface TextEntry {
  readonly kind: 'text';
  readonly key: string;
  readonly line: Line;
  readonly author: Author;
  readonly own: boolean;
  readonly text: string;
  /** When it was sent; null while it waits. */
  readonly sentAt: string | null;
  readonly replyTo: string | null;
  /** What it answers, as far as that is loaded. */
  readonly quoted: TextMessage | undefined;
  /** Whether a run of one author begins or ends here. */
  readonly first: boolean;
  readonly last: boolean;
}

export type Entry = DayEntry | SystemEntry | TextEntry;

/** Messages further apart than this, in milliseconds, are two runs. */
const pause = 10 * 60_000;

export const textOf = (line: Line): TextMessage | undefined =>
  line.state === 'sent' && line.message.kind === 'text' ? line.message : undefined;

/** The lines of a dialogue as they are read: by day, and in runs of one author. */
export function timeline(lines: readonly Line[], me: Author, now = Date.now()): Entry[] {
  const texts = new Map(lines.map((line) => [line.id, textOf(line)]));
  const entries: Entry[] = [];
  let day = '';
  for (const line of lines) {
    const time = line.state === 'sent' ? line.message.sentAt : new Date(now).toISOString();
    const date = new Date(time).toDateString();
    if (date !== day) entries.push({ kind: 'day', key: date, time });
    day = date;
    entries.push(entryOf(line, me, texts));
  }
  return markRuns(entries, now);
}

function entryOf(
  line: Line,
  me: Author,
  texts: ReadonlyMap<string, TextMessage | undefined>,
): SystemEntry | TextEntry {
  const message: Message | undefined = line.state === 'sent' ? line.message : undefined;
  const author = message?.author ?? me;
  const own = author.id === me.id;
  if (message?.kind === 'system') return { kind: 'system', key: line.id, message, own };
  const { text, replyTo } = message ?? (line as Exclude<Line, { state: 'sent' }>);
  const quoted = replyTo ? texts.get(replyTo) : undefined;
  const sentAt = message?.sentAt ?? null;
  const shared = { kind: 'text', key: line.id, line, author, own, text, sentAt } as const;
  return { ...shared, replyTo, quoted, first: true, last: true };
}

function markRuns(entries: readonly Entry[], now: number): Entry[] {
  return entries.map((entry, index) =>
    entry.kind === 'text'
      ? {
          ...entry,
          first: !continues(entries[index - 1], entry, now),
          last: !continues(entry, entries[index + 1], now),
        }
      : entry,
  );
}

function continues(one: Entry | undefined, next: Entry | undefined, now: number): boolean {
  if (one?.kind !== 'text' || next?.kind !== 'text' || one.author.id !== next.author.id) {
    return false;
  }
  return momentOf(next, now) - momentOf(one, now) < pause;
}

const momentOf = ({ sentAt }: TextEntry, now: number): number =>
  sentAt ? Date.parse(sentAt) : now;
