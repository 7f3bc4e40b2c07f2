import { launch, type Browser, type Page } from 'puppeteer-core';
import type { LaunchOptions } from '../journey/puppeteer-screen.js';
import { Tab, type TabBrowser } from './tab.js';

class PuppeteerTab extends Tab {
  readonly #page: Page;
  readonly #isChromium: boolean;

  constructor(name: string, page: Page, isChromium: boolean) {
    super(name);
    this.#page = page;
    this.#isChromium = isChromium;
  }

  evaluate<Value>(expression: string): Promise<Value> {
    return this.#page.evaluate(expression) as Promise<Value>;
  }

  async open(address: string): Promise<void> {
    await this.#page.goto(address);
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  async crash(): Promise<void> {
    if (!this.#isChromium) return this.close();
    const died = new Promise<void>((resolve) => this.#page.once('error', () => resolve()));
    const session = await this.#page.createCDPSession();
    // The dead do not answer.
    void session.send('Page.crash').catch(() => {});
    await died;
  }

  async freeze(frozen: boolean): Promise<boolean> {
    if (!this.#isChromium) return false;
    const session = await this.#page.createCDPSession();
    await session.send('Page.setWebLifecycleState', { state: frozen ? 'frozen' : 'active' });
    await session.detach();
    return true;
  }
}

/** Chromium or Firefox. */
export async function launchTabs({ browser, path, args }: LaunchOptions): Promise<TabBrowser> {
  const launched: Browser = await launch({ browser, executablePath: path, args, headless: true });
  return {
    newTab: async (name) => new PuppeteerTab(name, await launched.newPage(), browser === 'chrome'),
    close: () => launched.close(),
  };
}
