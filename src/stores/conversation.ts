import { ApiError } from '../api/api-error.js';
import { limits } from '../contract/limits.js';
import type { LiveEvent } from '../contract/live.js';
import type {
  Message,
  MessagePage,
  MessageQuery,
  Reader,
  TextMessage,
} from '../contract/message.js';
import { Lines, type Line } from './lines.js';
import type { Snapshot } from './loader.js';
import type { Outbox, Waiting } from './outbox.js';
import type { Session } from './session.js';
import { Store } from './store.js';

export type { Line } from './lines.js';

export interface ConversationSnapshot extends Snapshot {
  /** In the order of `seq`; behind them what still waits, in the order typed. */
  readonly items: readonly Line[];
  /** Whether there are lines before the first one. */
  readonly earlier: boolean;
  readonly loadingEarlier: boolean;
  /** How far the asker has read. */
  readonly readSeq: number;
  /** How far the others have read. */
  readonly readers: readonly Reader[];
}

/** Lines that are loaded to open at the first unread one; with more of them it is the newest. */
const unreadMost = 1_000;
/** Milliseconds in which marks of reading are gathered into one. */
const gather = 300;

const initial: ConversationSnapshot = {
  status: 'idle',
  problem: null,
  items: [],
  earlier: false,
  loadingEarlier: false,
  readSeq: 0,
  readers: [],
};

