import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import type { Page } from '../../src/contract/page.js';
import type { ReportSummary } from '../../src/contract/report.js';
import { findChromium } from '../browsers.js';
import { DemoServer } from './demo-server.js';
import { PuppeteerScreen } from './puppeteer-screen.js';

const task = 'Sit with a first-time guest';
const older = 500;
/** `TASKCHAT_ANNOUNCED=1000` takes about six minutes. */
const total = Number(process.env['TASKCHAT_ANNOUNCED'] || 200);
/** Every so many messages one is the listener's own. */
const ownEach = 10;
/** Every so many messages the server dies, and something is said before the page is back. */
const deathEach = 50;

/** A node of the live region: a screen reader says each once, when it comes. */
interface Said {
  readonly node: number;
  readonly words: string;
}

const wordsOf = (n: number): string => `Number ${String(n).padStart(4, '0')}`;
const numberIn = (words: string): string => /Number \d{4}/.exec(words)?.[0] ?? words;

/** What is wrong with what was said; empty if each of `wanted` was said once, and nothing else. */
function faultsIn(wanted: readonly string[], said: readonly Said[]): string[] {
  const nodes = new Map(said.map(({ node, words }) => [node, numberIn(words)]));
  const heard = [...nodes.values()];
  const count = (words: string) => heard.filter((each) => each === words).length;
  return [
    ...wanted.filter((words) => !count(words)).map((words) => `not said: ${words}`),
    ...wanted.filter((words) => count(words) > 1).map((words) => `said again: ${words}`),
    ...heard.filter((words) => !wanted.includes(words)).map((words) => `said at all: ${words}`),
  ];
}

test('the comparison finds what is missed, said again, and said at all', () => {
  const said = (...numbers: number[]): Said[] =>
    numbers.map((n, node) => ({ node, words: `Rui: ${wordsOf(n)}` }));
  const wanted = [wordsOf(1), wordsOf(2)];
  assert.deepEqual(faultsIn(wanted, said(1, 2)), []);
  assert.deepEqual(faultsIn(wanted, [...said(1, 2), ...said(1, 2)]), []);
  assert.deepEqual(faultsIn(wanted, said(1)), [`not said: ${wordsOf(2)}`]);
  assert.deepEqual(faultsIn(wanted, said(1, 2, 1)), [`said again: ${wordsOf(1)}`]);
  assert.deepEqual(faultsIn(wanted, said(1, 2, 3)), [`said at all: ${wordsOf(3)}`]);
});

let server: DemoServer;
let screen: PuppeteerScreen;
let report = '';
const said: Said[] = [];

before(async () => {
  server = await DemoServer.start();
  const reports = await server.ask('rui', '/reports?limit=200');
  const { items } = (await reports.json()) as Page<ReportSummary>;
  report = items.find((each) => each.task.name === task)?.id ?? '';
  for (let n = 0; n < older; n += 1) await say('rui', `Older ${n}`);
  screen = await PuppeteerScreen.launch('mia', { browser: 'chrome', ...(await findChromium()) });
  await screen.open(server.page('mia'));
  await screen.click('button', 'Awaiting', 'report-list');
  await screen.click('button', task, 'report-list');
});
after(async () => {
  await screen.close();
  await server.end();
});

async function say(who: string, text: string): Promise<void> {
  const path = `/reports/${report}/messages/${randomUUID()}`;
  const answer = await server.ask(who, path, { method: 'PUT', body: JSON.stringify({ text }) });
  assert.ok(answer.ok, String(answer.status));
}

/** Listens until these words are said, and takes in all that is said meanwhile. */
async function listen(words: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(5)) {
    const now = await screen.spoken('mini-chat');
    said.push(...now);
    if (now.some((each) => each.words.includes(words))) return;
  }
  throw new Error(`Not said: ${words}`);
}

/** Mia says it herself, and sees it sent. */
async function sayOwn(words: string): Promise<void> {
  await screen.type('textbox', 'Leave a reply', words, 'mini-chat');
  await screen.press('Enter');
  await screen.see(words, 'mini-chat');
}

test(`of ${older} older and ${total} new messages, each that comes in is said once`, async () => {
  await screen.see('Older', 'mini-chat');
  await screen.dialogue();
  said.push(...(await screen.spoken('mini-chat')));
  assert.deepEqual(said, [], 'What was there before is not said.');
  const wanted: string[] = [];
  for (let n = 1; n <= total; n += 1) {
    if (n % ownEach === 0) {
      await sayOwn(wordsOf(n));
      continue;
    }
    if (n % deathEach === 1) await server.kill().then(() => server.restart());
    await say('rui', wordsOf(n));
    wanted.push(wordsOf(n));
    await listen(wordsOf(n));
  }
  assert.deepEqual(faultsIn(wanted, said), []);
});
