import assert from 'node:assert/strict';
import { test } from 'node:test';
import { downloadsOf } from '../../src/stores/downloads.js';
import { insightsOf } from '../../src/stores/insights-store.js';
import { openingsOf } from '../../src/stores/openings.js';
import { arrived, newSite, newTask, ready, submit, until, Visit } from './backend.js';

const today = new Date().toISOString().slice(0, 10);
const query = { from: today, to: today, zone: 'UTC' };
const opening = /^PUT .tasks.*opening/;
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

test("an owner's figures follow what happens", async () => {
  const site = newSite();
  const task = await newTask(site);
  const [mia, olga] = [new Visit(site, 'mia', 'member'), new Visit(site, 'olga', 'owner')];
  await Promise.all([arrived(mia), arrived(olga)]);
  const figures = olga.watch(insightsOf(olga.session, query));
  assert.equal(insightsOf(olga.session, { ...query }), figures);
  const { insights } = await until(figures, ready);
  assert.equal(insights?.period.submitted, 0);
  await submit(mia.session, task.id, 'Done.');
  await until(figures, (snapshot) => snapshot.insights?.period.submitted === 1);
});

test('a member may not see them, and a visitor does not ask', async () => {
  const mia = new Visit(newSite(), 'mia', 'member');
  const figures = mia.watch(insightsOf(mia.session, query));
  const { problem } = await until(figures, ({ status }) => status === 'problem');
  assert.equal(problem?.code, 'forbidden');
  const visitor = new Visit(newSite(), '', 'member', { getToken: undefined });
  visitor.watch(insightsOf(visitor.session, query));
  await pause();
  assert.equal(visitor.wire.count(/insights/), 0);
});

test('that a member chooses a task is told once, after it is known who asks', async () => {
  const site = newSite();
  const [one, other] = [await newTask(site), await newTask(site)];
  const mia = new Visit(site, 'mia', 'member');
  openingsOf(mia.session);
  mia.session.selection.selectTask(one.id);
  assert.equal(mia.session.connection.snapshot.me, null);
  await arrived(mia);
  await pause();
  for (const task of [other, one, other]) {
    mia.session.selection.selectTask(task.id);
    await pause();
  }
  assert.equal(mia.wire.count(opening), 2);
  const olga = new Visit(site, 'olga', 'owner');
  const { insights } = await until(olga.watch(insightsOf(olga.session, query)), ready);
  assert.equal(insights?.period.opened, 2);
});

test('what an owner or a reviewer chooses is not told', async () => {
  const site = newSite();
  const task = await newTask(site);
  const rui = await arrived(new Visit(site, 'rui', 'reviewer'));
  openingsOf(rui.session);
  rui.session.selection.selectTask(task.id);
  await pause();
  assert.equal(rui.wire.count(opening), 0);
});

test('a download gives a file with a name, and says how far it is', async () => {
  const site = newSite();
  const task = await newTask(site, { limit: 5 });
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  for (const text of ['One.', 'Two.']) await submit(mia.session, task.id, text);
  const olga = new Visit(site, 'olga', 'owner');
  const downloads = downloadsOf(olga.session);
  const taken = downloads.start('reports');
  assert.deepEqual([downloads.snapshot.status, downloads.snapshot.what], ['running', 'reports']);
  const file = await taken;
  assert.match(file?.name ?? '', /^reports-\d{4}-\d\d-\d\d\.csv$/);
  const text = (await file?.text()) ?? '';
  assert.ok(text.includes('One.') && text.includes('Two.'));
  const { status, rows, total } = downloads.snapshot;
  assert.deepEqual([status, rows, total], ['idle', 2, 2]);
});

test('a download can be stopped, takes the place of another, and says why it failed', async () => {
  const olga = new Visit(newSite(), 'olga', 'owner');
  const downloads = downloadsOf(olga.session);
  const held = olga.wire.hold(/export.reports/);
  const stopped = downloads.start('reports');
  await held;
  downloads.stop();
  assert.equal(await stopped, undefined);
  assert.equal(downloads.snapshot.status, 'idle');
  void olga.wire.hold(/export.reports/);
  const replaced = downloads.start('reports');
  const file = await downloads.start('tasks', 'ndjson');
  assert.equal(await replaced, undefined);
  assert.equal(await file?.text(), '{"end":true,"rows":0}\n');
  olga.wire.cut();
  assert.equal(await downloads.start('points'), undefined);
  assert.deepEqual(
    [downloads.snapshot.status, downloads.snapshot.problem?.code],
    ['problem', 'network'],
  );
  const mia = new Visit(newSite(), 'mia', 'member');
  assert.equal(await downloadsOf(mia.session).start('points'), undefined);
  assert.equal(downloadsOf(mia.session).snapshot.problem?.code, 'forbidden');
});
