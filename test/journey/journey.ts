import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { MessagePage } from '../../src/contract/message.js';
import type { Page } from '../../src/contract/page.js';
import type { PointsPage } from '../../src/contract/points.js';
import type { Problem } from '../../src/contract/problem.js';
import type { ReportSummary } from '../../src/contract/report.js';
import { DemoServer } from './demo-server.js';
import { findEngines, type Engine } from './engines.js';
import type { Screen } from './screen.js';

const task = 'Sort the drawer of odd screws';
const reportOfMia = new RegExp(`Mia Sousa.*${task}|${task}.*Mia Sousa`);
const proof = 'The middle of the drawer is done: five jars, and no label for brass wood screws.';
const question = 'Thank you. Which jars are the full ones?';
const answer = 'The two with cross heads, M4 and M5.';
const whileDown = 'And the strays weigh 4 kg by now.';

/** The two people of the story, each before their own browser, and the server between them. */
interface Cast {
  server: DemoServer;
  mia: Screen;
  rui: Screen;
}

async function miaReports({ mia }: Cast): Promise<void> {
  await mia.click('button', task, 'task-list');
  await mia.see('Sort by head first (slotted, cross, hex, star)', 'report-form');
  await mia.see(/\b80\b/, 'report-form');
  await mia.type('textbox', 'What did you do?', proof, 'report-form');
  await mia.click('button', 'Send report', 'report-form');
  await mia.see(/waiting for review/i, 'report-form');
  await mia.click('button', 'Awaiting', 'report-list');
  await mia.see(proof, 'report-list');
}

async function ruiAsks({ mia, rui }: Cast): Promise<void> {
  await rui.type('searchbox', 'Search reports', 'screws', 'report-review');
  await rui.click('button', reportOfMia, 'report-review');
  await rui.see(proof, 'report-review');
  await mia.click('button', task, 'report-list');
  await rui.type('textbox', 'Leave a reply', question, 'mini-chat');
  await rui.click('button', 'Send', 'mini-chat');
  await mia.see(question, 'mini-chat');
}

async function miaAnswers({ mia, rui }: Cast): Promise<void> {
  await mia.type('textbox', 'Leave a reply', answer, 'mini-chat');
  await mia.press('Enter');
  await rui.see(answer, 'mini-chat');
}

async function theServerDies({ server, mia, rui }: Cast): Promise<void> {
  await server.kill();
  await mia.type('textbox', 'Leave a reply', whileDown, 'mini-chat');
  await mia.press('Enter');
  await mia.see(whileDown, 'mini-chat');
  assert.equal(await mia.valueOf('textbox', 'Leave a reply', 'mini-chat'), '');
  await server.restart();
  await rui.see(whileDown, 'mini-chat');
}

async function ruiApproves({ mia, rui }: Cast): Promise<void> {
  await rui.click('button', /^Approve\b/, 'report-review');
  // It can be taken back for a while, and the next report is open.
  await rui.see(/Mia Sousa\W*: approved/, 'report-review');
  await mia.see('Approved by Rui Tavares', 'report-form');
  await rui.click('button', /^Approved\b/, 'report-review');
  await rui.click('button', reportOfMia, 'report-review');
  await rui.see(/can no longer be altered/, 'report-review');
  await mia.see(/\+80/, 'report-form');
  await mia.click('button', 'Approved', 'report-list');
  await mia.see(/\+80 ?points.*Approved/, 'report-list');
  for (const name of [/^Approve\b/, /^Reject\b/, /^Ask for changes/, /^Reopen/]) {
    await rui.misses('button', name, 'report-review');
  }
  for (const name of ['Change it', 'Send again', 'Send report']) {
    await mia.misses('button', name, 'report-form');
  }
}

async function nothingIsLost({ server }: Cast): Promise<ReportSummary> {
  const { items: reports } = await read<Page<ReportSummary>>(server, '/reports?q=brass%20wood');
  assert.equal(reports.length, 1, 'The report is there, and once.');
  const [report] = reports as [ReportSummary];
  assert.equal(report.text, proof);
  const { items } = await read<MessagePage>(server, `/reports/${report.id}/messages`);
  assert.deepEqual(
    items.map((line) => (line.kind === 'text' ? line.text : line.happening.type)),
    ['submitted', question, answer, whileDown, 'approved'],
  );
  assert.deepEqual(
    items.map(({ seq }) => seq),
    [1, 2, 3, 4, 5],
  );
  const { balance } = await read<PointsPage>(server, '/points');
  assert.equal(balance, 40 + 80, 'What Mia had before, and the points of this task.');
  return report;
}

/** Whoever asks, and however: the answer is the approval that stands. */
async function nothingCanChangeIt(
  { server }: Cast,
  { id, decision }: ReportSummary,
): Promise<void> {
  const late = { id: uuid(), verdict: 'rejected', reason: 'On second thought.' };
  const attempts: [who: string, path: string, body: object][] = [
    ['rui', 'rounds/1/decision', late],
    ['olga', 'rounds/1/decision', late],
    ['rui', `reopenings/${uuid()}`, {}],
    ['mia', 'rounds/2', { text: 'Even better.' }],
  ];
  for (const [who, path, body] of attempts) {
    const init = { method: 'PUT', body: JSON.stringify(body) };
    const response = await server.ask(who, `/reports/${id}/${path}`, init);
    const problem = (await response.json()) as Problem;
    assert.equal(`${response.status} ${problem.code}`, '409 already-approved', path);
    assert.deepEqual(problem.decision, decision, path);
  }
}

async function read<Answer>(server: DemoServer, path: string): Promise<Answer> {
  return (await (await server.ask('mia', path)).json()) as Answer;
}

async function tell(cast: Cast): Promise<void> {
  const { server, mia, rui } = cast;
  await Promise.all([mia.open(server.page('mia')), rui.open(server.page('rui'))]);
  for (const screen of [mia, rui]) await screen.evaluate('void (globalThis.sameDocument = true)');
  await miaReports(cast);
  await ruiAsks(cast);
  await miaAnswers(cast);
  await theServerDies(cast);
  await ruiApproves(cast);
  const report = await nothingIsLost(cast);
  await nothingCanChangeIt(cast, report);
  for (const screen of [mia, rui]) {
    assert.equal(await screen.evaluate('globalThis.sameDocument'), true, 'Nobody reloaded.');
    assert.deepEqual(screen.complaints(), []);
  }
}

/** Pictures of what was on screen when it failed, if `TASKCHAT_PICTURES` names a folder. */
async function picture(screens: Screen[], engine: string): Promise<void> {
  const folder = process.env['TASKCHAT_PICTURES'];
  if (!folder) return;
  for (const screen of screens) {
    await screen.screenshot(`${folder}/journey-${engine}-${screen.who}.png`);
  }
}

async function play(engine: Engine, context: TestContext): Promise<void> {
  const server = await DemoServer.start();
  context.after(() => server.end());
  const screens: Screen[] = [];
  context.after(() => Promise.all(screens.map((screen) => screen.close())));
  for (const who of ['mia', 'rui']) screens.push(await engine.launch(who));
  const [mia, rui] = screens as [Screen, Screen];
  try {
    await tell({ server, mia, rui });
  } finally {
    await picture(screens, engine.name);
  }
}

for (const engine of await findEngines()) {
  // Continuous integration has every engine; elsewhere one may be absent.
  const skip = !process.env['CI'] && engine.missing;
  const title = `${engine.name}: one report's life, from the first click to the locked approval`;
  test(title, { skip: skip || false }, (context) => play(engine, context));
}
