import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Report } from '../../src/contract/report.js';
import type { Task } from '../../src/contract/task.js';
import { openCluster, type Cluster } from '../support/cluster.js';
import { openLive } from '../support/live-stream.js';
import { onPostgres } from '../support/on-postgres.js';
import { say, Site } from '../support/site.js';
import { audience, onEachBackend, type Opened } from './live/backends.js';

// What is told, on top of what was read before, is what is read afterwards.
onEachBackend('live facts', (open) => {
  let backend: Opened;
  before(async () => (backend = await open()));
  after(() => backend.close());

  test('own lines count as read, what came before them does not: told as it is read', async () => {
    const site = new Site(backend);
    const [mia, rui] = [await site.mia(), await site.rui()];
    const stream = await openLive(mia, backend.listenAt);
    const report = await site.newReport(await site.newTask());
    await say(mia, report.id, 'One more thing.');
    await stream.until('read', ({ seq }) => seq === 2);
    await say(rui, report.id, 'Which street?');
    await say(mia, report.id, 'Written meanwhile.');
    await stream.until('message', ({ seq }) => seq === 4);
    const told = () => stream.all('read').filter(({ member }) => member === 'mia');
    assert.ok(told().every(({ seq }) => seq <= 2));
    await mia.put(`/reports/${report.id}/read`, { seq: 3 });
    await stream.until('read', ({ seq }) => seq === 4);
    const { readSeq, lastSeq } = (await mia.get<Report>(`/reports/${report.id}`)).body;
    assert.deepEqual([readSeq, lastSeq], [told().at(-1)?.seq, 4]);
    // Rui has read nothing: to have written is not told as reading.
    assert.ok(stream.all('read').every(({ member }) => member === 'mia'));
    stream.close();
  });

  test('what changes the places left is told to all who see the task', async () => {
    const site = new Site(backend);
    const [mia, noa, rui] = [await site.mia(), await site.noa(), await site.rui()];
    const task = await site.newTask({ quota: 3, limit: 9 });
    const streams = await audience(site, backend.listenAt);
    const left = async (places: number) => {
      const { body } = await noa.get<Task>(`/tasks/${task.id}`);
      assert.equal(body.placesLeft, places);
      const { mine, ...fresh } = body;
      assert.equal(mine, null);
      for (const stream of Object.values(streams)) {
        const is = () => stream.all('task').at(-1)?.task?.placesLeft === places;
        await stream.when(is, `${places} places left`, 5_000);
        assert.deepEqual(stream.all('task').at(-1)?.task, fresh);
      }
    };
    const first = await site.newReport(task);
    await left(2);
    const second = await site.newReport(task);
    await left(1);
    const rejected = await site.decide(first, 'rejected');
    await left(2);
    const revised = await site.revise(rejected);
    await left(1);
    await site.decide(revised, 'rejected');
    await left(2);
    await rui.put(`/reports/${first.id}/reopenings/${uuid()}`, {});
    await left(1);
    const told = streams.noa.all('task').length;
    // Neither frees or takes a place.
    const asked = await site.decide(second, 'changes');
    await site.decide(await site.revise(asked), 'approved');
    await mia.put(`/reports/${uuid()}`, { taskId: task.id, text: 'The last place.' });
    await left(0);
    assert.equal(streams.noa.all('task').length, told + 1);
    Object.values(streams).forEach((stream) => stream.close());
  });

  test('a task without a quota is no news when it is reported', async () => {
    const site = new Site(backend);
    const task = await site.newTask();
    const stream = await openLive(await site.rui(), backend.listenAt);
    await site.decide(await site.newReport(task), 'rejected');
    await stream.until('report', ({ status }) => status === 'rejected');
    await site.edit(task, { name: 'The last' });
    await stream.until('task', (event) => event.task?.name === 'The last');
    assert.equal(stream.all('task').length, 1);
    stream.close();
  });
});

onPostgres('live facts at the same moment', () => {
  let cluster: Cluster;
  before(async () => (cluster = await openCluster({ processes: 1 })));
  after(() => cluster.close());

  test('a rejection waits for a quota that is being set, and tells the place it frees', async () => {
    const site = new Site(cluster);
    const task = await site.newTask();
    const report = await site.newReport(task);
    const stream = await openLive(await site.noa());
    const owner = new pg.Client(cluster.database.superuserUrl);
    await owner.connect();
    await owner.query('begin');
    await owner.query('update task set quota = 5 where site = $1', [site.name]);
    let rejected = false;
    const rejecting = site.decide(report, 'rejected').then(() => (rejected = true));
    const waiting = `select 1 from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and usename = 'taskchat_owner'`;
    while (!rejected && (await cluster.query(waiting, [])).length === 0) await wait(20);
    await owner.query('commit');
    await owner.end();
    await rejecting;
    assert.equal((await stream.until('task')).task?.placesLeft, 5);
    stream.close();
  });
});
