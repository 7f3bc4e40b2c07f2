import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuid } from 'uuid';
import type { Outcome } from '../../src/contract/task.js';
import { reportOf } from '../../src/stores/report-store.js';
import { reportsOf } from '../../src/stores/reports-store.js';
import { tasksOf } from '../../src/stores/tasks-store.js';
import { pointsOf } from '../../src/stores/points-store.js';
import { arrived, aTask, newSite, newTask, ready, submit, until, Visit } from './backend.js';

const idOf = ({ id }: { id: string }) => id;

test('a report lives its whole life in the stores of both sides', async () => {
  const site = newSite();
  const task = await newTask(site);
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const rui = await arrived(new Visit(site, 'rui', 'reviewer'));
  const tasks = mia.watch(tasksOf(mia.session));
  const points = mia.watch(pointsOf(mia.session));
  const queue = rui.watch(reportsOf(rui.session, { status: 'awaiting', sort: 'oldest' }));
  await Promise.all([until(tasks, ready), until(points, ready), until(queue, ready)]);

  const report = await submit(mia.session, task.id, 'Done.');
  assert.equal(tasks.snapshot.items[0]?.mine?.id, report.id, 'at once, from the answer');
  await until(queue, ({ items }) => items.length === 1);

  const open = rui.watch(reportOf(rui.session, report.id));
  await until(open, ready);
  await open.decide({ verdict: 'changes', reason: 'Which name?' });
  const own = mia.watch(reportOf(mia.session, report.id));
  await until(own, (snapshot) => snapshot.report?.turn === 'member');
  await submit(mia.session, task.id, 'Crumb.', own.snapshot.report!);
  await until(open, (snapshot) => snapshot.report?.round === 2);
  await open.decide({ verdict: 'approved' });
  assert.deepEqual(queue.snapshot.items, [], 'at once, from the answer');
  await until(points, ({ balance }) => balance === 50);
  await until(tasks, ({ items }) => items[0]?.mine?.status === 'approved');
  assert.equal(points.snapshot.items[0]?.report?.id, report.id);
});

test('a list keeps its pages while items come, move and go', async () => {
  const site = newSite();
  const olga = await arrived(new Visit(site, 'olga', 'owner'));
  const client = await olga.session.client();
  const put = (id: string, points: number, version?: number) =>
    client.putTask(id, aTask({ points }), version);
  const ids = Array.from({ length: 60 }, () => uuid());
  for (const [index, id] of ids.entries()) await put(id, 100 + index);
  const list = olga.watch(tasksOf(olga.session, { sort: 'reward' }));
  const pointsOf = () => list.snapshot.items.map(({ points }) => points);
  const from = (most: number, least: number) =>
    Array.from({ length: most - least + 1 }, (_, index) => most - index);

  await until(list, ready);
  assert.deepEqual(pointsOf(), from(159, 110));
  assert.ok(list.snapshot.more);
  await put(ids[59] as string, 105, 1);
  await until(list, ({ items }) => items[0]?.points === 158);
  assert.deepEqual(pointsOf(), from(158, 110), 'what moved beyond the end is left to its page');
  await put(ids[0] as string, 999, 1);
  await until(list, ({ items }) => items[0]?.points === 999);
  assert.deepEqual(pointsOf(), [999, ...from(158, 110)]);
  await put(ids[10] as string, 110, 1);
  await until(list, ({ items }) => items.at(-1)?.version === 2);
  assert.deepEqual(pointsOf(), [999, ...from(158, 110)], 'the last one stays where it is');

  await Promise.all([list.loadMore(), list.loadMore()]);
  assert.deepEqual(pointsOf(), [999, ...from(158, 105), 105, ...from(104, 101)]);
  assert.ok(!list.snapshot.more);
  assert.equal(olga.wire.count(/^GET .tasks.*after=/), 1);
  await list.load();
  assert.equal(list.snapshot.items.length, 60, 'it is brought up to date as far as it has grown');
});

test('a list that keeps to what became of mine follows it both ways', async () => {
  const site = newSite();
  const [first, second] = [await newTask(site), await newTask(site)];
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const rui = await arrived(new Visit(site, 'rui', 'reviewer'));
  const listOf = (mine: Outcome) => mia.watch(tasksOf(mia.session, { mine }));
  const lists = { none: listOf('none'), awaiting: listOf('awaiting'), changes: listOf('changes') };
  await Promise.all(Object.values(lists).map((list) => until(list, ready)));
  const has = (outcome: keyof typeof lists, ...tasks: { id: string }[]) =>
    until(lists[outcome], ({ items }) => isDeepStrictEqual(items.map(idOf), tasks.map(idOf)));
  await has('none', second, first);

  const report = await submit(mia.session, first.id, 'Done.');
  assert.deepEqual(lists.none.snapshot.items.map(idOf), [second.id], 'at once, from the answer');
  await has('awaiting', first);
  const open = rui.watch(reportOf(rui.session, report.id));
  await until(open, ready);
  await open.decide({ verdict: 'changes', reason: 'Which name?' });
  await has('changes', first);
  await has('awaiting');

  const third = await newTask(site);
  await has('none', third, second);
  await has('awaiting');
});

test('a page that comes while the list is loaded anew is not lost', async () => {
  const site = newSite();
  const olga = await arrived(new Visit(site, 'olga', 'owner'));
  const client = await olga.session.client();
  for (let points = 0; points < 60; points += 1) await client.putTask(uuid(), aTask({ points }));
  const list = olga.watch(tasksOf(olga.session));
  await until(list, ready);
  const held = olga.wire.hold(/^GET .tasks/);
  const loaded = list.load();
  const { release } = await held;
  await list.loadMore();
  assert.equal(list.snapshot.items.length, 60);
  release();
  await loaded;
  assert.equal(list.snapshot.items.length, 60);
});
