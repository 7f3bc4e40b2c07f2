import { findChromium, findFirefox, findWebKit, type Missing } from '../browsers.js';
import { launchTabs } from './puppeteer-tabs.js';
import type { TabBrowser } from './tab.js';
import { launchWebKitTabs } from './webkit-tabs.js';

/** A browser engine: how to start it, or why that cannot be done here. */
export interface TabEngine {
  readonly name: string;
  readonly missing?: string;
  launch(): Promise<TabBrowser>;
}

const unless = <Found extends object>(
  name: string,
  found: Found | Missing,
  launch: (found: Found) => Promise<TabBrowser>,
): TabEngine =>
  'missing' in found
    ? { name, missing: found.missing, launch: () => Promise.reject(new Error(found.missing)) }
    : { name, launch: () => launch(found) };

/** Those that `TASKCHAT_BROWSERS=chromium,firefox` names; default all. */
export async function findTabEngines(): Promise<TabEngine[]> {
  const wanted = process.env['TASKCHAT_BROWSERS']?.split(',');
  const all = [
    unless('Chromium', await findChromium(), (found) =>
      launchTabs({ browser: 'chrome', ...found }),
    ),
    unless('Firefox', findFirefox(), (found) => launchTabs({ browser: 'firefox', ...found })),
    unless('WebKit', findWebKit(), launchWebKitTabs),
  ];
  return all.filter(({ name }) => wanted?.includes(name.toLowerCase()) ?? true);
}
