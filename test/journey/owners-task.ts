import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Insights } from '../../src/contract/insights.js';
import type { PointsPage } from '../../src/contract/points.js';
import { DemoServer } from './demo-server.js';
import { findEngines, type Engine } from './engines.js';
import type { Screen } from './screen.js';

const name = 'Water the fig tree';
const description = 'Two cans, slowly, at the foot and not on the leaves.';
const proof = 'Two cans at nine, and the earth was dry a hand deep.';
const reportOfMia = new RegExp(`Mia Sousa.*${name}|${name}.*Mia Sousa`);
/** What Mia has before, and what a new task gives if nobody says otherwise. */
const [before, reward] = [40, 10];

/** An owner, a member and a reviewer, each before their own browser. */
interface Cast {
  server: DemoServer;
  olga: Screen;
  mia: Screen;
  rui: Screen;
}

interface Figures {
  readonly submitted: number;
  readonly points: number;
}

async function figures(server: DemoServer): Promise<Figures> {
  const day = new Date().toISOString().slice(0, 10);
  const path = `/insights?from=${day}&to=${day}&zone=UTC`;
  const { period } = (await (await server.ask('olga', path)).json()) as Insights;
  return period;
}

async function olgaWrites({ olga, mia }: Cast): Promise<void> {
  await mia.misses('button', name, 'task-list');
  await olga.click('button', 'New task', 'task-editor');
  await olga.type('textbox', 'Name', name, 'task-editor');
  await olga.type('textbox', 'Task description', description, 'task-editor');
  await olga.click('button', 'Create task', 'task-editor');
  await olga.see('Saved.', 'task-editor');
}

async function miaReports({ mia }: Cast): Promise<void> {
  await mia.click('button', name, 'task-list');
  await mia.see(description, 'report-form');
  await mia.type('textbox', 'What did you do?', proof, 'report-form');
  await mia.click('button', 'Send report', 'report-form');
  await mia.see(/waiting for review/i, 'report-form');
}

async function ruiApproves({ rui, mia }: Cast): Promise<void> {
  await rui.type('searchbox', 'Search reports', 'fig tree', 'report-review');
  await rui.click('button', reportOfMia, 'report-review');
  await rui.see(proof, 'report-review');
  // What comes below the report moves the buttons.
  await rui.see('Mia Sousa sent the report', 'mini-chat');
  await rui.click('button', /^Approve\b/, 'report-review');
  await rui.see('Approved by Rui Tavares', 'report-review');
  await mia.see('Approved by Rui Tavares', 'report-form');
}

/** The balance and the figures are on screen, and are those of the tables. */
async function allMoves({ server, olga, mia }: Cast, then: Figures): Promise<void> {
  await mia.see(new RegExp(`${name}.*\\+${reward}`), 'points-balance');
  await mia.see(new RegExp(`${before + reward} points`), 'points-balance');
  const { balance } = (await (await server.ask('mia', '/points')).json()) as PointsPage;
  assert.equal(balance, before + reward);
  const now = await figures(server);
  assert.equal(now.submitted, then.submitted + 1);
  assert.equal(now.points, then.points + reward);
  await olga.click('button', '7 days', 'task-insights');
  await olga.see(new RegExp(`${name} \\d+ 1 1 0 ${reward}\\b`), 'task-insights');
}

async function tell(cast: Cast): Promise<void> {
  const { server, olga, mia, rui } = cast;
  const screens = [olga, mia, rui];
  await Promise.all(screens.map((screen) => screen.open(server.page(screen.who))));
  for (const screen of screens) await screen.evaluate('void (globalThis.sameDocument = true)');
  const then = await figures(server);
  await olgaWrites(cast);
  await miaReports(cast);
  await ruiApproves(cast);
  await allMoves(cast, then);
  for (const screen of screens) {
    assert.equal(await screen.evaluate('globalThis.sameDocument'), true, 'Nobody reloaded.');
    assert.deepEqual(screen.complaints(), []);
  }
}

async function play(engine: Engine, context: TestContext): Promise<void> {
  const server = await DemoServer.start();
  context.after(() => server.end());
  const screens: Screen[] = [];
  context.after(() => Promise.all(screens.map((screen) => screen.close())));
  for (const who of ['olga', 'mia', 'rui']) screens.push(await engine.launch(who));
  const [olga, mia, rui] = screens as [Screen, Screen, Screen];
  await tell({ server, olga, mia, rui });
}

for (const engine of await findEngines()) {
  // Continuous integration has every engine; elsewhere one may be absent.
  const skip = !process.env['CI'] && engine.missing;
  const title = `${engine.name}: a task, from its owner's first word to the figures that it moves`;
  test(title, { skip: skip || false }, (context) => play(engine, context));
}
