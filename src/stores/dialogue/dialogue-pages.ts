import { ApiError } from '../../api/api-error.js';
import { limits } from '../../contract/limits.js';
import type { Message, MessagePage, MessageQuery, Reader } from '../../contract/message.js';
import { Lines, type Line } from './lines.js';
import type { Snapshot } from '../loader.js';
import type { Session } from '../session.js';
import { Store } from '../store.js';
import type { Waiting } from '../outbox/waiting.js';

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

const initial: ConversationSnapshot = {
  status: 'idle',
  problem: null,
  items: [],
  earlier: false,
  loadingEarlier: false,
  readSeq: 0,
  readers: [],
};

/** The lines of one dialogue: the newest page, those before it, and what came after. */
export abstract class DialoguePages extends Store<ConversationSnapshot> {
  protected readonly report: string;
  readonly #lines = new Lines();
  #hasEarlier = false;
  #loadingEarlier: Promise<void> | undefined;

  constructor(session: Session, report: string) {
    super(session, initial);
    this.report = report;
  }

  /** What stands behind the lines, as far as it is none of them. */
  protected abstract get waiting(): readonly Waiting[];

  /**
   * Adds the lines before the first one: a page, or all down to the line `until`, behind what is on
   * its way already. With `signal` it ends before it is there.
   */
  async loadEarlier(until?: string, signal?: AbortSignal): Promise<void> {
    while (until && this.facts.loadingEarlier) await this.#loadingEarlier;
    if (!this.#lines.last || !this.#hasEarlier || this.facts.loadingEarlier) return;
    if (signal?.aborted) return;
    this.#loadingEarlier = this.#loadDown(until, signal);
    await this.#loadingEarlier;
  }

  async #loadDown(until?: string, signal?: AbortSignal): Promise<void> {
    this.patch({ loadingEarlier: true, problem: null });
    try {
      while (!(until && this.#lines.has(until)) && !signal?.aborted && this.#hasEarlier) {
        await this.#addEarlier(until ? limits.pageMost : limits.page);
        if (!until) break;
      }
    } catch (error) {
      this.patch({ problem: ApiError.from(error) });
    } finally {
      this.patch({ loadingEarlier: false });
    }
  }

  protected fetch(signal: AbortSignal): Promise<Partial<ConversationSnapshot>> {
    return this.#lines.last ? this.#catchUp(signal) : this.#open(signal);
  }

  /** The newest page, and those before it as far as they are unread. */
  async #open(signal: AbortSignal): Promise<Partial<ConversationSnapshot>> {
    const { items, next, readSeq, readers } = await this.#page({}, signal);
    this.#add(items);
    // If a page fails on the way, the next load only goes on from the newest line.
    this.#hasEarlier = next !== null;
    const isUnread = () => this.#lines.first > readSeq + 1 && this.#lines.count < unreadMost;
    while (this.#hasEarlier && isUnread()) await this.#addEarlier(limits.pageMost, signal);
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
    return { readers: page.readers, readSeq: Math.max(page.readSeq, this.facts.readSeq) };
  }

  /** Adds a page before the first line. */
  async #addEarlier(limit: number, signal?: AbortSignal): Promise<void> {
    const page = await this.#page({ before: this.#lines.first, limit }, signal);
    this.#lines.prepend(page.items);
    this.#hasEarlier = page.next !== null;
    this.#renew();
  }

  async #page(query: Partial<MessageQuery>, signal?: AbortSignal): Promise<MessagePage> {
    const client = await this.session.client();
    return client.listMessages(this.report, query, signal);
  }

  #add(messages: readonly Message[]): void {
    this.#lines.append(messages);
    this.#renew();
  }

  /** Nobody shows the lines before all is ready, and that is told. */
  #renew(): void {
    this.outdate(this.facts.status === 'ready');
  }

  /** Takes a line from the news, and fetches what is missing before it. */
  protected take(message: Message): void {
    this.#lines.take(message);
    this.#renew();
    if (this.#lines.gap) void this.load();
  }

  protected override compose(facts: ConversationSnapshot): ConversationSnapshot {
    return { ...facts, items: this.#lines.with(this.waiting), earlier: this.#hasEarlier };
  }
}
