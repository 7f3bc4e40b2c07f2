import { rmSync } from 'node:fs';
import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { findChromium } from '../browsers.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { packageRoot } from '../support/start-server.js';

/** What every run needs, and what runs may share. */
export interface Stage {
  readonly postgres: Postgres;
  readonly browser: Browser;
  /** A copy of the sources: each process of a long run is of one and the same state. */
  readonly root: string;
  close(): Promise<void>;
}

const flags = [
  // A page that nobody looks at is slowed down otherwise; here each has its person.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // Many pages are painted on few cores: no more than what changes.
  '--disable-gpu',
  '--force-prefers-reduced-motion',
];

export async function openStage(): Promise<Stage> {
  const root = await copySources();
  const clear = (): void => rmSync(root, { recursive: true, force: true });
  process.once('exit', clear);
  const postgres = await startPostgres();
  const { path, args } = await findChromium();
  const browser = await launch({
    executablePath: path,
    args: [...args, ...flags],
    headless: true,
    protocolTimeout: 600_000,
  });
  return {
    postgres,
    browser,
    root,
    async close() {
      await browser.close();
      await postgres.stop();
      process.off('exit', clear);
      clear();
    },
  };
}

async function copySources(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'taskchat-chaos-'));
  for (const name of ['package.json', 'tsconfig.json', 'src', 'test/support', 'test/chaos']) {
    await cp(join(packageRoot, name), join(root, name), { recursive: true });
  }
  await symlink(join(packageRoot, 'node_modules'), join(root, 'node_modules'));
  return root;
}
