import { launch, type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { findChromium } from '../../browsers.js';
import { canary } from './hostile-files.js';

/** The ways in which a page can open a link. */
export const ways = ['by itself', 'iframe', 'img', 'script'] as const;
export type Way = (typeof ways)[number];

/** Links that one page holds at once. */
const atOnce = 25;

/** A browser that opens links in every way, and hears when a file runs. */
export class Opener {
  /** How often a canary sang, for each way. */
  readonly sung: Record<Way, number> = { 'by itself': 0, iframe: 0, img: 0, script: 0 };
  /** Under which name each link that was no page was to be saved. */
  readonly saved = new Map<string, string>();
  /** Pixels of each link that was shown as a picture. */
  readonly shown = new Map<string, [number, number]>();
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #host: string;
  #way: Way = 'by itself';
  #ended = new Map<string, () => void>();

  private constructor(browser: Browser, page: Page, host: string) {
    this.#browser = browser;
    this.#page = page;
    this.#host = host;
    page.on('console', (message) => {
      if (message.text().includes(canary)) this.sung[this.#way] += 1;
    });
    page.on('requestfailed', (request) => this.#failed(request));
  }

  /** @param host the address of the page that embeds, on another site than the links */
  static async launch(host: string): Promise<Opener> {
    const { path, args } = await findChromium();
    const browser = await launch({ executablePath: path, args, headless: true });
    const opener = new Opener(browser, await browser.newPage(), host);
    const protocol = await browser.target().createCDPSession();
    protocol.on('Browser.downloadWillBegin', ({ url, suggestedFilename }) =>
      opener.saved.set(url, suggestedFilename),
    );
    const behavior = { behavior: 'deny', eventsEnabled: true } as const;
    await protocol.send('Browser.setDownloadBehavior', behavior);
    await opener.#page.exposeFunction('ended', (link: string, size: [number, number] | null) => {
      if (size && opener.#way === 'img') opener.shown.set(link, size);
      opener.#end(link);
    });
    return opener;
  }

  async open(way: Way, links: readonly string[]): Promise<void> {
    this.#way = way;
    if (way === 'by itself') {
      for (const link of links) await this.#visit(link);
    } else {
      for (let at = 0; at < links.length; at += atOnce) {
        await this.#embed(way, links.slice(at, at + atOnce));
      }
    }
    // What was said before this page was left is heard before its end.
    await this.#page.goto(this.#host);
  }

  async #visit(link: string): Promise<void> {
    try {
      await this.#page.goto(link);
    } catch (error) {
      // A download leaves the page where it was.
      if (!String(error).includes('net::ERR_ABORTED')) throw error;
    }
  }

  async #embed(tag: string, links: readonly string[]): Promise<void> {
    await this.#page.goto(this.#host);
    const ends = links.map(
      (link) => new Promise<void>((resolve) => this.#ended.set(link, resolve)),
    );
    await this.#page.evaluate(`embed(${JSON.stringify(tag)}, ${JSON.stringify(links)})`);
    await Promise.all(ends);
  }

  #end(link: string): void {
    this.#ended.get(link)?.();
  }

  /** In a frame, a download is a page that never comes, and an unheard failure. */
  #failed(request: HTTPRequest): void {
    if (request.isNavigationRequest()) this.#end(request.url());
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
