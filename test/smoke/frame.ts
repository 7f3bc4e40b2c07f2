import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** Shows a story and gives back what is wrong with it. */
export type Visit = (storyId: string) => Promise<string[]>;

const inPage = fileURLToPath(new URL('./in-page.js', import.meta.url));

/** How a story can be looked at. */
interface Look {
  readonly name: string;
  readonly scheme?: 'dark';
  readonly contrast?: 'active';
  readonly width?: number;
  readonly direction?: 'rtl';
}

const plain: Look = { name: '' };

/** Beside the plain look. */
const looks: readonly Look[] = [
  { name: 'dark', scheme: 'dark' },
  { name: 'forced colours', contrast: 'active' },
  { name: 'right to left', direction: 'rtl' },
  { name: '320 pixels', width: 320 },
];

async function show(page: Page, look: Look): Promise<void> {
  const { scheme = 'light', contrast = 'none', width = 1_280, direction = 'ltr' } = look;
  await page.emulateMedia({ colorScheme: scheme, forcedColors: contrast, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 720 });
  await page.evaluate(`Object.assign(document.documentElement, { dir: '${direction}' });
    Object.assign(document.body.style, { colorScheme: '${scheme}', background: 'Canvas', color: 'CanvasText' })`);
}

/** A page that shows one story after another, so that the backend in it starts only once. */
export async function openFrame(browser: Browser, origin: string): Promise<Visit> {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const noticed = listen(page);
  await page.goto(`${origin}/iframe.html?viewMode=story`);
  await page.waitForFunction('globalThis.__STORYBOOK_ADDONS_CHANNEL__');
  await page.addScriptTag({ content: axe.source });
  await page.addScriptTag({ path: inPage });
  return async (storyId) => {
    await show(page, plain);
    const found = await page.evaluate<string[]>(`smoke.visit(${JSON.stringify(storyId)})`);
    for (const look of looks) {
      await show(page, look);
      const seen = await page.evaluate<string[]>('smoke.look()');
      found.push(...seen.map((problem) => `${look.name}: ${problem}`));
    }
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
