import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import type { Message, MessagePage } from '../../src/contract/message.js';
import type { Page } from '../../src/contract/page.js';
import type { ReportSummary } from '../../src/contract/report.js';
import { findChromium } from '../browsers.js';
import { DemoServer } from './demo-server.js';
import { PuppeteerScreen } from './puppeteer-screen.js';
import type { Screen } from './screen.js';

const task = 'Sit with a first-time guest';
const kills = 5;
const linesEach = 20;
const total = 2 * kills * linesEach;

const line = (who: string, n: number): string => `${who} says ${String(n).padStart(3, '0')}`;

/** The lines of the test in a text, in the order of reading. */
const linesIn = (text: string): string[] => text.match(/\b(?:mia|rui) says \d{3}\b/g) ?? [];

/** What is wrong with a dialogue, given all that two people said; empty if nothing is. */
function faultsIn(said: string[], read: string[]): string[] {
  const times = new Map<string, number>();
  for (const each of read) times.set(each, (times.get(each) ?? 0) + 1);
  const ofOne = (who: string) => read.filter((each) => each.startsWith(who));
  return [
    ...said.filter((each) => !times.has(each)).map((each) => `lost: ${each}`),
    ...[...times].filter(([, count]) => count > 1).map(([each]) => `doubled: ${each}`),
    ...['mia', 'rui']
      .filter((who) => ofOne(who).join() !== [...ofOne(who)].sort().join())
      .map((who) => `not in the order in which ${who} wrote`),
  ];
}

/** What is wrong with the places in a dialogue. */
const gapsIn = (messages: Message[]): string[] =>
  messages.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`${seq} at place ${index + 1}`]));

const said = ['mia', 'rui'].flatMap((who) =>
  Array.from({ length: total / 2 }, (_, index) => line(who, index + 1)),
);

test('the comparison finds what is lost, doubled, out of order, and a gap', () => {
  const [first, second, ...rest] = said as [string, string, ...string[]];
  assert.deepEqual(faultsIn(said, said), []);
  assert.deepEqual(faultsIn(said, [first, ...rest]), [`lost: ${second}`]);
  assert.deepEqual(faultsIn(said, [...said, 'rui says 100']), ['doubled: rui says 100']);
  assert.deepEqual(faultsIn(said, [second, first, ...rest]), [
    'not in the order in which mia wrote',
  ]);
  const places = (...seqs: number[]) => gapsIn(seqs.map((seq) => ({ seq }) as Message));
  assert.deepEqual(places(1, 2, 3), []);
  assert.deepEqual(places(1, 3), ['3 at place 2']);
  assert.deepEqual(places(1, 1), ['1 at place 2']);
});

let server: DemoServer;
const screens: Screen[] = [];

before(async () => {
  server = await DemoServer.start();
  const chromium = await findChromium();
  for (const who of ['mia', 'rui']) {
    const screen = await PuppeteerScreen.launch(who, { browser: 'chrome', ...chromium });
    screens.push(screen);
    await screen.open(server.page(who));
  }
});
after(async () => {
  await Promise.all(screens.map((screen) => screen.close()));
  await server.end();
});

async function write(screen: Screen, round: number, each?: (index: number) => void): Promise<void> {
  for (let index = 0; index < linesEach; index += 1) {
    const text = line(screen.who, round * linesEach + index + 1);
    await screen.type('textbox', 'Leave a reply', text, 'mini-chat');
    assert.equal(await screen.valueOf('textbox', 'Leave a reply', 'mini-chat'), text);
    await screen.press('Enter');
    each?.(index);
  }
}

/** Both write; in the middle of it the server dies, and comes back while they go on writing. */
async function writeThroughADeath(round: number): Promise<void> {
  const [mia, rui] = screens as [Screen, Screen];
  let death: Promise<void> | undefined;
  const dieInTheMiddle = (index: number): void => {
    if (index === linesEach / 2) death = server.kill().then(() => server.restart());
  };
  await Promise.all([write(mia, round, dieInTheMiddle), write(rui, round)]);
  await death;
}

/** The dialogue on a screen, once all is there; what is there, if it never is. */
async function readAll(screen: Screen): Promise<string[]> {
  let lines: string[] = [];
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(200)) {
    lines = linesIn(await screen.dialogue());
    if (new Set(lines).size === total) break;
  }
  return lines;
}

async function readTable(): Promise<Message[]> {
  const reports = await read<Page<ReportSummary>>('/reports?limit=200');
  const report = reports.items.find((each) => each.task.name === task);
  const messages: Message[] = [];
  for (let next: string | null = '0'; next !== null;) {
    const path: string = `/reports/${report?.id}/messages?after=${next}&limit=200`;
    const page = await read<MessagePage>(path);
    messages.push(...page.items);
    next = page.next;
  }
  return messages;
}

async function read<Answer>(path: string): Promise<Answer> {
  return (await (await server.ask('mia', path)).json()) as Answer;
}

test(`${total} messages of two people through ${kills} deaths of the server`, async () => {
  const [mia, rui] = screens as [Screen, Screen];
  await mia.click('button', 'Awaiting', 'report-list');
  await mia.click('button', task, 'report-list');
  await rui.click('button', new RegExp(`Mia Sousa.*${task}|${task}.*Mia Sousa`), 'report-review');
  for (const screen of screens) await screen.see('The pedal squeaks, by the way', 'mini-chat');
  for (let round = 0; round < kills; round += 1) await writeThroughADeath(round);
  const [onMias, onRuis] = [await readAll(mia), await readAll(rui)];
  const messages = await readTable();
  const kept = messages.flatMap((each) => (each.kind === 'text' ? linesIn(each.text) : []));
  const faults = {
    kept: faultsIn(said, kept),
    mia: faultsIn(said, onMias),
    rui: faultsIn(said, onRuis),
  };
  assert.deepEqual(faults, { kept: [], mia: [], rui: [] });
  assert.deepEqual(gapsIn(messages), [], 'The places in the dialogue.');
  assert.deepEqual(onMias, kept, "What is on Mia's screen, in the order of the server.");
  assert.deepEqual(onRuis, kept, "What is on Rui's screen, in the order of the server.");
});