/** The dialogue of one report. */
export class ConversationStore extends Store<ConversationSnapshot> {
  readonly #report: string;
  readonly #lines = new Lines();
  #waiting: readonly Waiting[] = [];
  #leaveOutbox: (() => void) | undefined;
  #changed = false;
  #marking = 0;
  #loadingEarlier: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, report: string) {
    super(session, initial);
    this.#report = report;
  }

  /** Resolves with the server's copy; rejects with an ApiError when it is refused for good. */
  async send(
    text: string,
    replyTo?: string | null,
    attachments?: readonly string[],
  ): Promise<TextMessage> {
    const outbox = await this.#outbox();
    return outbox.add(this.#report, text, replyTo ?? null, attachments);
  }

  /** Sends a refused line again. */
  async resend(id: string): Promise<TextMessage> {
    const outbox = await this.#outbox();
    return outbox.retry(id);
  }

  /** Throws an own line away that the server has not taken. */
  async discard(id: string): Promise<void> {
    const outbox = await this.#outbox();
    return outbox.discard(id);
  }

  /** Marks the dialogue as read up to here; only ever forward. */
  markRead(seq: number): void {
    if (seq <= Math.max(this.snapshot.readSeq, this.#marking)) return;
    this.#marking = seq;
    this.#timer ??= setTimeout(() => void this.#mark(), gather);
  }

  /**
   * Adds the lines before the first one: a page, or all down to the line `until`, behind what is on
   * its way already. With `signal` it ends before it is there.
   */
  async loadEarlier(until?: string, signal?: AbortSignal): Promise<void> {
    while (until && this.snapshot.loadingEarlier) await this.#loadingEarlier;
    const { earlier, loadingEarlier } = this.snapshot;
    if (!this.#lines.last || !earlier || loadingEarlier || signal?.aborted) return;
    this.#loadingEarlier = this.#loadDown(until, signal);
    await this.#loadingEarlier;
  }

  async #loadDown(until?: string, signal?: AbortSignal): Promise<void> {
    this.patch({ loadingEarlier: true, problem: null });
    try {
      while (!(until && this.#lines.has(until)) && !signal?.aborted && this.snapshot.earlier) {
        this.patch({ earlier: await this.#earlier(until ? limits.pageMost : limits.page) });
        if (!until) break;
      }
    } catch (error) {
      this.patch({ problem: ApiError.from(error) });
    } finally {
      this.patch({ loadingEarlier: false });
    }
  }

  protected override started(): void {
    super.started();
    // Without its code nothing waits, since nothing could be typed into it.
    this.#followOutbox().catch(() => {});
  }

  protected override stopped(): void {
    this.#leaveOutbox?.();
    this.#leaveOutbox = undefined;
    super.stopped();
  }

  protected fetch(signal: AbortSignal): Promise<Partial<ConversationSnapshot>> {
    return this.#lines.last ? this.#catchUp(signal) : this.#open(signal);
  }

  /** The newest page, and those before it as far as they are unread. */
  async #open(signal: AbortSignal): Promise<Partial<ConversationSnapshot>> {
    const { items, next, readSeq, readers } = await this.#page({}, signal);
    this.#add(items);
    // Said at once: if a page fails on the way, the next load only goes on from the newest line.
    this.patch({ earlier: next !== null });
    const isUnread = () => this.#lines.first > readSeq + 1 && this.#lines.count < unreadMost;
    while (this.snapshot.earlier && isUnread()) {
      this.patch({ earlier: await this.#earlier(limits.pageMost, signal) });
    }
    return { readers, readSeq };
  }

  /** What came after the newest line, or was withdrawn since. */
  async #catchUp(signal: AbortSignal): Promise<Partial<ConversationSnapshot>> {
    let page: MessagePage;
    let after: number | null = this.#lines.lasting;
    do {
      page = await this.#page({ after, limit: limits.pageMost }, signal);
      this.#add(page.items);
      after = page.next ? Number(page.next) : null;
    } while (after);
    return { readers: page.readers, readSeq: Math.max(page.readSeq, this.snapshot.readSeq) };
  }

  /** Adds a page before the first line. Resolves with whether there are lines before that one. */
  async #earlier(limit: number, signal?: AbortSignal): Promise<boolean> {
    const page = await this.#page({ before: this.#lines.first, limit }, signal);
    this.#lines.prepend(page.items);
    this.#changed = true;
    return page.next !== null;
  }

  protected override hear(event: LiveEvent): void {
    super.hear(event);
    if (event.type === 'message' && event.data.report === this.#report) this.#take(event.data);
  }

  protected override reduce(
    snapshot: ConversationSnapshot,
    event: LiveEvent,
  ): ConversationSnapshot {
    if (event.type !== 'read' || event.data.report !== this.#report) return snapshot;
    const { member, seq, reader } = event.data;
    if (this.session.isMe(member)) {
      return seq > snapshot.readSeq ? { ...snapshot, readSeq: seq } : snapshot;
    }
    if (!reader) return snapshot;
    const others = snapshot.readers.filter(({ id }) => id !== member);
    return { ...snapshot, readers: [...others, { ...reader, seq }] };
  }

  protected override publish(next: ConversationSnapshot): void {
    const items = this.#changed ? this.#compose() : next.items;
    this.#changed = false;
    super.publish({ ...next, items });
  }

  #compose(): readonly Line[] {
    return this.#lines.with(this.#waiting.filter(({ report }) => report === this.#report));
  }

  /** What is to be sent; the first paint does not need it. */
  async #outbox(): Promise<Outbox> {
    const { outboxOf } = await import('./outbox.js');
    return outboxOf(this.session);
  }

  async #followOutbox(): Promise<void> {
    const outbox = await this.#outbox();
    if (!this.observed || this.#leaveOutbox) return;
    const take = (): void => {
      this.#waiting = outbox.snapshot.entries;
      this.#change();
    };
    this.#leaveOutbox = outbox.subscribe(take);
    take();
  }

  /** Many changes of one moment become one snapshot. */
  #change(): void {
    if (this.#changed) return;
    this.#changed = true;
    queueMicrotask(() => this.#changed && this.patch({}));
  }

  async #page(query: Partial<MessageQuery>, signal?: AbortSignal): Promise<MessagePage> {
    const client = await this.session.client();
    return client.listMessages(this.#report, query, signal);
  }

  #take(message: Message): void {
    this.#lines.take(message);
    this.#change();
    if (this.#lines.gap) void this.load();
  }

  #add(messages: readonly Message[]): void {
    this.#lines.append(messages);
    this.#change();
  }

  async #mark(): Promise<void> {
    this.#timer = undefined;
    const { connection } = this.session;
    const asked = this.#marking;
    try {
      const client = await this.session.client();
      const { seq } = await client.markRead(this.#report, asked);
      const member = connection.snapshot.me?.id ?? '';
      connection.announce({ type: 'read', data: { report: this.#report, member, seq } });
      this.patch({ readSeq: Math.max(seq, this.snapshot.readSeq) });
    } catch {
      // The next mark says it again.
      if (this.#marking === asked) this.#marking = 0;
    }
  }
}

export const conversationOf = (session: Session, report: string): ConversationStore =>
  session.store(`conversation ${report}`, () => new ConversationStore(session, report));
