import { findChromium, findFirefox, findWebKit, type Missing } from '../browsers.js';
import { PuppeteerScreen } from './puppeteer-screen.js';
import type { Screen } from './screen.js';
import { WebKitScreen } from './webkit-screen.js';

/** A browser engine: how to put somebody before it, or why that cannot be done here. */
export interface Engine {
  name: string;
  missing?: string;
  launch(who: string): Promise<Screen>;
}

const unless = <Found extends object>(
  name: string,
  found: Found | Missing,
  launch: (found: Found, who: string) => Promise<Screen>,
): Engine =>
  'missing' in found
    ? { name, missing: found.missing, launch: () => Promise.reject(new Error(found.missing)) }
    : { name, launch: (who) => launch(found, who) };

export async function findEngines(): Promise<Engine[]> {
  return [
    unless('Chromium', await findChromium(), (found, who) =>
      PuppeteerScreen.launch(who, { browser: 'chrome', ...found }),
    ),
    unless('Firefox', findFirefox(), (found, who) =>
      PuppeteerScreen.launch(who, { browser: 'firefox', ...found }),
    ),
    unless('WebKit', findWebKit(), (found, who) => WebKitScreen.launch(who, found)),
  ];
}
