import type { ApiError } from '../../../api/api-error.js';
import type { Author, SystemMessage, TextMessage } from '../../../contract/message.js';
import {
  isSent,
  stateOf,
  type Line,
  type LineState,
} from '../../../stores/dialogue/conversation.js';
import type { Waiting } from '../../../stores/outbox/waiting.js';

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
  readonly state: LineState;
  /** Why the server does not have it. */
  readonly problem: ApiError | null;
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
  line && isSent(line) && line.kind === 'text' ? line : undefined;

/** What somebody has written; undefined for a step of the report's life. */
export const writtenIn = (line: Line): TextMessage | Waiting | undefined =>
  isSent(line) ? textOf(line) : line;

/** The lines around one. */
export type Neighbours = readonly [above: Line | undefined, below: Line | undefined];

/** Reads a line between the one above it and the one below it, with the eyes of `me`. */
export function entryOf(line: Line, me: Author, [above, below]: Neighbours): Entry {
  const message = isSent(line) ? line : undefined;
  const author = authorOf(line, me);
  const own = author.id === me.id;
  const day = startsDay(above, line) ? timeOf(line) : null;
  const place = { key: line.id, own, day, seq: message?.seq ?? 0 };
  if (message?.kind === 'system') return { ...place, kind: 'system', message };
  const { text, replyTo } = message ?? (line as Waiting);
  const state = stateOf(line);
  const problem = isSent(line) ? null : line.problem;
  const sentAt = message?.sentAt ?? null;
  const first = day !== null || !continues(above, line, me);
  const last = startsDay(line, below) || !continues(line, below, me);
  const said = { line, state, problem, author, text, sentAt, replyTo };
  return { ...place, ...said, kind: 'text', first, last };
}

const authorOf = (line: Line, me: Author): Author => (isSent(line) ? line.author : me);

/** What waits is said now. */
const timeOf = (line: Line): string => (isSent(line) ? line.sentAt : new Date().toISOString());

const dateOf = (line: Line): number => new Date(timeOf(line)).setHours(0, 0, 0, 0);

const startsDay = (one: Line | undefined, next: Line | undefined): boolean =>
  !one || !next || dateOf(one) !== dateOf(next);

function continues(one: Line | undefined, next: Line | undefined, me: Author): boolean {
  if (!one || !next || !writtenIn(one) || !writtenIn(next)) return false;
  if (authorOf(one, me).id !== authorOf(next, me).id) return false;
  return Date.parse(timeOf(next)) - Date.parse(timeOf(one)) < pause;
}
