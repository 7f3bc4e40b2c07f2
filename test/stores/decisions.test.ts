import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { ApiError } from '../../src/api/api-error.js';
import type { Report } from '../../src/contract/report.js';
import { decisionsOf, type Decisions } from '../../src/stores/decisions/decisions.js';
import type { Judged } from '../../src/stores/decisions/held.js';
import { leave, newSite, newTask, until, Visit } from './backend.js';

const decision = /^PUT .*\/decision$/;

interface Desk {
  readonly rui: Visit;
  readonly decisions: Decisions;
  readonly reports: readonly Report[];
  /** As the server has it. */
  read(report: Report): Promise<Report>;
}

/** A reviewer, and reports of a member that await. */
async function desk(count = 1): Promise<Desk> {
  const site = newSite();
  const task = await newTask(site, { limit: count });
  const mia = await new Visit(site, 'mia', 'member').session.client();
  const reports: Report[] = [];
  for (let n = 0; n < count; n += 1) {
    reports.push(await mia.submitReport(uuid(), { taskId: task.id, text: `Name ${n}.` }));
  }
  const rui = new Visit(site, 'rui', 'reviewer');
  const client = await rui.session.client();
  const decisions = decisionsOf(rui.session);
  return { rui, decisions, reports, read: ({ id }) => client.getReport(id) };
}

const approved = (report: Report): Judged => ({ report, verdict: 'approved', reason: null });

const codeOf = (outcome: Promise<unknown>): Promise<string> =>
  outcome.then(
    () => 'none',
    (error: unknown) => ApiError.from(error).code,
  );

test('a decision is held, shown as open, and then sent once', async () => {
  const { rui, decisions, reports, read } = await desk();
  const [outcome] = await decisions.take(reports.map(approved), 0.3);
  assert.equal(decisions.snapshot.batches.length, 1);
  assert.equal(decisions.snapshot.open.has(reports[0]!.id), true);
  await pause(150);
  assert.equal(rui.wire.count(decision), 0);
  assert.equal((await outcome)?.status, 'approved');
  assert.equal(rui.wire.count(decision), 1);
  assert.equal(decisions.snapshot.batches.length, 0);
  assert.equal(decisions.snapshot.open.size, 0);
  assert.equal((await read(reports[0]!)).status, 'approved');
});

test('what is taken back is never sent, a whole batch at a time, the last one first', async () => {
  const { rui, decisions, reports, read } = await desk(5);
  const first = await decisions.take(reports.slice(0, 2).map(approved), 0.4);
  const second = await decisions.take(reports.slice(2).map(approved), 0.4);
  const codes = Promise.all(second.map(codeOf));
  assert.deepEqual(
    decisions.undo().map(({ report }) => report.id),
    reports.slice(2).map(({ id }) => id),
  );
  assert.deepEqual(await codes, ['aborted', 'aborted', 'aborted']);
  await Promise.all(first);
  await pause(600);
  assert.equal(rui.wire.count(decision), 2);
  const states = await Promise.all(reports.map(read));
  assert.deepEqual(
    states.map(({ status }) => status),
    ['approved', 'approved', 'awaiting', 'awaiting', 'awaiting'],
  );
  assert.deepEqual(decisions.undo(), []);
});

test('whoever leaves the page sends at once what is held, as one decision', async () => {
  const { rui, decisions, reports, read } = await desk(3);
  const outcomes = await decisions.take(reports.map(approved), 30);
  // Whoever decides has seen something: a token is there.
  await rui.session.identity();
  leave();
  await Promise.all(outcomes);
  assert.equal(rui.wire.count(decision), 6, 'sent as the page goes, and again in case it stays');
  for (const report of reports) {
    const { status, rounds } = await read(report);
    assert.equal(status, 'approved');
    assert.equal(rounds.filter((round) => round.decision).length, 1);
  }
});

test('what passes is tried again; what somebody else has decided is told with their decision', async () => {
  const { rui, decisions, reports } = await desk(2);
  const [later] = await decisions.take([approved(reports[0]!)], 0.05);
  rui.wire.cut();
  await pause(300);
  assert.equal(decisions.snapshot.open.has(reports[0]!.id), true);
  rui.wire.mend();
  assert.equal((await later)?.status, 'approved');
  const olga = new Visit((await rui.session.identity())[1]!, 'olga', 'owner');
  const theirs = { id: uuid(), verdict: 'rejected', reason: 'Too dark.' } as const;
  await (await olga.session.client()).decideReport(reports[1]!.id, 1, theirs);
  const [lost] = await decisions.take([approved(reports[1]!)], 0.05);
  const problem = await lost!.catch((error: unknown) => ApiError.from(error));
  assert.ok(problem instanceof Error);
  assert.equal(problem.code, 'already-decided');
  assert.equal(problem.decision?.id, theirs.id);
  await until(decisions, ({ open }) => open.size === 0);
});

test('one bad decision of a batch stops no other', async () => {
  const { decisions, reports, rui } = await desk(4);
  const olga = new Visit((await rui.session.identity())[1]!, 'olga', 'owner');
  const theirs = { id: uuid(), verdict: 'approved' } as const;
  await (await olga.session.client()).decideReport(reports[1]!.id, 1, theirs);
  const outcomes = await decisions.take(reports.map(approved), 0);
  assert.deepEqual(await Promise.all(outcomes.map(codeOf)), [
    'none',
    'already-approved',
    'none',
    'none',
  ]);
});
