import type { LiveEvent } from '../../contract/live.js';
import type { TextMessage } from '../../contract/message.js';
import { DialoguePages, type ConversationSnapshot } from './dialogue-pages.js';
import { OwnLines } from './own-lines.js';
import { ReadMarks } from './read-marks.js';
import type { Session } from '../session.js';
import type { Waiting } from '../outbox/waiting.js';

export type { ConversationSnapshot } from './dialogue-pages.js';
export { isSent, stateOf, type Line, type LineState } from './lines.js';

/** The dialogue of one report. */
export class ConversationStore extends DialoguePages {
  readonly #own: OwnLines;
  readonly #marks: ReadMarks;

  constructor(session: Session, report: string) {
    super(session, report);
    this.#own = new OwnLines(session, report, () => this.outdate());
    this.#marks = new ReadMarks(session, report, (seq) => this.#readTo(seq));
  }

  /** Resolves with the server's copy; rejects with an ApiError when it is refused for good. */
  send(
    text: string,
    replyTo?: string | null,
    attachments?: readonly string[],
  ): Promise<TextMessage> {
    return this.#own.send(text, replyTo ?? null, attachments);
  }

  /** Sends a refused line again. */
  resend(id: string): Promise<TextMessage> {
    return this.#own.resend(id);
  }

  /** Throws an own line away that the server has not taken. */
  discard(id: string): Promise<void> {
    return this.#own.discard(id);
  }

  /** Marks the dialogue as read up to here; only ever forward. */
  markRead(seq: number): void {
    this.#marks.mark(seq, this.facts.readSeq);
  }

  protected override get waiting(): readonly Waiting[] {
    return this.#own.waiting;
  }

  protected override started(): void {
    super.started();
    this.#own.follow();
  }

  protected override stopped(): void {
    this.#own.leave();
    super.stopped();
  }

  protected override hear(event: LiveEvent): void {
    super.hear(event);
    if (event.type === 'message' && event.data.report === this.report) this.take(event.data);
  }

  protected override reduce(
    snapshot: ConversationSnapshot,
    event: LiveEvent,
  ): ConversationSnapshot {
    if (event.type !== 'read' || event.data.report !== this.report) return snapshot;
    const { member, seq, reader } = event.data;
    if (this.session.isMe(member)) {
      return seq > snapshot.readSeq ? { ...snapshot, readSeq: seq } : snapshot;
    }
    if (!reader) return snapshot;
    const others = snapshot.readers.filter(({ id }) => id !== member);
    return { ...snapshot, readers: [...others, { ...reader, seq }] };
  }

  #readTo(seq: number): void {
    this.patch({ readSeq: Math.max(seq, this.facts.readSeq) });
  }
}

export const conversationOf = (session: Session, report: string): ConversationStore =>
  session.store(`conversation ${report}`, () => new ConversationStore(session, report));
