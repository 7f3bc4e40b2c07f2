import type { BrowserLauncher } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { findChromium, findFirefox, findWebKit, type Missing } from '../browsers.js';
import { startWebKit } from './webkit.js';

export interface Engines {
  launchers: BrowserLauncher[];
  /** One sentence for each engine that cannot run here. */
  missing: string[];
  stop(): void;
}

const all = ['chromium', 'firefox', 'webkit'];

/** The engines that run here; `TASKCHAT_BROWSERS=chromium,firefox` takes fewer. */
export async function findEngines(): Promise<Engines> {
  const wanted = process.env['TASKCHAT_BROWSERS']?.split(',') ?? all;
  const engines: Engines = { launchers: [], missing: [], stop: () => {} };
  if (wanted.includes('chromium')) engines.launchers.push(await launchChromium());
  if (wanted.includes('firefox')) addFirefox(engines);
  if (wanted.includes('webkit')) await addWebKit(engines);
  return engines;
}

async function launchChromium(): Promise<BrowserLauncher> {
  const { path, args } = await findChromium();
  return named('Chromium', chromeLauncher({ launchOptions: { executablePath: path, args } }));
}

function addFirefox({ launchers, missing }: Engines): void {
  const found = findFirefox();
  if (isMissing(found)) {
    missing.push(found.missing);
    return;
  }
  // The Chrome launcher speaks WebDriver BiDi to Firefox, so no geckodriver is needed.
  const options = { browser: 'firefox', executablePath: found.path } as const;
  launchers.push(named('Firefox', chromeLauncher({ launchOptions: options })));
}

async function addWebKit(engines: Engines): Promise<void> {
  const found = findWebKit();
  if (isMissing(found)) {
    engines.missing.push(found.missing);
    return;
  }
  const { port, stop } = await startWebKit(found);
  engines.stop = stop;
  const capabilities = {
    browserName: 'MiniBrowser',
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': { binary: found.miniBrowser, args: ['--automation'] },
  };
  const launcher = webdriverLauncher({ hostname: '127.0.0.1', port, path: '/', capabilities });
  engines.launchers.push(named('WebKit', launcher as BrowserLauncher));
}

/** Both launchers name themselves anew when they start. */
function named(name: string, launcher: BrowserLauncher): BrowserLauncher {
  return Object.defineProperty(launcher, 'name', { get: () => name, set: () => {} });
}

function isMissing(found: object): found is Missing {
  return 'missing' in found;
}
