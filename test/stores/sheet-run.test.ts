import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { ApiError } from '../../src/api/api-error.js';
import type { Report } from '../../src/contract/report.js';
import { sheetOf, type Sheet } from '../../src/stores/sheet/sheet.js';
import type { SheetLine } from '../../src/stores/sheet/sheet-line.js';
import type { RunHost } from '../../src/stores/sheet/sheet-run.js';
import { newSite, newTask, ready, until, Visit } from './backend.js';

const decision = /^PUT .*\/decision$/;
const oneReport = /^GET \/reports\/[^?]+$/;

/** A reviewer with reports of Mia's that await, and the sheet of both. */
async function desk(count: number) {
  const site = newSite();
  const task = await newTask(site, { limit: 1_000 });
  const mia = await new Visit(site, 'mia', 'member').session.client();
  const reports: Report[] = [];
  for (let n = 0; n < count; n += 1) {
    reports.push(await mia.submitReport(uuid(), { taskId: task.id, text: `Name ${n}.` }));
  }
  const rui = new Visit(site, 'rui', 'reviewer');
  await until(rui.session.connection, ready);
  const olga = await new Visit(site, 'olga', 'owner').session.client();
  const sheet = sheetOf(rui.session);
  return { site, task, mia, rui, olga, sheet, reports };
}

const load = async (sheet: Sheet, rows: readonly string[]): Promise<readonly SheetLine[]> => {
  const file = ['report,round,verdict,reason', ...rows].join('\n');
  await sheet.load(new Blob([file]), 'reports.csv');
  return sheet.lines;
};

const kinds = ({ lines }: Sheet): string[] => lines.map(({ outcome }) => outcome.kind);

class Host implements RunHost {
  readonly all: string[] = [];
  isLet: RunHost['isLet'] = () => true;
  readonly decided = ({ id }: Report): void => void this.all.push(`decided ${id}`);
  readonly failed = ({ code }: ApiError): void => void this.all.push(`failed ${code}`);
}

test('what is saved holds all that await, the longest wait first, page by page', async () => {
  const { rui, sheet, reports, olga } = await desk(203);
  await olga.decideReport(reports[0]!.id, 1, { id: uuid(), verdict: 'approved' });
  const file = await sheet.save({});
  await sheet.load(file!, 'reports.csv');
  const left = reports.slice(1).map(({ id }) => id);
  assert.deepEqual(
    sheet.lines.map(({ report }) => report),
    left,
  );
  assert.equal(rui.wire.count(/^GET \/reports\?.*limit=200/), 2);
  assert.deepEqual(sheet.snapshot.counts, new Map([['blank', 202]]));
  assert.equal(
    await (await sheet.save({ q: 'Name 7.' }))!
      .text()
      .then((text) => text.trim().split('\r\n').length),
    2,
  );
  const pages = rui.wire.count(/^GET \/reports\?/);
  await load(sheet, [`${reports[1]!.id},1,approve,`]);
  assert.equal(rui.wire.count(/^GET \/reports\?/), pages + 1, 'no page more than is needed');
});

test('each line is told how its report stands before anything is decided', async () => {
  const { site, task, mia, rui, olga, sheet, reports } = await desk(5);
  const [open, approved, asked, revised, early] = reports as [
    Report,
    Report,
    Report,
    Report,
    Report,
  ];
  const own = await new Visit(site, 'rui', 'member').session.client();
  const { id: mine } = await own.submitReport(uuid(), { taskId: task.id, text: 'My own.' });
  await olga.decideReport(approved.id, 1, { id: uuid(), verdict: 'approved' });
  await olga.decideReport(asked.id, 1, { id: uuid(), verdict: 'changes', reason: 'Closer.' });
  await mia.reviseReport(revised.id, 2, { text: 'Another name.' });
  const elsewhere = await desk(1);
  const lines = await load(sheet, [
    `${open.id},1,approve,`,
    `${approved.id},1,reject,Too dark.`,
    `${asked.id},1,approve,`,
    `${revised.id},1,approve,`,
    `${early.id},3,approve,`,
    `${mine},1,approve,`,
    `${elsewhere.reports[0]!.id},1,approve,`,
    `not-an-id,1,approve,`,
    `${approved.id},1,,`,
  ]);
  assert.deepEqual(kinds(sheet), [
    'ready',
    'settled',
    'settled',
    'revised',
    'other-round',
    'own',
    'missing',
    'missing',
    'blank',
  ]);
  const [, first, , third] = lines.map(({ outcome }) => outcome);
  assert.equal(first?.kind === 'settled' && first.decision.reviewer.name, 'olga');
  assert.equal(third?.kind === 'revised' && third.round, 2);
  assert.deepEqual(
    lines.slice(0, 4).map(({ member, task: name }) => [member, name]),
    Array(4).fill(['mia', task.name]),
  );
  // What was found in the pages is not asked for again.
  assert.equal(rui.wire.count(oneReport), 3);
  assert.equal(rui.wire.count(decision), 0);
  assert.equal(sheet.snapshot.phase, 'open');
});

