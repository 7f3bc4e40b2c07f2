import { messages, type ChatMessage } from '../data.js';
import { frame, settle, task, until } from './frames.js';
import { countNodes, tokenAt, type Seen } from './sight.js';

/** A chat that takes part: it is made empty, in a box of 400 × 600. */
export interface Chat {
  /** What takes place elsewhere before a dialogue is opened. */
  prepare?(dialogue: readonly ChatMessage[], older: readonly ChatMessage[][]): void;
  /** Shows a dialogue at its end; `older` are the pages that come above it, the next one first. */
  open(dialogue: readonly ChatMessage[], older: readonly ChatMessage[][]): unknown;
  /** What will arrive, one after the other, and takes its way through another machine. */
  foresee?(messages: readonly ChatMessage[]): void;
  append(message: ChatMessage): void;
  /** Puts the next older page above; the reader is at the top. */
  prepend(): void;
  scroller(): HTMLElement;
  composer(): HTMLTextAreaElement;
  /** Brings in what is not loaded. */
  loadAll?(): Promise<void>;
  destroy(): void;
}

export type MakeChat = (host: HTMLElement) => Promise<Chat>;

/** Pages of older messages that a dialogue has. */
const pages = 4;

/** What can be measured of a chat in the page; the runner calls it from outside. */
export class ChatBench {
  readonly #make: MakeChat;
  readonly #host = document.getElementById('host')!;
  readonly #seed: number;
  #chat!: Chat;
  #topToken = '';
  #keys: number[] = [];
  #older: ChatMessage[][] = [];

  constructor(make: MakeChat, seed: number) {
    this.#make = make;
    this.#seed = seed;
  }

  async mount(): Promise<void> {
    this.#chat = await this.#make(this.#host);
    await settle();
  }

  /** Milliseconds to the newest message being seen. */
  async open(count: number): Promise<number | null> {
    const dialogue = messages(count, { seed: this.#seed });
    this.#older = Array.from({ length: pages }, (_, page) =>
      messages(50, {
        prefix: 'p',
        seed: this.#seed + 500 + page,
        start: page * 50,
        time: Date.UTC(2025, 0, 20 - page),
      }),
    );
    this.#topToken = dialogue[0]!.token;
    const last = dialogue.at(-1)!.token;
    this.#chat.prepare?.(dialogue, this.#older);
    return until(
      () => this.#chat.open(dialogue, this.#older),
      () => this.#seen(last),
    );
  }

  loadAll(): Promise<void> | undefined {
    return this.#chat.loadAll?.();
  }

  nodes(): number {
    return countNodes(this.#host);
  }

  settle(milliseconds: number): Promise<void> {
    return settle(milliseconds);
  }

  toEnd(): void {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /** Milliseconds to each of the messages that arrive, one after the other. */
  async append(count: number): Promise<(number | null)[]> {
    const times: (number | null)[] = [];
    const arriving = this.#later('a', 99, count, 5);
    this.#chat.foresee?.(arriving);
    for (const message of arriving) {
      const show = () => this.#chat.append(message);
      times.push(await until(show, () => this.#seen(message.token), 8_000));
    }
    return times;
  }

  /** 50 older messages above, put there for a reader at the top: how long, and how far all moves. */
  async prepend(page: number): Promise<{ time: number | null; shift: number | null }> {
    const scroller = this.#scroller;
    for (let tries = 0; tries < 20; tries += 1) {
      scroller.scrollTop = 0;
      await frame();
      if (scroller.scrollTop === 0) break;
    }
    await settle(150);
    const before = this.#seen(this.#topToken, 'top');
    const { scrollHeight } = scroller;
    const higher = () => scroller.scrollHeight > scrollHeight + 800;
    const time = await until(() => this.#chat.prepend(), higher);
    await settle(200);
    const after = this.#seen(this.#topToken, 'top');
    this.#topToken = this.#older[page]![0]!.token;
    return { time, shift: before && after && after.top - before.top };
  }

  /** Messages that arrive each in a task of its own, as from a socket. */
  async burst(count: number): Promise<{ time: number; longestGap: number }> {
    const arriving = this.#later('b', 321, count, 7);
    this.#chat.foresee?.(arriving);
    let longestGap = 0;
    let last = performance.now();
    let isOver = false;
    const look = (): void => {
      const now = performance.now();
      longestGap = Math.max(longestGap, now - last);
      last = now;
      if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const start = performance.now();
    for (const message of arriving) {
      this.#chat.append(message);
      await task();
    }
    while (!this.#seen(arriving.at(-1)!.token) && performance.now() - start < 20_000) await frame();
    isOver = true;
    return { time: performance.now() - start, longestGap };
  }

  async startTyping(): Promise<void> {
    this.#chat.composer().focus();
    await settle(50);
    addEventListener('keydown', this.#key, true);
  }

  /** Milliseconds from each key to the frame that shows it, and what was typed. */
  endTyping(): { times: number[]; value: string } {
    removeEventListener('keydown', this.#key, true);
    return { times: this.#keys, value: this.#chat.composer().value };
  }

  unmount(): void {
    this.#chat.destroy();
    this.#host.replaceChildren();
  }

  /** Mounts, fills and unmounts so many times. */
  async cycle(times: number): Promise<void> {
    const dialogue = messages(50);
    for (let count = 0; count < times; count += 1) {
      const chat = await this.#make(this.#host);
      chat.prepare?.(dialogue, []);
      await chat.open(dialogue, []);
      await frame();
      await frame();
      chat.destroy();
      this.#host.replaceChildren();
    }
    await settle(300);
  }

  #key = ({ timeStamp }: KeyboardEvent): void => {
    void frame().then(() => this.#keys.push(performance.now() - timeStamp));
  };

  #later(prefix: string, seed: number, count: number, month: number): ChatMessage[] {
    return messages(count, { prefix, seed: this.#seed + seed, time: Date.UTC(2026, month, 1) });
  }

  get #scroller(): HTMLElement {
    return this.#chat.scroller();
  }

  #seen(token: string, from: 'top' | 'bottom' = 'bottom'): Seen | null {
    return tokenAt(this.#host, this.#scroller, token, from);
  }
}
