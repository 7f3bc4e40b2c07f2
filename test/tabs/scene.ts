import type { Report } from '../../src/contract/report.js';
import type { Person } from '../support/people.js';
import { dialogue, say } from '../support/site.js';
import type { Tab, TabBrowser } from './tab.js';
import type { TabServer } from './tab-server.js';

export interface SceneOptions {
  readonly server: TabServer;
  readonly browser: TabBrowser;
  /** Milliseconds after which something does not happen any more. */
  readonly patience?: number | undefined;
}

/** Somebody's tabs on one report, with a reviewer at the other end. */
export class Scene {
  readonly server: TabServer;
  readonly tabs: Tab[] = [];
  readonly #browser: TabBrowser;
  readonly #patience: number | undefined;
  #other: Scene | undefined;

  private constructor(
    { server, browser, patience }: SceneOptions,
    readonly member: Person,
    readonly report: Report,
  ) {
    this.server = server;
    this.#browser = browser;
    this.#patience = patience;
  }

  /** For a person whom no other scene has. */
  static async of(options: SceneOptions): Promise<Scene> {
    const { site } = options.server;
    options.server.forget();
    const member = await site.as(`mia-${(people += 1)}`, 'member');
    return new Scene(options, member, await site.newReport(await site.newTask(), member));
  }

  /** The same browser with somebody else before it. */
  async other(): Promise<Scene> {
    const given = { server: this.server, browser: this.#browser, patience: this.#patience };
    this.#other = await Scene.of(given);
    return this.#other;
  }

  /** Opens so many tabs at the same time. */
  async open(count: number): Promise<Tab[]> {
    const opened: Tab[] = [];
    for (let n = 0; n < count; n += 1) {
      opened.push(await this.#browser.newTab(`${this.member.id}.${this.tabs.length + n}`));
    }
    this.tabs.push(...opened);
    await Promise.all(
      opened.map(async (tab) => {
        tab.patience = this.#patience ?? tab.patience;
        await tab.open(this.server.address(tab.name, this.member.id, this.report.id));
        await tab.until('globalThis.tab?.isReady');
      }),
    );
    return opened;
  }

  /** Waits until the server's log is as wanted. */
  until(wanted: () => boolean): Promise<void> {
    return this.server.until(wanted, this.#patience);
  }

  /** The tab that holds the stream. */
  async leader(): Promise<Tab> {
    await this.until(() => this.server.open.length > 0);
    const [{ tab: name } = { tab: '' }] = this.server.open;
    const leader = this.tabs.find((tab) => tab.name === name);
    if (!leader) throw new Error(`There is no tab ${name}.`);
    return leader;
  }

  /** All tabs but this one, which is no more. */
  without(gone: Tab): Tab[] {
    this.tabs.splice(this.tabs.indexOf(gone), 1);
    return this.tabs;
  }

  /** The reviewer says something. */
  async hear(text: string): Promise<void> {
    await say(await this.server.site.rui(), this.report.id, text);
  }

  /** Waits until each of the tabs shows these texts as sent, all in this order and no others. */
  async show(texts: readonly string[]): Promise<void> {
    const wanted = JSON.stringify(JSON.stringify(texts));
    for (const tab of this.tabs) await tab.until(`JSON.stringify(tab.sent) === ${wanted}`);
  }

  /** Waits until each of the tabs shows these texts as waiting. */
  async wait(texts: readonly string[]): Promise<void> {
    const wanted = JSON.stringify(JSON.stringify(texts));
    for (const tab of this.tabs) await tab.until(`JSON.stringify(tab.waiting) === ${wanted}`);
  }

  /** What the server has, in order. */
  async kept(): Promise<string[]> {
    const lines = await dialogue(await this.server.site.rui(), this.report.id);
    return lines.flatMap((line) => (line.kind === 'text' ? [line.text] : []));
  }

  /** What was wrong on the screens. */
  async faults(): Promise<string[]> {
    const all = this.tabs.map((tab) => tab.evaluate<string[]>('tab.faults'));
    return (await Promise.all(all)).flat();
  }

  async end(): Promise<void> {
    this.server.mend();
    this.server.gates = {};
    for (const tab of this.tabs.splice(0)) await tab.close();
    await this.#other?.end();
    await this.server.until(() => this.server.open.length === 0);
  }
}

let people = 0;
