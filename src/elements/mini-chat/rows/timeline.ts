import type { Author, SystemMessage, TextMessage } from '../../../contract/message.js';
import type { Line } from '../../../stores/dialogue/conversation.js';

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

/** A line as it is read among its neighbours: made when its row is drawn, and kept nowhere. */
export type Entry = SystemEntry | TextEntry;

/** Messages further apart than this, in milliseconds, are two runs. */
const pause = 10 * 60_000;

export const textOf = (line: Line | undefined): TextMessage | undefined =>
  line?.state === 'sent' && line.message.kind === 'text' ? line.message : undefined;

type Waiting = Exclude<Line, { state: 'sent' }>;

/** What somebody has written; undefined for a step of the report's life. */
export const writtenIn = (line: Line): TextMessage | Waiting | undefined =>
  line.state === 'sent' ? textOf(line) : line;

/** Reads a line between the one above it and the one below it, with the eyes of `me`. */
export function entryOf(
  line: Line,
  me: Author,
  above: Line | undefined,
  below: Line | undefined,
): Entry {
  const message = line.state === 'sent' ? line.message : undefined;
  const author = authorOf(line, me);
  const own = author.id === me.id;
  const day = startsDay(above, line) ? timeOf(line) : null;
  const place = { key: line.id, own, day, seq: message?.seq ?? 0 };
  if (message?.kind === 'system') return { ...place, kind: 'system', message };
  const { text, replyTo } = message ?? (line as Waiting);
  const sentAt = message?.sentAt ?? null;
  const first = day !== null || !continues(above, line, me);
  const last = startsDay(line, below) || !continues(line, below, me);
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

function continues(one: Line | undefined, next: Line | undefined, me: Author): boolean {
  if (!one || !next || !writtenIn(one) || !writtenIn(next)) return false;
  if (authorOf(one, me).id !== authorOf(next, me).id) return false;
  return Date.parse(timeOf(next)) - Date.parse(timeOf(one)) < pause;
}
