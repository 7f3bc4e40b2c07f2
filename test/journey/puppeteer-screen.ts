import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { Screen } from './screen.js';

export interface LaunchOptions {
  browser: 'chrome' | 'firefox';
  path: string;
  args: string[];
}

/** Words in a live region, and the node that they are. */
export interface Spoken {
  readonly node: number;
  readonly words: string;
}

const focused = `(() => {
  let spot = document.activeElement;
  while (spot?.shadowRoot?.activeElement) spot = spot.shadowRoot.activeElement;
  return spot;
})()`;

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
  async spoken(tag: string, region = '.log > [role=status]'): Promise<Spoken[]> {
    const tree = await this.#accessibility();
    const objectId = await this.#find(
      tree,
      `document.querySelector('${tag}').shadowRoot.querySelector('${region}')`,
    );
    const { nodes } = await tree.send('Accessibility.queryAXTree', { objectId });
    await tree.send('Runtime.releaseObject', { objectId });
    return nodes
      .filter(({ role }) => role?.value === 'StaticText')
      .map(({ backendDOMNodeId = 0, name }) => ({
        node: backendDOMNodeId,
        words: String(name?.value),
      }));
  }

  /** What has the focus, as the accessibility tree of Chromium has it; empty if it is left out. */
  async focusInTree(): Promise<{ role: string; name: string }> {
    const tree = await this.#accessibility();
    const objectId = await this.#find(tree, focused);
    const found = await tree.send('Accessibility.getPartialAXTree', {
      objectId,
      fetchRelatives: false,
    });
    await tree.send('Runtime.releaseObject', { objectId });
    const [node] = found.nodes;
    if (!node || node.ignored) return { role: '', name: '' };
    return { role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '') };
  }

  async #accessibility(): Promise<CDPSession> {
    return (this.#tree ??= await this.#page.createCDPSession());
  }

  async #find(tree: CDPSession, expression: string): Promise<string> {
    const { result } = await tree.send('Runtime.evaluate', { expression });
    return result.objectId ?? '';
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
