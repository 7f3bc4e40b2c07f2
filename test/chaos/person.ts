import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import type { Role } from '../../src/contract/member.js';
import { Chat } from './chat.js';

export interface Seat {
  readonly person: string;
  readonly role: Role;
  readonly reports: readonly string[];
}

/** Small, as there are many to paint. */
const size = { width: 640, height: 360 };

/** Somebody before a page of their own, in a profile of their own, with one keyboard. */
export class Person {
  readonly chats: readonly Chat[];
  /** What the page complained of. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;
  readonly #page: Page;
  #typing: Promise<void> = Promise.resolve();

  private constructor(
    readonly seat: Seat,
    context: BrowserContext,
    page: Page,
  ) {
    this.#context = context;
    this.#page = page;
    this.chats = seat.reports.map((report, index) => new Chat(page, report, index));
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  static async sit(browser: Browser, origin: string, seat: Seat): Promise<Person> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const person = new Person(seat, context, page);
    await page.setViewport(size);
    await page.emulateFocusedPage(true);
    const { reports, ...rest } = seat;
    const query = new URLSearchParams(rest);
    for (const report of reports) query.append('report', report);
    await page.goto(`${origin}/?${query.toString()}`);
    await person.#begin();
    return person;
  }

  /** Says it in one of the chats, as soon as the keyboard is free. */
  say(chat: Chat, text: string): Promise<void> {
    return (this.#typing = this.#typing.then(() => chat.say(text)));
  }

  /** Loads the page anew. */
  async comeBack(): Promise<void> {
    await this.#page.reload();
    await this.#begin();
  }

  /** Waits for the fields and the first lines, however often they are lost on the way. */
  async #begin(): Promise<void> {
    const isThere = 'globalThis.witnesses?.every(({ isReady }) => isReady)';
    try {
      await this.#page.waitForFunction(isThere, { timeout: 180_000, polling: 100 });
    } catch (cause) {
      const words = [`The page of ${this.seat.person} is never ready.`, ...this.complaints];
      throw new Error(words.join(' '), { cause });
    }
  }

  leave(): Promise<void> {
    return this.#context.close();
  }
}
