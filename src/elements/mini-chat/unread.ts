import type { LitElement } from 'lit';
import type { Author } from '../../contract/message.js';
import { isSent, type ConversationSnapshot } from '../../stores/dialogue/conversation.js';

/** More need not be counted: they are told as `99+`. */
const most = 100;

/** How many lines of others have come in that the reader has not seen. */
export class Unread {
  readonly #host: LitElement;
  /** How far the reader has come here; the store hears of it a moment later. */
  #readSeq = 0;
  #count = 0;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The first line is the report itself. `isSeen` says that whatever comes in is seen at once. */
  count({ items, readSeq }: ConversationSnapshot, me: Author, isSeen: boolean): number {
    const read = Math.max(1, readSeq, this.#readSeq);
    this.#count = 0;
    for (let index = items.length - 1; index >= 0 && this.#count < most && !isSeen; index -= 1) {
      const line = items[index]!;
      if (!isSent(line)) continue;
      if (line.seq <= read) break;
      if (line.author.id !== me.id) this.#count += 1;
    }
    return this.#count;
  }

  /** The reader has come this far. */
  read(seq: number): void {
    if (seq <= this.#readSeq) return;
    this.#readSeq = seq;
    if (this.#count > 0) this.#host.requestUpdate();
  }

  /** Another dialogue begins. */
  forget(): void {
    this.#readSeq = 0;
  }
}
