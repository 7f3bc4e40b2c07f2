import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

export interface Browser {
  path: string;
  args: string[];
}

export interface WebKit {
  driver: string;
  miniBrowser: string;
  xvfb: string;
}

/** Why an engine cannot run here, in words for whoever reads the output. */
export interface Missing {
  missing: string;
}

// Chromium's sandbox refuses to start as root, which containers often are.
const chromiumArgs = ['--no-sandbox', '--disable-dev-shm-usage'];

/** `CHROME_PATH`, else an installed one, else (or with `CHROME_PATH=bundled`) the one from npm. */
export async function findChromium(): Promise<Browser> {
  const wanted = process.env['CHROME_PATH'];
  const path =
    wanted === 'bundled'
      ? undefined
      : wanted ||
        findProgram('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');
  return { path: path ?? (await unpackChromium()), args: chromiumArgs };
}

export function findFirefox(): Browser | Missing {
  const path = process.env['FIREFOX_PATH'] || findProgram('firefox-esr', 'firefox');
  return path ? { path, args: [] } : { missing: 'Firefox is not installed (Debian: firefox-esr)' };
}

export function findWebKit(): WebKit | Missing {
  const driver = findProgram('WebKitWebDriver');
  const miniBrowser = findMiniBrowser();
  if (!driver || !miniBrowser) {
    return { missing: 'WebKit is not installed (Debian: webkit2gtk-driver)' };
  }
  const xvfb = findProgram('Xvfb');
  return xvfb ? { driver, miniBrowser, xvfb } : { missing: 'WebKit needs Xvfb (Debian: xvfb)' };
}

function findProgram(...names: string[]): string | undefined {
  const folders = process.env['PATH']?.split(delimiter) ?? [];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

function findMiniBrowser(): string | undefined {
  return ['/usr/lib', '/usr/libexec', `/usr/lib/${multiarch()}`]
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('webkit2gtk-4'))
        .map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find(existsSync);
}

function multiarch(): string {
  return process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
}

async function unpackChromium(): Promise<string> {
  const {
    default: chromium,
    inflate,
    setupLambdaEnvironment,
  } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  if (missingLibraries(path).length === 0) return path;
  const libraries = await inflate(join(packageFolder('@sparticuz/chromium'), 'bin/al2023.tar.br'));
  setupLambdaEnvironment(join(libraries, 'lib'));
  const missing = missingLibraries(path);
  if (missing.length === 0) return path;
  throw new Error(
    `No browser can run here: the one from npm lacks ${missing.join(', ')}. ` +
      'Install libnss3 (Debian: apt-get install libnss3), or a Chromium, or set CHROME_PATH.',
  );
}

function missingLibraries(path: string): string[] {
  const { stdout } = spawnSync('ldd', [path], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/(\S+) => not found/g)].map(([, name]) => name ?? '');
}

function packageFolder(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  return entry.slice(0, entry.lastIndexOf(name) + name.length);
}
