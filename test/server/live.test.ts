import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLive, type LiveStream } from '../support/live-stream.js';
import { Person, token } from '../support/people.js';
import { refuses, say, Site } from '../support/site.js';
import { audience, onEachBackend, type Opened } from './live/backends.js';

const seen = (stream: LiveStream) => stream.events.map(({ type }) => type);

onEachBackend('live', (open) => {
  let backend: Opened;
  before(async () => (backend = await open()));
  after(() => backend.close());

  test('each happening reaches those who may see it, and nobody else', async () => {
    const site = new Site(backend);
    const foreign = new Site(backend);
    const task = await site.newTask({ points: 50 });
    const streams = await audience(site, backend.listenAt);
    const eve = await openLive(await foreign.olga(), backend.listenAt);
    const report = await site.newReport(task);
    await say(await site.rui(), report.id, 'Which one?');
    await (await site.rui()).put(`/reports/${report.id}/read`, { seq: 2 });
    await site.decide(report, 'approved');
    // What everybody may see comes last: whoever hears it has heard all that was before it.
    await site.edit(task, { name: 'The last' });
    await foreign.newTask({ name: 'The last' });
    for (const stream of [...Object.values(streams), eve]) {
      await stream.until('task', (event) => event.task?.name === 'The last');
      stream.close();
    }
    for (const stream of [streams.mia, streams.rui, streams.olga]) {
      const seqs = stream.all('message').map(({ seq }) => seq);
      assert.deepEqual(seqs, [1, 2, 3]);
      const reports = stream.all('report');
      assert.equal(reports.at(-1)?.status, 'approved');
      assert.ok(reports.every(({ id }) => id === report.id));
      const read = await stream.until('read', ({ member }) => member === 'rui');
      assert.deepEqual([read.report, read.seq], [report.id, 2]);
    }
    const points = await streams.mia.until('points');
    assert.deepEqual([points.member, points.balance, points.entry.points], ['mia', 50, 50]);
    assert.ok(!seen(streams.rui).includes('points'), 'Only an owner sees the points of others.');
    assert.deepEqual([...new Set(seen(streams.noa))], ['task']);
    assert.deepEqual(seen(eve), ['task']);
  });

  test('an event says what a fresh read says', async () => {
    const site = new Site(backend);
    const task = await site.newTask();
    const stream = await openLive(await site.rui(), backend.listenAt);
    const report = await site.newReport(task);
    const { rounds, ...summary } = await site.decide(report, 'rejected');
    const heard = await stream.until('report', ({ status }) => status === 'rejected');
    const { readSeq, ...withoutMark } = summary;
    assert.deepEqual(heard, withoutMark);
    assert.deepEqual([rounds.length, typeof readSeq], [1, 'number']);
    stream.close();
  });

  test('a task that is deactivated is taken from members and kept for reviewers', async () => {
    const site = new Site(backend);
    const task = await site.newTask();
    const streams = await audience(site, backend.listenAt);
    await site.edit(task, { status: 'inactive' });
    const off = (stream: LiveStream) => stream.until('task', ({ status }) => status === 'inactive');
    assert.equal((await off(streams.mia)).task, null);
    assert.equal((await off(streams.olga)).task?.status, 'inactive');
    await site.newTask({ name: 'Never active', status: 'inactive' });
    await site.newTask({ name: 'Active' });
    await streams.mia.until('task', (event) => event.task?.name === 'Active');
    assert.ok(!JSON.stringify(streams.mia.events).includes('Never active'));
    Object.values(streams).forEach((stream) => stream.close());
  });

  test('many messages arrive, each once and in order', async () => {
    const site = new Site(backend);
    const report = await site.newReport(await site.newTask());
    const stream = await openLive(await site.rui(), backend.listenAt);
    const mia = await site.mia();
    for (let group = 0; group < 10; group += 1) {
      await Promise.all(
        Array.from({ length: 5 }, (_, i) =>
          say(mia, report.id, `${group} ${i} ${'漢'.repeat(3_000)}`),
        ),
      );
    }
    await stream.until('message', ({ seq }) => seq === 51);
    const seqs = stream.all('message').map(({ seq }) => seq);
    assert.deepEqual(
      seqs,
      Array.from({ length: 50 }, (_, index) => index + 2),
    );
    stream.close();
  });

  test('a stream needs a token and ends with it', async () => {
    const site = new Site(backend);
    refuses(await site.visitor().get('/live'), 'unauthenticated');
    const brief = await token({ sub: 'mia', site: site.name, expires: 3 });
    const mia = new Person('mia', backend.send, { authorization: `Bearer ${brief}` });
    const stream = await openLive(mia, backend.listenAt);
    const started = performance.now();
    await stream.ended;
    assert.ok(performance.now() - started < 5_000, 'It outlived its token.');
  });

  test('a comment at the start, and one with every heartbeat, say that the stream lives', async () => {
    const site = new Site(backend);
    const stream = await openLive(await site.mia(), backend.listenAt);
    await stream.when(() => stream.comments === 1, 'the first comment', 2_000);
    const started = performance.now();
    await stream.when(() => stream.comments === 2, 'the heartbeat', backend.heartbeat + 2_000);
    assert.ok(performance.now() - started > backend.heartbeat / 2);
    assert.deepEqual(stream.events, []);
    stream.close();
  });
});
