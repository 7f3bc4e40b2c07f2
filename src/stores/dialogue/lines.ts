import { limits } from '../../contract/limits.js';
import type { Message } from '../../contract/message.js';
import { Echoes } from './echoes.js';
import { Repeated } from './repeated.js';
import type { Waiting } from '../outbox/waiting.js';

/** One line of a dialogue. An own line keeps its `id` when the server has taken it. */
export type Line = Message | Waiting;

export type LineState = 'sent' | Waiting['state'];

/** Whether the server has the line. */
export const isSent = (line: Line): line is Message => !('state' in line);

/** How far a line has come. */
export const stateOf = (line: Line): LineState => (isSent(line) ? 'sent' : line.state);

/** The lines of a dialogue in the order of `seq`, however they come in. */
export class Lines {
  /** What is known without a gap, up to the newest. */
  #sent: Message[] = [];
  /** What was told before the lines that come before it. */
  readonly #ahead = new Map<number, Message>();
  readonly #echoes = new Echoes();
  readonly #repeated = new Repeated();

  /** The first `seq` that is known, or 0. */
  get first(): number {
    return this.#sent[0]?.seq ?? 0;
  }

  /** The last `seq` before which nothing is missing, or 0. */
  get last(): number {
    return this.#sent.at(-1)?.seq ?? 0;
  }

  /** How many are known without a gap. */
  get count(): number {
    return this.#sent.length;
  }

  has(id: string): boolean {
    return this.#sent.some((line) => line.id === id);
  }

  /** Whether something before the newest line is missing. */
  get gap(): boolean {
    return this.#ahead.size > 0;
  }

  /** All lines, and behind them what waits and is not among them. */
  with(waiting: readonly Waiting[]): readonly Line[] {
    const ahead = [...this.#ahead.values()].sort((a, b) => a.seq - b.seq);
    const lines: readonly Line[] = this.#sent.concat(ahead);
    const unsent = this.#echoes.without(waiting, lines);
    return unsent.length > 0 ? lines.concat(unsent) : lines;
  }

  /** The line before the first one that may have been withdrawn since the newest was told. */
  get lasting(): number {
    const newest = this.#sent.at(-1)?.sentAt ?? '';
    const since = Date.parse(newest) - limits.withdrawalSeconds * 1000;
    const index = this.#sent.findLastIndex(({ sentAt }) => Date.parse(sentAt) < since);
    return this.#sent[index]?.seq ?? Math.max(0, this.first - 1);
  }

  /** Takes a line from the news: in its turn, ahead of it, or as what a known one has become. */
  take(message: Message): void {
    if (this.#replace(message)) return;
    this.#ahead.set(message.seq, this.#line(message, this.#ahead.get(message.seq)));
    this.#close();
  }

  /** Takes a page that follows what is known, or tells anew what has become of it. */
  append(messages: readonly Message[]): void {
    for (const message of messages) {
      if (this.#replace(message)) continue;
      this.#sent.push(this.#line(message, this.#ahead.get(message.seq)));
    }
    this.#close();
  }

  /** Takes a page that comes before what is known. */
  prepend(messages: readonly Message[]): void {
    const earlier = messages.filter(({ seq }) => seq < this.first);
    this.#sent = earlier.map((message) => this.#line(message)).concat(this.#sent);
  }

  /** Whether the line is none of those that follow: known already, or before the first one. */
  #replace(message: Message): boolean {
    if (message.seq > this.last) return false;
    const index = message.seq - this.first;
    const known = this.#sent[index];
    if (known) this.#sent[index] = this.#line(message, known);
    return true;
  }

  /** A withdrawal is for good, also when older news come after it. */
  #line(message: Message, known?: Message): Message {
    if (known && isWithdrawn(known)) return known;
    this.#echoes.hear(message.id);
    this.#repeated.share(message);
    return message;
  }

  /** Moves what is ahead to its place, as far as no gap is before it. */
  #close(): void {
    // Before the first page it is not known where the dialogue begins.
    if (!this.last) return;
    for (const seq of this.#ahead.keys()) if (seq <= this.last) this.#ahead.delete(seq);
    let next: Message | undefined;
    while ((next = this.#ahead.get(this.last + 1))) {
      this.#ahead.delete(next.seq);
      this.#sent.push(next);
    }
  }
}

const isWithdrawn = (message: Message): boolean =>
  message.kind === 'text' && message.withdrawnAt !== null;
