import { startWebKit } from '../browser/webkit.js';
import type { WebKit } from '../browsers.js';
import { Tab, type TabBrowser } from './tab.js';

/** One WebDriver session, that looks at one window at a time: what is asked waits for its turn. */
class Driver {
  readonly #session: string;
  /** The window that is there from the beginning: a new one needs one that is not closed. */
  readonly #first: string;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(session: string, first: string) {
    this.#session = session;
    this.#first = first;
  }

  static async begin(port: number, miniBrowser: string): Promise<Driver> {
    const alwaysMatch = {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    };
    const root = `http://127.0.0.1:${port}/session`;
    const answer = await ask('POST', root, { capabilities: { alwaysMatch } });
    const session = `${root}/${(answer as { sessionId: string }).sessionId}`;
    return new Driver(session, (await ask('GET', `${session}/window`)) as string);
  }

  async newWindow(): Promise<string> {
    const answer = await this.in(this.#first, 'POST', '/window/new', { type: 'tab' });
    return (answer as { handle: string }).handle;
  }

  in(handle: string, method: string, path: string, body?: object): Promise<unknown> {
    return this.#inTurn(async () => {
      await ask('POST', `${this.#session}/window`, { handle });
      return ask(method, this.#session + path, body);
    });
  }

  end(): Promise<unknown> {
    return this.#inTurn(() => ask('DELETE', this.#session));
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }
}

class WebKitTab extends Tab {
  readonly #driver: Driver;
  readonly #handle: string;

  constructor(name: string, driver: Driver, handle: string) {
    super(name);
    this.#driver = driver;
    this.#handle = handle;
  }

  async evaluate<Value>(expression: string): Promise<Value> {
    const body = { script: `return ${expression};`, args: [] };
    return (await this.#driver.in(this.#handle, 'POST', '/execute/sync', body)) as Value;
  }

  async open(url: string): Promise<void> {
    await this.#driver.in(this.#handle, 'POST', '/url', { url });
  }

  async close(): Promise<void> {
    await this.#driver.in(this.#handle, 'DELETE', '/window');
  }

  crash(): Promise<void> {
    return this.close();
  }

  freeze(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

export async function launchWebKitTabs(webkit: WebKit): Promise<TabBrowser> {
  const running = await startWebKit(webkit);
  const driver = await Driver.begin(running.port, webkit.miniBrowser);
  return {
    newTab: async (name) => new WebKitTab(name, driver, await driver.newWindow()),
    async close() {
      await driver.end();
      running.stop();
    },
  };
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, {
    method,
    ...(body && { headers, body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${url} answered ${JSON.stringify(value)}`);
  return value;
}
