import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { Page } from '../../src/contract/page.js';
import type { Report, ReportSummary } from '../../src/contract/report.js';
import { DemoServer } from './demo-server.js';
import { findEngines, type Engine } from './engines.js';
import { PuppeteerScreen } from './puppeteer-screen.js';
import type { Screen } from './screen.js';

const total = 50;
/** Of these the last are decided together. */
const together = 10;
const patience = 15_000;

/** Where the keys go, and what a screen reader is told. */
interface Spot {
  readonly role: string;
  readonly name: string;
  /** The report whose row has the focus. */
  readonly report: string;
  /** The report that is open. */
  readonly opened: string;
  readonly said: string;
}

const look = `(() => {
  const roles = { textarea: 'textbox' };
  let spot = document.activeElement;
  while (spot?.shadowRoot?.activeElement) spot = spot.shadowRoot.activeElement;
  const { shadowRoot } = document.querySelector('report-review');
  const label = spot?.labels?.[0]?.textContent ?? spot?.textContent ?? '';
  return {
    role: spot?.getAttribute('role') ?? roles[spot?.localName] ?? spot?.localName ?? '',
    name: (spot?.getAttribute('aria-label') ?? label).replace(/\\s+/g, ' ').trim(),
    report: spot?.dataset?.report ?? '',
    opened: shadowRoot.querySelector('[data-report][aria-current=true]')?.dataset.report ?? '',
    said: shadowRoot.querySelector('.desk > [role=status]')?.textContent ?? '',
  };
})()`;

/** How somebody comes to know where they are. */
type Look = (screen: Screen) => Promise<Spot>;

const asWritten: Look = async (screen) => (await screen.evaluate(look)) as Spot;

/** As a screen reader has it: what is focused, and what is said, are those of the tree. */
const inTree: Look = async (screen) => {
  assert.ok(screen instanceof PuppeteerScreen);
  const spoken = await screen.spoken('report-review', '.desk > [role=status]');
  const said = spoken.map(({ words }) => words).join(' ');
  return { ...(await asWritten(screen)), ...(await screen.focusInTree()), said };
};

const roleless = new Set(['', 'body', 'none', 'generic', 'RootWebArea']);

class Keyboard {
  /** Every place that the focus came to had to have a name and a role. */
  readonly nameless: Spot[] = [];
  readonly #look: Look;

  constructor(
    readonly screen: Screen,
    view: Look,
  ) {
    this.#look = view;
  }

  spot(): Promise<Spot> {
    return this.#look(this.screen);
  }

  async until(goal: string, wanted: (spot: Spot) => boolean): Promise<Spot> {
    const end = Date.now() + patience;
    let spot = await this.spot();
    while (!wanted(spot)) {
      if (Date.now() > end) throw new Error(`Not come: ${goal}. ${JSON.stringify(spot)}`);
      await pause(20);
      spot = await this.spot();
    }
    if (!spot.name || roleless.has(spot.role)) this.nameless.push(spot);
    return spot;
  }

  /** Tab by Tab to the queue, as somebody who has just come to the page. */
  async toQueue(): Promise<Spot> {
    for (let tabs = 0; tabs < 80; tabs += 1) {
      const spot = await this.spot();
      if (spot.report) return spot;
      await this.screen.press('Tab');
    }
    throw new Error(`80 times Tab lead to no report. ${JSON.stringify(await this.spot())}`);
  }

  /** Opens the field, writes why, goes on to the button behind it, and presses that. */
  async decideWithReason(letter: 'r' | 'c', reason: string): Promise<void> {
    await this.screen.keys(letter);
    await this.until('the field', ({ role }) => role === 'textbox');
    await this.screen.keys(reason);
    await this.screen.press('Tab');
    await this.until('the button', ({ role }) => role === 'button');
    await this.screen.press('Enter');
  }
}

const verdicts = ['approved', 'approved', 'rejected', 'approved', 'changes'] as const;

