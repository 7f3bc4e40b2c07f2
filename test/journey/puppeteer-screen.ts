import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { Screen } from './screen.js';

export interface LaunchOptions {
  browser: 'chrome' | 'firefox';
  path: string;
  args: string[];
}

/** Browsers also write a server out of reach to the console, which is no fault of the page. */
const policyBroken = /content.security.policy|trusted ?(types?|html)/i;

/** Chromium over its own protocol, Firefox over WebDriver BiDi. Each screen is its own browser. */
export class PuppeteerScreen extends Screen {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #complaints: string[] = [];
  #tree: CDPSession | undefined;

  private constructor(who: string, browser: Browser, page: Page) {
    super(who);
    this.#browser = browser;
    this.#page = page;
    page.on('console', (message) => {
      if (policyBroken.test(message.text())) this.#complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
  }

  static async launch(
    who: string,
    { browser, path, args }: LaunchOptions,
  ): Promise<PuppeteerScreen> {
    const launched = await launch({ browser, executablePath: path, args, headless: true });
    const page = await launched.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    return new PuppeteerScreen(who, launched, page);
  }

  /** What stands in the live region of a tag, as the accessibility tree of Chromium has it. */
  async spoken(tag: string): Promise<{ node: number; words: string }[]> {
    this.#tree ??= await this.#page.createCDPSession();
    const { result } = await this.#tree.send('Runtime.evaluate', {
      expression: `document.querySelector('${tag}').shadowRoot.querySelector('.log > [role=status]')`,
    });
    const { objectId = '' } = result;
    const { nodes } = await this.#tree.send('Accessibility.queryAXTree', { objectId });
    await this.#tree.send('Runtime.releaseObject', { objectId });
    return nodes
      .filter(({ role }) => role?.value === 'StaticText')
      .map(({ backendDOMNodeId = 0, name }) => ({
        node: backendDOMNodeId,
        words: String(name?.value),
      }));
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  press(key: 'Enter' | 'Tab' | 'Escape'): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path: path });
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  complaints(): string[] {
    return this.#complaints;
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#page.evaluate(expression);
  }

  protected clickAt(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  protected typeKeys(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }
}
