import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Report } from '../../../src/contract/report.js';
import { refuses, Site, type Backend } from '../../support/site.js';

const shape = ({ status, turn, round }: Report) => [status, turn, round];

/** Revising and reopening. */
export const rounds = (backend: () => Backend): void => {
  describe('rounds', () => {
    test('changes asked for: the member revises and the reviewer is to move', async () => {
      const site = new Site(backend());
      const report = await site.newReport(await site.newTask(), undefined, 'One.');
      const asked = await site.decide(report, 'changes');
      assert.deepEqual(shape(asked), ['awaiting', 'member', 1]);
      const revised = await site.revise(asked, 'Two.');
      assert.deepEqual(shape(revised), ['awaiting', 'reviewer', 2]);
      assert.deepEqual(
        revised.rounds.map(({ n, kind, text, decision }) => [n, kind, text, decision?.verdict]),
        [
          [1, 'submitted', 'One.', 'changes'],
          [2, 'revised', 'Two.', undefined],
        ],
      );
      assert.equal(revised.text, 'Two.');
    });

    test('an awaiting and a rejected report can be revised', async () => {
      const site = new Site(backend());
      const report = await site.newReport(await site.newTask());
      const second = await site.revise(report, 'Before anyone looked.');
      assert.deepEqual(shape(second), ['awaiting', 'reviewer', 2]);
      const rejected = await site.decide(second, 'rejected');
      assert.deepEqual(shape(rejected), ['rejected', null, 2]);
      const third = await site.revise(rejected, 'After a rejection.');
      assert.deepEqual(shape(third), ['awaiting', 'reviewer', 3]);
      assert.equal(third.decision?.round, 2);
    });

    test('a revision may be repeated, also when the report has moved on', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const report = await site.newReport(await site.newTask());
      const path = `/reports/${report.id}/rounds/2`;
      const first = await mia.put<Report>(path, { text: 'Two.' });
      assert.equal((await mia.put(path, { text: 'Two.' })).text, first.text);
      await site.decide(first.body, 'approved');
      const before = await site.dump();
      assert.equal((await mia.put<Report>(path, { text: 'Two.' })).body.status, 'approved');
      assert.equal(await site.dump(), before);
    });

    test('a round that is there with another text is a conflict, one too far is stale', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const report = await site.newReport(await site.newTask());
      await site.revise(report, 'Two.');
      const before = await site.dump();
      const path = `/reports/${report.id}/rounds`;
      refuses(await mia.put(`${path}/2`, { text: 'Other.' }), 'id-conflict');
      refuses(await mia.put(`${path}/4`, { text: 'Four.' }), 'stale');
      for (const n of ['0', '-1', '1.5', 'x', '99999999999', '3%00']) {
        const answer = await mia.put(`${path}/${n}`, { text: 'Odd.' });
        assert.ok([404, 412, 422].includes(answer.status), answer.toString());
      }
      assert.equal(await site.dump(), before);
    });

    test('a rejected report of a task that takes no more cannot be revised', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const task = await site.newTask({ quota: 1 });
      const rejected = await site.decide(await site.newReport(task), 'rejected');
      const path = `/reports/${rejected.id}/rounds/2`;
      await site.newReport(task, await site.noa());
      refuses(await mia.put(path, { text: 'Two.' }), 'quota-reached');
      await site.edit(task, { quota: 5, closesAt: '2020-01-01T00:00:00.000Z' });
      refuses(await mia.put(path, { text: 'Two.' }), 'task-closed');
      await site.edit(task, { closesAt: null, status: 'inactive' });
      refuses(await mia.put(path, { text: 'Two.' }), 'task-inactive');
      await site.edit(task, { status: 'active' });
      assert.ok((await mia.put(path, { text: 'Two.' })).ok);
    });

    test('a reviewer reopens a rejected report with the same proof; repeats change nothing', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const report = await site.newReport(await site.newTask(), undefined, 'The proof.');
      await site.decide(report, 'rejected');
      const path = `/reports/${report.id}/reopenings/${uuid()}`;
      const first = await rui.put<Report>(path, {});
      assert.deepEqual(shape(first.body), ['awaiting', 'reviewer', 2]);
      assert.deepEqual([first.body.rounds[1]?.kind, first.body.text], ['reopened', 'The proof.']);
      assert.equal((await rui.put(path, {})).text, first.text);
      await site.decide(first.body, 'approved');
      assert.equal((await rui.put<Report>(path, {})).body.round, 2);
    });

    test('only a rejected report can be reopened', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const report = await site.newReport(await site.newTask());
      const reopen = () => rui.put(`/reports/${report.id}/reopenings/${uuid()}`, {});
      refuses(await reopen(), 'stale');
      await site.decide(report, 'changes');
      refuses(await reopen(), 'stale');
    });

    test('a reopening needs a place, too', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const task = await site.newTask({ quota: 1 });
      const rejected = await site.decide(await site.newReport(task), 'rejected');
      await site.newReport(task, await site.noa());
      const before = await site.dump();
      refuses(await rui.put(`/reports/${rejected.id}/reopenings/${uuid()}`, {}), 'quota-reached');
      assert.equal(await site.dump(), before);
    });

    test('a reopening id of another report is a conflict', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const task = await site.newTask({ limit: 2 });
      const one = await site.decide(await site.newReport(task), 'rejected');
      const two = await site.decide(await site.newReport(task), 'rejected');
      const reopening = uuid();
      assert.ok((await rui.put(`/reports/${one.id}/reopenings/${reopening}`, {})).ok);
      refuses(await rui.put(`/reports/${two.id}/reopenings/${reopening}`, {}), 'id-conflict');
    });
  });
};
