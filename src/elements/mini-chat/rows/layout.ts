import type { TemplateResult } from 'lit';
import type { Locale } from '../../../base/locale.js';
import type { Reader } from '../../../contract/message.js';
import type { Line } from '../../../stores/dialogue/conversation.js';
import type { Entry, Neighbours, TextEntry } from './timeline.js';

/** The composer, while it stands in the table under the message that is answered. */
export interface InPlace {
  readonly key: string;
  readonly replyTo: string;
  readonly composer: HTMLElement;
}

/** What a row stands for. Ten thousand of them are no more than the lines themselves. */
export type Row = Line | InPlace;

export const keyOf = (row: Row): string => ('composer' in row ? row.key : row.id);

/** What rows show beside their own line. */
export interface RowContext {
  readonly locale: Locale;
  /** The line with which begins what was unread when the dialogue was opened, or none. */
  readonly firstUnread: string;
  /** What the line at this place is to the reader, among its neighbours there. */
  entryOf(line: Line, index: number): Entry;
  /** The lines above and below this place. */
  around(index: number): Neighbours;
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
  order(lines: readonly Line[], inPlace: InPlace | undefined): readonly Row[];
  row(row: Row, index: number, context: RowContext): TemplateResult;
  /** What a row shows of other lines. */
  beside(row: Row, index: number, context: RowContext): readonly unknown[];
}
