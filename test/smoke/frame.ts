import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** Shows a story and gives back what is wrong with it. */
export type Visit = (storyId: string) => Promise<string[]>;

const inPage = fileURLToPath(new URL('./in-page.js', import.meta.url));

/** A page that shows one story after another, so that the backend in it starts only once. */
export async function openFrame(browser: Browser, origin: string): Promise<Visit> {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const noticed = listen(page);
  await page.goto(`${origin}/iframe.html?viewMode=story`);
  await page.waitForFunction('globalThis.__STORYBOOK_ADDONS_CHANNEL__');
  await page.addScriptTag({ content: axe.source });
  await page.addScriptTag({ path: inPage });
  return async (storyId) => {
    const found = await page.evaluate<string[]>(`smoke.visit(${JSON.stringify(storyId)})`);
    return [...found, ...noticed.splice(0)];
  };
}

function listen(page: Page): string[] {
  const noticed: string[] = [];
  page.on('pageerror', (error) => noticed.push(`page error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() !== 'error' || url.endsWith('/favicon.ico')) return;
    noticed.push(`console error: ${message.text()} (${url})`);
  });
  return noticed;
}
