import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Report } from '../../../src/contract/report.js';
import type { Task } from '../../../src/contract/task.js';
import { refuses, Site, type Backend } from '../../support/site.js';

/** Submitting a report, and why one is not taken. */
export const submission = (backend: () => Backend): void => {
  describe('submission', () => {
    test('opens round 1, awaits a reviewer, and copies the name and the points', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ reviewWithin: 8 });
      const report = await site.newReport(task, undefined, 'My proof.');
      assert.deepEqual(report.task, { id: task.id, name: task.name });
      assert.equal(report.score, task.points);
      assert.deepEqual([report.status, report.turn, report.round], ['awaiting', 'reviewer', 1]);
      assert.deepEqual([report.text, report.member.id, report.lastSeq], ['My proof.', 'mia', 1]);
      assert.deepEqual([report.decision, report.reviewWithin], [null, 8]);
      const [round, ...others] = report.rounds;
      assert.equal(others.length, 0);
      assert.deepEqual([round?.n, round?.kind, round?.text], [1, 'submitted', 'My proof.']);
    });

    test('name and points of the report survive every edit of the task', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ points: 50 });
      const report = await site.newReport(task);
      await site.edit(task, { name: 'Something else', points: 1, status: 'inactive' });
      const read = (await (await site.mia()).get<Report>(`/reports/${report.id}`)).body;
      assert.deepEqual([read.task.name, read.score], [task.name, 50]);
      const approved = await site.decide(report, 'approved');
      assert.deepEqual([approved.task.name, approved.score], [task.name, 50]);
    });

    test('may be repeated, even after a decision and a deactivation', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const task = await site.newTask();
      const path = `/reports/${uuid()}`;
      const body = { taskId: task.id, text: 'Once.' };
      const first = await mia.put<Report>(path, body);
      assert.equal((await mia.put(path, body)).text, first.text);
      assert.equal((await mia.put(path, { ...body, attachments: [] })).text, first.text);
      const decided = await site.decide(first.body, 'rejected');
      await site.edit(task, { status: 'inactive' });
      const before = await site.dump();
      const again = (await mia.put<Report>(path, body)).body;
      assert.deepEqual([again.version, again.status], [decided.version, 'rejected']);
      assert.equal(await site.dump(), before);
    });

    test('the id with another text, task or member is a conflict', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 9 });
      const other = await site.newTask();
      const report = await site.newReport(task, undefined, 'Once.');
      const path = `/reports/${report.id}`;
      const [mia, noa] = [await site.mia(), await site.noa()];
      const before = await site.dump();
      refuses(await mia.put(path, { taskId: task.id, text: 'Twice.' }), 'id-conflict');
      refuses(await mia.put(path, { taskId: other.id, text: 'Once.' }), 'id-conflict');
      refuses(await noa.put(path, { taskId: task.id, text: 'Once.' }), 'id-conflict');
      assert.equal(await site.dump(), before);
    });

    test('an inactive, a closed and an unknown task take none', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const inactive = await site.newTask({ status: 'inactive' });
      const closed = await site.newTask({ closesAt: '2020-01-01T00:00:00.000Z' });
      const before = await site.dump();
      const submit = (taskId: string) => mia.put(`/reports/${uuid()}`, { taskId, text: 'Late.' });
      refuses(await submit(inactive.id), 'task-inactive');
      refuses(await submit(closed.id), 'task-closed');
      refuses(await submit(uuid()), 'not-found');
      assert.equal(await site.dump(), before);
    });

    test('a member sends as many as the limit says; others are not touched by it', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const task = await site.newTask({ limit: 2 });
      const first = await site.newReport(task);
      await site.newReport(task);
      const third = () => mia.put(`/reports/${uuid()}`, { taskId: task.id, text: 'Third.' });
      refuses(await third(), 'limit-reached');
      await site.decide(first, 'rejected');
      refuses(await third(), 'limit-reached');
      assert.equal((await site.newReport(task, await site.noa())).status, 'awaiting');
    });

    test('the quota counts awaiting and approved reports; a rejection frees a place', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ quota: 2 });
      const left = async () =>
        (await (await site.olga()).get<Task>(`/tasks/${task.id}`)).body.placesLeft;
      const first = await site.newReport(task, await site.as('a'));
      const second = await site.newReport(task, await site.as('b'));
      assert.equal(await left(), 0);
      const submit = async (sub: string) =>
        (await site.as(sub)).put(`/reports/${uuid()}`, { taskId: task.id, text: 'Here.' });
      refuses(await submit('c'), 'quota-reached');
      await site.decide(first, 'approved');
      refuses(await submit('c'), 'quota-reached');
      await site.decide(second, 'changes');
      refuses(await submit('c'), 'quota-reached');
      await freeAPlace(site, second);
      assert.equal(await left(), 1);
      assert.ok((await submit('c')).ok);
      assert.equal(await left(), 0);
      refuses(await submit('d'), 'quota-reached');
    });
  });
};

/** A round that asked for changes is decided: the member revises, the reviewer rejects that. */
async function freeAPlace(site: Site, report: Report): Promise<void> {
  const author = await site.as(report.member.id);
  const path = `/reports/${report.id}/rounds/2`;
  const revised = (await author.put<Report>(path, { text: 'Again.' })).body;
  await site.decide(revised, 'rejected');
}
