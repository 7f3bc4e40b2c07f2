import type { TemplateResult } from 'lit';
import type { Locale } from '../../base/locale.js';
import type { Reader } from '../../contract/message.js';
import type { Line } from '../../stores/conversation.js';
import type { Entry, TextEntry } from './timeline.js';

/** A message in the table, which may stand under the first one of its thread. */
export interface Comment {
  readonly key: string;
  readonly entry: TextEntry;
  readonly isReply: boolean;
}

/** The composer, while it stands in the table under the message that is answered. */
export interface InPlace {
  readonly key: string;
  readonly replyTo: string;
  readonly composer: HTMLElement;
}

export type Row = Entry | Comment | InPlace;

/** What rows show beside their own line. */
export interface RowContext {
  readonly locale: Locale;
  /** The line with which begins what was unread when the dialogue was opened, or none. */
  readonly firstUnread: string;
  /** A line that is loaded. */
  lineOf(id: string): Line | undefined;
  /** Who has read up to this place, and not further. */
  readersAt(seq: number): readonly Reader[];
  /** What stands under the words of a line. */
  filesOf(line: Line): unknown;
  /** Whether the asker may still take this message back. */
  canWithdraw(entry: TextEntry): boolean;
}

/** How the lines of a dialogue stand: as a chat, or as a table. */
export interface Layout {
  /** What is around the rows; they go into its `[data-rows]`. */
  frame(locale: Locale): TemplateResult;
  order(entries: readonly Entry[], inPlace: InPlace | undefined): readonly Row[];
  row(row: Row, context: RowContext): TemplateResult;
}