test('all that are ready are decided, with each outcome, and one that fails stops no other', async () => {
  const { mia, rui, olga, sheet, reports } = await desk(6);
  const rows = reports.map(
    ({ id }, n) => `${id},1,${['approve', 'reject', 'changes'][n % 3]},Why ${n}.`,
  );
  await load(sheet, rows);
  await olga.decideReport(reports[1]!.id, 1, { id: uuid(), verdict: 'approved' });
  await mia.reviseReport(reports[3]!.id, 2, { text: 'Another name.' });
  const host = new Host();
  host.isLet = ({ report }) => report.id !== reports[4]!.id;
  await sheet.run(host);
  assert.deepEqual(kinds(sheet), ['done', 'settled', 'done', 'revised', 'prevented', 'done']);
  assert.deepEqual(host.all.toSorted(), [
    ...[0, 2, 5].map((n) => `decided ${reports[n]!.id}`).toSorted(),
    'failed already-approved',
    'failed stale',
  ]);
  const client = await rui.session.client();
  const stand = await Promise.all(reports.map(({ id }) => client.getReport(id)));
  assert.deepEqual(
    stand.map(({ status, turn, round, decision: stands }) => [
      status,
      turn,
      round,
      stands?.reason ?? null,
    ]),
    [
      ['approved', null, 1, 'Why 0.'],
      ['approved', null, 1, null],
      ['awaiting', 'member', 1, 'Why 2.'],
      ['awaiting', 'reviewer', 2, null],
      ['awaiting', 'reviewer', 1, null],
      ['awaiting', 'member', 1, 'Why 5.'],
    ],
  );
  const { phase, progress, hasRun } = sheet.snapshot;
  assert.deepEqual([phase, progress, hasRun], ['open', { done: 6, all: 6 }, true]);
});

test('a decision whose answer is lost is sent again as the same one', async () => {
  const { rui, sheet, reports } = await desk(2);
  await load(
    sheet,
    reports.map(({ id }) => `${id},1,approve,`),
  );
  rui.wire.loseAnswer(decision);
  rui.wire.loseAnswer(decision);
  await sheet.run(new Host());
  assert.deepEqual(kinds(sheet), ['done', 'done']);
  assert.equal(rui.wire.count(decision), 4);
  const client = await rui.session.client();
  for (const { id } of reports) {
    const { rounds } = await client.getReport(id);
    assert.equal(rounds.length, 1);
  }
});

test('what is stopped leaves the rest as it is, and can go on', async () => {
  const { rui, sheet, reports } = await desk(12);
  await load(
    sheet,
    reports.map(({ id }) => `${id},1,approve,`),
  );
  const first = rui.wire.hold(decision);
  const host = new Host();
  const running = sheet.run(host);
  const { release } = await first;
  await until(sheet, ({ progress }) => progress.done >= 3);
  sheet.stop();
  release();
  await running;
  const done = kinds(sheet).filter((kind) => kind === 'done').length;
  assert.ok(done >= 4 && done < 12, `${done} are done`);
  assert.equal(rui.wire.count(decision), done);
  assert.equal(kinds(sheet).filter((kind) => kind === 'ready').length, 12 - done);
  assert.equal(sheet.snapshot.phase, 'open');
  await sheet.run(host);
  assert.deepEqual(kinds(sheet), Array(12).fill('done'));
  assert.equal(rui.wire.count(decision), 12);
});

test('a looking up that the network stops is gone on with by itself, and can be let go', async () => {
  const { rui, sheet, reports } = await desk(1);
  const rows = [`${reports[0]!.id},1,approve,`];
  rui.wire.cut();
  const given = load(sheet, rows);
  await until(sheet, ({ waiting }) => waiting?.code === 'network');
  sheet.stop();
  await given;
  assert.deepEqual([sheet.snapshot.phase, sheet.lines.length], ['idle', 0]);
  const loading = load(sheet, rows);
  await until(sheet, ({ waiting }) => waiting !== null);
  rui.wire.mend();
  await loading;
  assert.deepEqual(kinds(sheet), ['ready']);
  assert.equal(sheet.snapshot.waiting, null);
});

test('an unfit file says why, and leaves nothing behind', async () => {
  const { sheet } = await desk(0);
  await sheet.load(new Blob(['Dear reader']), 'letter.txt');
  assert.deepEqual(sheet.snapshot.unfit, { kind: 'no-column', column: 'report' });
  assert.deepEqual([sheet.snapshot.phase, sheet.lines.length], ['idle', 0]);
});
