import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { preview } from 'vite';
import { findChromium } from '../browsers.js';
import { countLine, none } from '../suites/counts.js';
import { openFrame } from './frame.js';

interface Entry {
  id: string;
  type: string;
}

const folder = 'storybook-static';
const framesAtOnce = 2;
const counts = { ...none };

/** `npm run smoke -- mini-chat` opens only the stories with that in their id. */
const [part = ''] = process.argv.slice(2);

if (existsSync(`${folder}/index.json`)) await smoke();
else console.log(`There is no ${folder}: run "npm run build-storybook" first.`);

if (counts.passed === 0) counts.failed += 1;
console.log(`\n${countLine(counts)}`);
process.exit(counts.failed > 0 ? 1 : 0);

async function smoke(): Promise<void> {
  const site = await preview({ configFile: false, build: { outDir: folder } });
  const origin = new URL(site.resolvedUrls?.local[0] ?? '').origin;
  const { path, args } = await findChromium();
  const browser = await chromium.launch({ executablePath: path, args });
  const stories = (await listStories(origin)).values();
  const frames = Array.from({ length: framesAtOnce }, () => visitAll(stories, browser, origin));
  await Promise.all(frames);
  await browser.close();
}

async function listStories(origin: string): Promise<string[]> {
  const answer = await fetch(`${origin}/index.json`);
  const { entries } = (await answer.json()) as { entries: Record<string, Entry> };
  const stories = Object.values(entries).filter(({ type }) => type === 'story');
  return stories.map(({ id }) => id).filter((id) => id.includes(part));
}

/** Takes the next story as long as there is one; the frames share the list. */
async function visitAll(
  stories: Iterable<string>,
  browser: Browser,
  origin: string,
): Promise<void> {
  const visit = await openFrame(browser, origin);
  for (const story of stories) {
    const problems = await visit(story).catch((error: unknown) => [String(error)]);
    if (problems.length > 0) counts.failed += 1;
    else counts.passed += 1;
    console.log(`${problems.length > 0 ? '✖' : '✔'} ${story}`);
    for (const problem of problems) console.log(`    ${problem}`);
  }
}
