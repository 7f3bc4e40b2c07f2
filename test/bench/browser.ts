import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findChromium } from '../browsers.js';
import { buildPage, type Kind } from './build.js';

const styles = readFileSync(join(import.meta.dirname, 'page/bench.css'), 'utf8');
const html = (contestant: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>${contestant}</title>
  <style>${styles}</style>
  <div id="host"></div>
  <script type="module" src="/${contestant}/entry.js"></script>
</html>`;

/** Serves each contestant's page from loopback. */
export async function servePages(contestants: Record<Kind, readonly string[]>) {
  const pages = new Map<string, Map<string, string>>();
  for (const kind of ['chat', 'list', 'queue'] as const) {
    for (const name of contestants[kind]) {
      if (!pages.has(name)) pages.set(name, await buildPage(name, kind));
    }
  }
  const server = createServer((request, response) => {
    const [, name = '', file = ''] = new URL(request.url ?? '', 'http://page').pathname.split('/');
    const code = pages.get(name)?.get(file);
    response.statusCode = file && code === undefined ? 404 : 200;
    response.setHeader('content-type', file ? 'text/javascript' : 'text/html');
    response.end(file ? code : html(name));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/**
 * With `fast`, frames come as soon as they are asked for, so that a time is work and not the wait
 * for the screen; without, at the screen's rate.
 */
export async function openBrowser(fast: boolean): Promise<Browser> {
  const { path, args } = await findChromium();
  const quick = fast ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : [];
  return launch({
    executablePath: path,
    args: [
      ...args,
      ...quick,
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--enable-precise-memory-info',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    protocolTimeout: 300_000,
  });
}

export interface Memory {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** One contestant in a page of its own, in a context of its own. */
export class BenchPage {
  readonly page: Page;
  readonly errors: string[] = [];
  readonly #session;

  private constructor(page: Page, session: Awaited<ReturnType<Page['createCDPSession']>>) {
    this.page = page;
    this.#session = session;
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async open(browser: Browser, address: string): Promise<BenchPage> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 800, height: 700 });
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    const opened = new BenchPage(page, session);
    await page.goto(address, { waitUntil: 'load' });
    return opened;
  }

  /** Calls a method of the bench in the page. */
  call<Result>(method: string, ...parameters: unknown[]): Promise<Result> {
    const list = parameters.map((parameter) => JSON.stringify(parameter)).join(',');
    return this.page.evaluate(`globalThis.bench.${method}(${list})`) as Promise<Result>;
  }

  /** As {@link call}, with the milliseconds that the main thread was busy meanwhile. */
  async busy<Result>(method: string, ...parameters: unknown[]): Promise<[Result, number]> {
    const before = await this.#metrics();
    const result = await this.call<Result>(method, ...parameters);
    const after = await this.#metrics();
    return [result, (after['TaskDuration']! - before['TaskDuration']!) * 1_000];
  }

  /** What is held after what nobody holds has been thrown away. */
  async memory(): Promise<Memory> {
    for (let count = 0; count < 3; count += 1) {
      await this.#session.send('HeapProfiler.collectGarbage');
      await pause(60);
    }
    const { JSHeapUsedSize, Nodes, JSEventListeners } = await this.#metrics();
    return { heap: JSHeapUsedSize!, nodes: Nodes!, listeners: JSEventListeners! };
  }

  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.browserContext().close();
  }

  async #metrics(): Promise<Record<string, number>> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }
}
