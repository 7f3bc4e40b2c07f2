import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { acquireSession, releaseSession } from '../../src/stores/session.js';
import { conversationOf } from '../../src/stores/dialogue/conversation.js';
import { pointsOf } from '../../src/stores/points-store.js';
import { reportOf } from '../../src/stores/report-store.js';
import { reportsOf } from '../../src/stores/reports-store.js';
import { contentOf } from '../../src/stores/task-editing/task-content.js';
import { tasksOf } from '../../src/stores/tasks-store.js';
import {
  arrived,
  endpoint,
  newSite,
  newTask,
  ready,
  tokenFor,
  submit,
  until,
  Visit,
} from './backend.js';

const aMicrotaskLater = () => new Promise<void>((resolve) => setImmediate(resolve));

test('many stores share one token and one look at the backend', async () => {
  const mia = new Visit(newSite(), 'mia', 'member');
  const stores = [tasksOf(mia.session), reportsOf(mia.session), pointsOf(mia.session)] as const;
  for (const store of stores) mia.watch(store);
  assert.equal(tasksOf(mia.session), stores[0]);
  await Promise.all([until(stores[0], ready), until(stores[1], ready), until(stores[2], ready)]);
  await until(mia.session.connection, ({ me }) => me?.id === 'mia');
  assert.equal(mia.tokensAsked, 1);
  assert.equal(mia.wire.count(/^GET .$/), 1);
  assert.equal(mia.wire.count(/^GET .me/), 1);
  assert.ok(Object.isFrozen(stores[0].snapshot) && Object.isFrozen(stores[0].snapshot.items));
});

test('equal configurations share a session, others do not', () => {
  const getToken = () => Promise.resolve('');
  const one = acquireSession({ endpoint, getToken });
  const same = acquireSession({ endpoint, getToken });
  const other = acquireSession({ endpoint, getToken: () => Promise.resolve('') });
  const visitor = acquireSession({ endpoint, site: 'test' });
  assert.equal(one, same);
  assert.equal(new Set([one, other, visitor]).size, 3);
  for (const session of [one, same, other, visitor]) releaseSession(session);
});

test('a session that is taken again at once is kept, else it ends', async () => {
  const configuration = { endpoint, getToken: () => Promise.resolve('') };
  const session = acquireSession(configuration);
  releaseSession(session);
  assert.equal(acquireSession(configuration), session);
  await aMicrotaskLater();
  assert.ok(!session.signal.aborted);
  releaseSession(session);
  await aMicrotaskLater();
  assert.ok(session.signal.aborted);
  const next = acquireSession(configuration);
  assert.notEqual(next, session);
  releaseSession(next);
});

test('what is let go in the same task has asked for nothing', async () => {
  const site = newSite();
  const hasty = new Visit(site, 'mia', 'member');
  hasty.watch(hasty.session.connection);
  hasty.watch(tasksOf(hasty.session));
  hasty.end();
  const mia = new Visit(site, 'mia', 'member');
  await until(mia.watch(tasksOf(mia.session)), ready);
  assert.deepEqual(hasty.wire.sent, []);
  assert.equal(hasty.tokensAsked, 0);
});

test('a dead server is told, and what was asked comes when it lives again', async () => {
  const mia = new Visit(newSite(), 'mia', 'member');
  mia.wire.cut();
  const tasks = mia.watch(tasksOf(mia.session));
  const { problem } = await until(tasks, ({ status }) => status === 'problem');
  assert.equal(problem?.code, 'network');
  await until(mia.session.connection, ({ online }) => !online);
  mia.wire.mend();
  await Promise.all([
    until(tasks, (snapshot) => ready(snapshot) && !snapshot.problem),
    until(mia.session.connection, ({ online, me }) => online && me !== null),
  ]);
});

test('a source of tokens that fails is told, and asked again', async () => {
  const site = newSite();
  let broken = true;
  const mia = new Visit(site, 'mia', 'member', {
    getToken: () => (broken ? Promise.reject(new Error('down')) : tokenFor(site, 'mia', 'member')),
  });
  const tasks = mia.watch(tasksOf(mia.session));
  await until(tasks, ({ problem }) => problem?.code === 'token-unavailable');
  assert.deepEqual(mia.wire.sent, []);
  broken = false;
  await tasks.retry();
  assert.equal(tasks.snapshot.status, 'ready');
});

test('the stream ends with its token and opens again with the next', async () => {
  const site = newSite();
  let asked = 0;
  const mia = new Visit(site, 'mia', 'member', {
    getToken: () => tokenFor(site, 'mia', 'member', (asked += 1) === 1 ? 2 : 3_600),
  });
  const offline: boolean[] = [];
  const { connection } = mia.session;
  mia.watch(connection, () => offline.push(!connection.snapshot.online));
  await arrived(mia);
  await mia.heard('resync');
  assert.equal(asked, 2);
  assert.equal(mia.wire.count(/^GET .live/), 2);
  assert.ok(!offline.includes(true), 'the end of a token is no failure');
});

test('a late answer loses against newer news', async () => {
  const site = newSite();
  const task = await newTask(site, { limit: 9 });
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const rui = await arrived(new Visit(site, 'rui', 'reviewer'));
  const report = await submit(mia.session, task.id, 'Done.');
  const held = rui.wire.hold(/^GET .reports\?/);
  const queue = rui.watch(reportsOf(rui.session, { status: 'awaiting' }));
  const { release } = await held;
  const approved = rui.heard('report');
  const other = await arrived(new Visit(site, 'noa', 'reviewer'));
  const open = other.watch(reportOf(other.session, report.id));
  await until(open, ready);
  await open.decide({ verdict: 'approved' });
  await approved;
  release();
  assert.deepEqual((await until(queue, ready)).items, []);
});

test('without a live stream the backend is asked now and then', async () => {
  const site = newSite();
  const task = await newTask(site);
  mock.timers.enable({ apis: ['setInterval'] });
  try {
    const mia = new Visit(site, 'mia', 'member');
    mia.wire.live = false;
    const tasks = mia.watch(tasksOf(mia.session));
    await until(tasks, ready);
    await until(mia.session.connection, ready);
    const owner = new Visit(site, 'olga', 'owner');
    const edit = { ...contentOf(task), name: 'Name the café' };
    await (await owner.session.client()).putTask(task.id, edit, task.version);
    mock.timers.tick(10_000);
    await until(tasks, ({ items }) => items[0]?.name === 'Name the café');
    assert.equal(mia.wire.count(/live/), 0);
  } finally {
    mock.timers.reset();
  }
});

test('a visitor sees the published tasks, and asks for nothing else', async () => {
  const site = newSite('test-published');
  await newTask(site);
  const visit = new Visit(site, '', 'member', { getToken: undefined, site });
  const reports = visit.watch(reportsOf(visit.session));
  visit.watch(conversationOf(visit.session, 'none'));
  const tasks = visit.watch(tasksOf(visit.session));
  assert.equal((await until(tasks, ready)).items.length, 1);
  assert.equal((await until(visit.session.connection, ready)).visitor, true);
  assert.equal(reports.snapshot.status, 'idle');
  assert.deepEqual(visit.wire.sent.map((line) => line.split('?')[0]).sort(), [
    'GET /',
    'GET /tasks',
  ]);
});
