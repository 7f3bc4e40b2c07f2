import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftsOf } from '../../src/stores/drafts.js';
import { reportOf } from '../../src/stores/report-store.js';
import { reportsOf } from '../../src/stores/reports-store.js';
import { reportOutboxOf } from '../../src/stores/report-outbox/report-outbox.js';
import { arrived, newSite, newTask, ready, submit, until, Visit, writtenFor } from './backend.js';

test('a report of unknown outcome is asked for, and sent once', async () => {
  const site = newSite();
  const task = await newTask(site, { limit: 5 });
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const list = mia.watch(reportsOf(mia.session));
  for (let lost = 0; lost < 3; lost += 1) mia.wire.loseAnswer(/^PUT .reports/);
  const report = await submit(mia.session, task.id, 'Done.');
  assert.equal(mia.wire.count(/^PUT .reports/), 3, 'then it was found by its id');
  await until(list, ({ items }) => items.length === 1);
  assert.equal(list.snapshot.items[0]?.id, report.id);
  const next = await submit(mia.session, task.id, 'And again.');
  assert.notEqual(next.id, report.id, 'what comes after it is another one');
});

test('what is taken back and told better is the same report, with what was typed last', async () => {
  const site = newSite();
  const task = await newTask(site, { limit: 5 });
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const list = mia.watch(reportsOf(mia.session));
  const outbox = reportOutboxOf(mia.session);
  for (let lost = 0; lost < 3; lost += 1) mia.wire.loseAnswer(/^PUT .reports/);
  await outbox.submit(writtenFor(task.id, 'Done.'));
  const { entries } = await until(outbox, ({ entries: [first] }) => Boolean(first?.problem));
  await outbox.takeBack(entries[0]!.id);
  // The answer to this one is lost too.
  mia.wire.loseAnswer(/^PUT .reports.*rounds/);
  const report = await submit(mia.session, task.id, 'Done, and better told.');
  assert.equal(report.round, 2);
  assert.deepEqual(
    report.rounds.map(({ text }) => text),
    ['Done.', 'Done, and better told.'],
  );
  await until(list, ({ items }) => items[0]?.text === 'Done, and better told.');
  assert.equal(list.snapshot.items.length, 1);
});

test('what another tab has sent at the same time, without locks, is found', async () => {
  const site = newSite();
  const task = await newTask(site);
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const client = await mia.session.client();
  const id = client.newId();
  await client.submitReport(id, { taskId: task.id, text: 'Done.' });
  await client.reviseReport(id, 2, { text: 'Better.' });
  await draftsOf(mia.session).set(`report id ${task.id}`, id);
  const report = await submit(mia.session, task.id, 'Better.');
  assert.deepEqual([report.id, report.round], [id, 2]);
});

test('two tasks wait at once, and each is sent once when the wire is mended', async () => {
  const site = newSite();
  const [one, two] = [await newTask(site), await newTask(site)];
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const list = mia.watch(reportsOf(mia.session));
  await until(list, ready);
  const outbox = reportOutboxOf(mia.session);
  mia.wire.cut();
  for (const { id } of [one, two]) await outbox.submit(writtenFor(id, `About ${id}`));
  await until(outbox, ({ entries }) => entries.filter(({ problem }) => problem).length === 2);
  const asked = mia.wire.count(/^PUT .reports/);
  mia.wire.mend();
  await until(outbox, ({ entries }) => entries.length === 0);
  await until(list, ({ items }) => items.length === 2);
  assert.equal(mia.wire.count(/^PUT .reports/), asked + 2);
});

test('a report that is refused keeps its reason and its text until it is sent again', async () => {
  const site = newSite();
  const task = await newTask(site, { quota: 1 });
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const noa = await arrived(new Visit(site, 'noa', 'member'));
  const rui = await arrived(new Visit(site, 'rui', 'reviewer'));
  const outbox = reportOutboxOf(mia.session);
  const other = await submit(noa.session, task.id, 'Mine is first.');
  await outbox.submit(writtenFor(task.id, 'Done.'));
  const { entries } = await until(outbox, ({ entries: [first] }) => first?.state === 'refused');
  assert.equal(entries[0]?.problem?.code, 'quota-reached');
  assert.equal(await draftsOf(mia.session).get(`report ${task.id}`), 'Done.');
  const open = rui.watch(reportOf(rui.session, other.id));
  await until(open, ready);
  await open.decide({ verdict: 'rejected', reason: 'It is taken.' });
  assert.equal((await submit(mia.session, task.id, 'Done.')).text, 'Done.');
  assert.deepEqual(outbox.snapshot.entries, []);
  while (await draftsOf(mia.session).get(`report ${task.id}`)) continue;
});

test('a revision of what was approved meanwhile is refused with that reason', async () => {
  const site = newSite();
  const task = await newTask(site);
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const rui = await arrived(new Visit(site, 'rui', 'reviewer'));
  const report = await submit(mia.session, task.id, 'Done.');
  const open = rui.watch(reportOf(rui.session, report.id));
  await until(open, ready);
  await open.decide({ verdict: 'approved' });
  const outbox = reportOutboxOf(mia.session);
  await outbox.revise(writtenFor(task.id, 'Better.', report.id), report);
  const { entries } = await until(outbox, ({ entries: [first] }) => first?.state === 'refused');
  assert.equal(entries[0]?.problem?.code, 'already-approved');
  await outbox.takeBack(entries[0].id);
  assert.deepEqual(outbox.snapshot.entries, []);
});
