import type { Message } from '../../../src/contract/message.js';
import type { Report } from '../../../src/contract/report.js';
import type { ChatMessage } from '../data.js';
import { Archive } from './archive.js';
import { eventOf, idOf, longAgo, people, Site } from './site.js';

export const report = idOf(1);
/** Another one, of which nobody has said anything. */
export const silent = idOf(2);

const nothing = JSON.stringify({ items: [], next: null, lastSeq: 0, readSeq: 0, readers: [] });

/** A message that the stream will tell. */
interface Coming {
  readonly piece: string;
  readonly event: Uint8Array;
}

/** A site with one dialogue, and one in which nothing is said. */
export class DialogueSite extends Site {
  readonly #lines = new Archive();
  #coming: Coming[] = [];
  #open: (() => void) | undefined;
  #gate: Promise<void> | undefined;
  /** The seq of the first line that is given out before {@link letPass}. */
  #first = 1;

  /** Takes over a dialogue. Its first `older` lines come only when they are let pass. */
  fill(dialogue: readonly ChatMessage[], older: number): void {
    this.#lines.fill(dialogue.map((message, index) => line(message, index + 1)));
    this.#first = older + 1;
  }

  /** Gets ready what it will tell: that is another machine's work. */
  foresee(messages: readonly ChatMessage[]): void {
    this.#coming = messages.map((message, index) => {
      const piece = JSON.stringify(line(message, this.#lines.length + index + 1));
      return { piece, event: eventOf('message', piece) };
    });
  }

  /** Tells of the next message that was foreseen, as the live stream does. */
  push(): void {
    const { piece, event } = this.#coming.shift()!;
    this.#lines.add(piece);
    this.send(event);
  }

  /** Gives out one older page, which may have been asked for already. */
  letPass(): void {
    this.#open?.();
    this.#open = undefined;
    this.#gate = undefined;
  }

  protected find(path: string, query: URLSearchParams): string | undefined | Promise<string> {
    if (path === `/reports/${silent}/messages`) return nothing;
    if (path.endsWith('/messages')) return this.#page(query);
    const id = [report, silent].find((one) => path === `/reports/${one}`);
    return id && JSON.stringify(this.#report(id));
  }

  async #page(query: URLSearchParams): Promise<string> {
    const limit = Number(query.get('limit') ?? 50);
    const after = Number(query.get('after') ?? 0);
    const count = this.#lines.length;
    const end = after ? after + limit : Number(query.get('before') ?? count + 1) - 1;
    const start = after || Math.max(0, end - limit);
    if (!after && start + 1 < this.#first) {
      this.#gate ??= new Promise((resolve) => (this.#open = resolve));
      await this.#gate;
    }
    const next = after ? (end < count ? String(end) : null) : start ? String(start + 1) : null;
    const beside = { next, lastSeq: count, readSeq: count, readers: [] };
    return `{"items":${this.#lines.list(start, end)},${JSON.stringify(beside).slice(1)}`;
  }

  #report(id: string): Report {
    const { role: _, ...member } = people.mine;
    return {
      id,
      task: { id: report, name: 'Name the bakery' },
      score: 50,
      member,
      status: 'awaiting',
      turn: 'reviewer',
      round: 1,
      text: 'Half past flour.',
      attachments: [],
      decision: null,
      lastSeq: this.#lines.length,
      readSeq: this.#lines.length,
      version: 1,
      reviewWithin: null,
      submittedAt: longAgo,
      awaitingSince: longAgo,
      updatedAt: longAgo,
      rounds: [],
    };
  }
}

function line({ text, mine, time }: ChatMessage, seq: number): Message {
  return {
    id: idOf(seq),
    report,
    seq,
    author: mine ? people.mine : people.other,
    sentAt: new Date(time).toISOString(),
    kind: 'text',
    text,
    replyTo: null,
    attachments: [],
    withdrawnAt: null,
  };
}
