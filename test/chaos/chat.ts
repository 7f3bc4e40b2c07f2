import type { Page } from 'puppeteer-core';
import type { Line } from '../../src/stores/dialogue/conversation.js';

/** What a page saw of one chat, from its beginning on. */
export interface Testimony {
  readonly faults: readonly string[];
  readonly mutations: number;
  readonly snapshots: number;
  /** Waiting lines whose place was taken by the server's copy. */
  readonly replaced: number;
  /** The most rows that were in the page at once. */
  readonly mostRows: number;
  readonly lines: readonly Line[];
  /** Id and words of every row, in the order of reading. */
  readonly screen: readonly (readonly [id: string, words: string | null])[];
}

/** How far somebody has heard without a gap, how much of their own waits, and what went wrong. */
export interface ChatState {
  readonly heard: number;
  readonly waiting: number;
  readonly faults: readonly string[];
}

/** One chat of a page, with its witness there. */
export class Chat {
  /** What was typed, in this order. */
  readonly typed: string[] = [];
  /** What went wrong before the eyes of the one who typed. */
  readonly complaints: string[] = [];
  readonly #page: Page;
  readonly #index: number;

  constructor(
    page: Page,
    readonly report: string,
    index: number,
  ) {
    this.#page = page;
    this.#index = index;
  }

  /** Types into the field, and sends. A page has one keyboard: its chats take turns. */
  async say(text: string): Promise<void> {
    await this.#ask('field.focus()');
    await this.#page.keyboard.sendCharacter(text);
    const value = await this.#ask<string>('field.value');
    if (value !== text) this.complaints.push(`typed ${text}, in the field: ${value}`);
    await this.#page.keyboard.press('Enter');
    await this.#ask(`sent(${JSON.stringify(text)})`);
    this.typed.push(text);
  }

  /** Resolves with whether fewer lines than these wait, or come to do so in these milliseconds. */
  room(count: number, patience: number): Promise<boolean> {
    return this.#ask(`room(${count}, ${patience})`);
  }

  state(): Promise<ChatState> {
    return this.#ask('state');
  }

  testify(): Promise<Testimony> {
    return this.#ask('testify()');
  }

  async #ask<Answer>(words: string): Promise<Answer> {
    return (await this.#page.evaluate(`witnesses[${this.#index}].${words}`)) as Answer;
  }
}
