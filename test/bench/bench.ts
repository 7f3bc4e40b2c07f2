import { parseArgs } from 'node:util';
import type { Browser } from 'puppeteer-core';
import { BenchPage, openBrowser, servePages } from './browser.js';
import { cases, contestants, type Case } from './cases.js';
import type { Figures } from './measure.js';
import { countOver, table, type Results } from './table.js';

/**
 * `npm run bench` measures our tags beside plain DOM, and prints the medians of five rounds.
 * `--rounds=1` takes fewer, `--only=chat-1000,core-chat` that case and that contestant, `--only=list` what is
 * measured of lists.
 * A time says nothing by itself: it is compared with the baseline of the same run.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, only: { type: 'string', default: '' } },
});
/** Milliseconds that one contestant may take for one case. */
const longest = 90_000;
const rounds = Number(values.rounds);
const words = values.only.split(',').filter(Boolean);
const names = Object.values(contestants).flat();
const wantedCases = words.filter((word) => !names.includes(word));
const wantedNames = words.filter((word) => names.includes(word));

/** Everything is measured beside its baseline. */
function takePart({ name, kind }: Case): readonly string[] {
  if (wantedCases.length && !wantedCases.some((word) => word === name || word === kind)) return [];
  const [baseline, ...others] = contestants[kind];
  const wanted = others.filter((one) => !wantedNames.length || wantedNames.includes(one));
  return wanted.length ? [baseline!, ...wanted] : [];
}

const pages = await servePages(contestants);
const browsers: Record<'fast' | 'paced', Browser> = {
  fast: await openBrowser(true),
  paced: await openBrowser(false),
};
const results: Results = new Map();
const failures: string[] = [];

async function measure(one: Case, contestant: string, round: number): Promise<Figures> {
  const address = `${pages.url}/${contestant}/?seed=${7 + round}`;
  const page = await BenchPage.open(browsers[one.fast ? 'fast' : 'paced'], address);
  // What is asked of a page that was closed fails.
  const timer = setTimeout(() => void page.close(), longest);
  try {
    return await one.measure(page);
  } catch (error) {
    failures.push(`${one.name}, ${contestant}, round ${round + 1}: ${String(error)}`);
    return {};
  } finally {
    clearTimeout(timer);
    failures.push(...page.errors.map((error) => `${one.name}, ${contestant}: ${error}`));
    await page.close();
  }
}

async function measureAll(round: number): Promise<void> {
  for (const one of cases) {
    const part = takePart(one);
    if (!part.length) continue;
    const known = results.get(one.name) ?? new Map<string, Figures[]>();
    results.set(one.name, known);
    // Whoever goes first has a colder machine: they take turns.
    for (const name of round % 2 ? part.toReversed() : part) {
      const figures = await measure(one, name, round);
      known.set(name, [...(known.get(name) ?? []), figures]);
    }
    console.error(`Round ${round + 1} of ${rounds}: ${one.name}`);
  }
}

try {
  for (let round = 0; round < rounds; round += 1) await measureAll(round);
} finally {
  pages.close();
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
}
console.log(table(results));
for (const failure of failures) console.log(failure);
const over = countOver(results);
console.log(`\nMedians of ${rounds} rounds. ${over} lines of the tags are over their limit.`);
process.exitCode = over || failures.length ? 1 : 0;
