import { limits } from '../../contract/limits.js';
import type { Author, Reader } from '../../contract/message.js';
import type { ConversationSnapshot, Line } from '../../stores/conversation.js';
import type { Row, RowContext } from './layout.js';
import type { LogView } from './log-view.js';
import { textOf, type TextEntry, type Timeline } from './timeline.js';

/** What the rows of a dialogue show beside their own lines, at one moment. */
export class RowFacts implements RowContext {
  readonly firstUnread: string;
  readonly locale;
  readonly #lang: string;
  readonly #changes: number;
  readonly #view: LogView;
  readonly #timeline: Timeline;

  constructor(view: LogView, timeline: Timeline, former: RowFacts | undefined) {
    this.locale = view.locale;
    this.firstUnread = former?.firstUnread ?? firstUnread(view.snapshot, view.me!);
    this.#view = view;
    this.#lang = view.locale.lang();
    this.#timeline = timeline;
    this.#changes = timeline.changes;
  }

  /** Whether the rows can stay as they are. */
  equals(other: RowFacts): boolean {
    const { snapshot, withdrawal } = this.#view;
    return (
      this.#changes === other.#changes &&
      this.#lang === other.#lang &&
      withdrawal === other.#view.withdrawal &&
      this.#view.filesOf === other.#view.filesOf &&
      snapshot.readers === other.#view.snapshot.readers
    );
  }

  lineOf = (id: string): Line | undefined => this.#timeline.lineOf(id);

  readersAt = (seq: number): readonly Reader[] =>
    seq ? this.#view.snapshot.readers.filter((reader) => reader.seq === seq) : [];

  filesOf = (line: Line): unknown => this.#view.filesOf?.(line, this.#view);

  canWithdraw = ({ own, line }: TextEntry): boolean => {
    const message = textOf(line);
    if (!own || !message || !this.#view.withdrawal) return false;
    return Date.now() - Date.parse(message.sentAt) < limits.withdrawalSeconds * 1000;
  };
}

/** Where what is unread begins, if that much is loaded. Own lines never are unread. */
function firstUnread({ items, readSeq, earlier }: ConversationSnapshot, me: Author): string {
  const isUnread = (line: Line): boolean =>
    line.state === 'sent' && line.message.seq > readSeq && line.message.author.id !== me.id;
  const index = items.findIndex(isUnread);
  return index > 0 || !earlier ? (items[index]?.id ?? '') : '';
}

/** Characters that fit on a line, and pixels that a row and each of its lines take, about. */
const [width, around, each] = [44, 36, 22];

/** How high a row will be, about. */
export function heightOf(row: Row): number {
  if ('composer' in row) return 160;
  const { text = '' } = 'entry' in row ? row.entry : row.kind === 'text' ? row : {};
  return around + each * Math.ceil(text.length / width);
}