async function decideOne(keyboard: Keyboard, index: number): Promise<void> {
  const before = await keyboard.until(
    'an open report with the focus on its row',
    ({ report, opened }) => report !== '' && report === opened,
  );
  const verdict = verdicts[index % verdicts.length]!;
  const number = String(index + 1);
  if (verdict === 'approved') await keyboard.screen.keys('a');
  else {
    const letter = verdict === 'rejected' ? 'r' : 'c';
    await keyboard.decideWithReason(letter, `Number ${number} is too short.`);
  }
  const after = await keyboard.until(
    'the next report',
    ({ report, opened }) => report !== '' && report === opened && report !== before.report,
  );
  assert.ok(after.said && after.said !== before.said, 'What was decided is said.');
  if (index % 9 !== 4) return;
  // A slip: back to it, and the same again.
  await keyboard.screen.keys('z');
  await keyboard.until('the report that was taken back', ({ report, said }) => {
    return report === before.report && said.startsWith('Taken back');
  });
  await decideOne(keyboard, index === 4 ? 5 : index + 1);
}

/** X on one after the other, then one key for all. */
async function decideTogether(keyboard: Keyboard): Promise<void> {
  for (let count = 0; count < together; count += 1) {
    const { report } = await keyboard.until('a row', (spot) => spot.report !== '');
    await keyboard.screen.keys('x');
    if (count === together - 1) break;
    await keyboard.screen.keys('j');
    await keyboard.until('the next row', (spot) => spot.report !== '' && spot.report !== report);
  }
  await keyboard.screen.keys('a');
  await keyboard.until('that they are approved', ({ said }) =>
    said.startsWith(`${together} reports: approved`),
  );
}

async function fill(server: DemoServer): Promise<ReadonlySet<string>> {
  const put = async <Answer>(as: string, path: string, body: object): Promise<Answer> => {
    const answer = await server.ask(as, path, { method: 'PUT', body: JSON.stringify(body) });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return (await answer.json()) as Answer;
  };
  const open = (await (
    await server.ask('rui', '/reports?status=awaiting&turn=reviewer')
  ).json()) as Page<ReportSummary>;
  for (const { id, round } of open.items) {
    const path = `/reports/${id}/rounds/${round}/decision`;
    await put('rui', path, { id: uuid(), verdict: 'approved' });
  }
  const task = uuid();
  const text = { name: 'Fifty screws', description: 'One report each.' };
  await put('olga', `/tasks/${task}`, { ...text, points: 3, status: 'active', limit: total });
  const ids = new Set<string>();
  for (let number = 1; number <= total; number += 1) {
    const body = { taskId: task, text: `Screw number ${number}.` };
    ids.add((await put<Report>('mia', `/reports/${uuid()}`, body)).id);
  }
  return ids;
}

async function decided(server: DemoServer, ids: ReadonlySet<string>): Promise<Report[]> {
  const end = Date.now() + 30_000;
  for (;;) {
    const read = [...ids].map(async (id) => {
      return (await (await server.ask('rui', `/reports/${id}`)).json()) as Report;
    });
    const reports = await Promise.all(read);
    if (reports.every(({ decision }) => decision) || Date.now() > end) return reports;
    await pause(500);
  }
}

async function play(engine: Engine, view: Look): Promise<void> {
  const server = await DemoServer.start();
  const screen = await engine.launch('rui');
  try {
    const ids = await fill(server);
    await screen.open(server.page('rui'));
    await screen.see('Fifty screws', 'report-review');
    const keyboard = new Keyboard(screen, view);
    await keyboard.toQueue();
    for (let index = 0; index < total - together; index += 1) await decideOne(keyboard, index);
    await decideTogether(keyboard);
    const reports = await decided(server, ids);
    assert.equal(reports.filter(({ decision }) => decision).length, total);
    const rounds = reports.flatMap((report) => report.rounds.filter((round) => round.decision));
    assert.equal(rounds.length, total, 'One decision each.');
    const approved = reports.filter(({ status }) => status === 'approved').length;
    assert.ok(approved >= together + 20, `${approved} approved`);
    assert.deepEqual(keyboard.nameless, [], 'Wherever the focus came to has a name.');
    assert.deepEqual(screen.complaints(), []);
  } finally {
    await screen.close();
    await server.end();
  }
}

const engines = await findEngines();
for (const engine of engines) {
  test(`${total} reports are decided by keyboard alone, in ${engine.name}`, async (context) => {
    if (engine.missing) return context.skip(engine.missing);
    await play(engine, asWritten);
  });
}

test(`${total} reports are decided as a screen reader has it`, async (context) => {
  const chromium = engines.find(({ name }) => name === 'Chromium')!;
  if (chromium.missing) return context.skip(chromium.missing);
  await play(chromium, inTree);
});
