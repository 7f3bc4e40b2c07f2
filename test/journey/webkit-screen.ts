import { writeFile } from 'node:fs/promises';
import { startWebKit, type RunningWebKit } from '../browser/webkit.js';
import type { WebKit } from '../browsers.js';
import { Screen } from './screen.js';

/** Keys without a character of their own: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keyCodes = { Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C' };

/** WebKit over plain WebDriver. Its driver serves one session, so each screen has its own. */
export class WebKitScreen extends Screen {
  readonly #driver: RunningWebKit;
  readonly #session: string;

  private constructor(who: string, driver: RunningWebKit, session: string) {
    super(who);
    this.#driver = driver;
    this.#session = session;
  }

  static async launch(who: string, webkit: WebKit): Promise<WebKitScreen> {
    const driver = await startWebKit(webkit);
    const alwaysMatch = {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: webkit.miniBrowser, args: ['--automation'] },
    };
    const root = `http://127.0.0.1:${driver.port}/session`;
    const answer = await ask('POST', root, { capabilities: { alwaysMatch } });
    const { sessionId } = answer as { sessionId: string };
    const screen = new WebKitScreen(who, driver, `${root}/${sessionId}`);
    await screen.#post('/window/rect', { x: 0, y: 0, width: 1280, height: 900 });
    return screen;
  }

  async open(url: string): Promise<void> {
    await this.#post('/url', { url });
  }

  press(key: keyof typeof keyCodes): Promise<void> {
    return this.typeKeys(keyCodes[key]);
  }

  async screenshot(path: string): Promise<void> {
    const picture = await ask('GET', `${this.#session}/screenshot`);
    await writeFile(path, Buffer.from(String(picture), 'base64'));
  }

  async close(): Promise<void> {
    await ask('DELETE', this.#session);
    this.#driver.stop();
  }

  /** Plain WebDriver does not tell what stands in the console. */
  complaints(): string[] {
    return [];
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#post('/execute/sync', { script: `return ${expression};`, args: [] });
  }

  protected async clickAt(x: number, y: number): Promise<void> {
    const actions = [
      { type: 'pointerMove', x, y, duration: 0, origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#act({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions,
    });
  }

  protected async typeKeys(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  async #act(source: object): Promise<void> {
    await this.#post('/actions', { actions: [source] });
  }

  #post(path: string, body: object): Promise<unknown> {
    return ask('POST', this.#session + path, body);
  }
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
