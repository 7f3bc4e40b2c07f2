import { limits } from '../../../contract/limits.js';
import type { Author, Reader } from '../../../contract/message.js';
import {
  isSent,
  type ConversationSnapshot,
  type Line,
} from '../../../stores/dialogue/conversation.js';
import type { KnownLines } from './known-lines.js';
import type { RowContext } from '../rows/layout.js';
import type { LogView } from './log-view.js';
import { entryOf, textOf, type Entry, type Neighbours, type TextEntry } from '../rows/timeline.js';

/** What the rows of a dialogue show beside their own lines, at one moment. */
export class RowFacts implements RowContext {
  readonly firstUnread: string;
  readonly locale;
  readonly #lang: string;
  readonly #view: LogView;
  readonly #lines: KnownLines;

  constructor(view: LogView, lines: KnownLines, former: RowFacts | undefined) {
    this.locale = view.locale;
    this.firstUnread = former?.firstUnread ?? firstUnread(view.snapshot, view.me!);
    this.#view = view;
    this.#lang = view.locale.lang();
    this.#lines = lines;
  }

  /** Whether the rows can stay as they are. */
  equals(other: RowFacts): boolean {
    const { snapshot, withdrawal, filesOf } = this.#view;
    return (
      this.#lang === other.#lang &&
      withdrawal === other.#view.withdrawal &&
      filesOf === other.#view.filesOf &&
      areSame(snapshot.readers, other.#view.snapshot.readers)
    );
  }

  entryOf = (line: Line, index: number): Entry => {
    return entryOf(line, this.#view.me!, this.around(index));
  };

  around = (index: number): Neighbours => [this.#lines.at(index - 1), this.#lines.at(index + 1)];

  lineOf = (id: string): Line | undefined => this.#lines.quoted(id);

  readersAt = (seq: number): readonly Reader[] =>
    seq ? this.#view.snapshot.readers.filter((reader) => reader.seq === seq) : [];

  filesOf = (line: Line): unknown => this.#view.filesOf?.(line, this.#view);

  canWithdraw = ({ own, line }: TextEntry): boolean => {
    const message = textOf(line);
    if (!own || !message || !this.#view.withdrawal) return false;
    return Date.now() - Date.parse(message.sentAt) < limits.withdrawalSeconds * 1000;
  };
}

/** Each look at a page tells of the readers anew. */
const areSame = (some: readonly Reader[], others: readonly Reader[]): boolean =>
  some.length === others.length &&
  some.every(({ id, seq, name, picture }, index) => {
    const other = others[index]!;
    return id === other.id && seq === other.seq && name === other.name && picture === other.picture;
  });

/** Where what is unread begins, if that much is loaded. Own lines never are unread. */
function firstUnread({ items, readSeq, earlier }: ConversationSnapshot, me: Author): string {
  const isUnread = (line: Line): boolean =>
    isSent(line) && line.seq > readSeq && line.author.id !== me.id;
  const index = items.findIndex(isUnread);
  return index > 0 || !earlier ? (items[index]?.id ?? '') : '';
}
