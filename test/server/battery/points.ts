import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Me } from '../../../src/contract/member.js';
import type { LedgerEntry, PointsPage } from '../../../src/contract/points.js';
import { allPages, decision, Site, type Backend } from '../../support/site.js';

/** The ledger and the balance. */
export const points = (backend: () => Backend): void => {
  describe('points', () => {
    test('an approval books the score once; nothing else books anything', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const task = await site.newTask({ points: 50, limit: 9 });
      await site.decide(await site.newReport(task), 'rejected');
      await site.decide(await site.newReport(task), 'changes');
      assert.deepEqual((await mia.get<PointsPage>('/points')).body, {
        ...{ balance: 0, items: [], next: null, waiting: 50 },
        member: { id: mia.id, name: mia.id, picture: null },
      });
      const report = await site.newReport(task);
      await site.edit(task, { points: 999 });
      const body = decision('approved');
      const path = `/reports/${report.id}/rounds/1/decision`;
      for (let times = 0; times < 3; times += 1) await rui.put(path, body);
      await rui.put(path, decision('approved'));
      const page = (await mia.get<PointsPage>('/points')).body;
      assert.equal(page.balance, 50);
      const [entry, ...others] = page.items;
      assert.equal(others.length, 0);
      assert.deepEqual([entry?.kind, entry?.points, entry?.reason], ['approval', 50, null]);
      const about = { id: report.id, taskName: task.name, taskId: task.id };
      assert.deepEqual(entry?.report, about);
      assert.deepEqual([entry?.seq, entry?.balance, page.waiting], [1, 50, 50]);
      assert.equal((await mia.get<Me>('/me')).body.points, 50);
    });

    test('the balance is the sum of all entries, on each page of them', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      for (const score of [1, 20, 300, 4_000, 0]) {
        const report = await site.newReport(await site.newTask({ points: score }));
        await site.decide(report, 'approved');
      }
      const entries = await allPages<LedgerEntry>(mia, '/points?limit=2');
      const booked = entries.reduce((sum, entry) => sum + entry.points, 0);
      assert.equal(booked, 4_321);
      assert.deepEqual(entries.map((entry) => entry.points).filter(Boolean), [4_000, 300, 20, 1]);
      const first = (await mia.get<PointsPage>('/points?limit=2')).body;
      assert.equal(first.balance, 4_321);
      const after = encodeURIComponent(first.next ?? '');
      const second = (await mia.get<PointsPage>(`/points?limit=2&after=${after}`)).body;
      assert.equal(second.balance, 4_321);
    });

    test('big sums stay exact', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ points: 1_000_000, limit: 3 });
      for (let times = 0; times < 3; times += 1) {
        await site.decide(await site.newReport(task), 'approved');
      }
      const page = (await (await site.mia()).get<PointsPage>('/points')).body;
      assert.equal(page.balance, 3_000_000);
    });

    test("members see their own; an owner anyone's; nobody is empty, not an error", async () => {
      const site = new Site(backend());
      const task = await site.newTask();
      await site.decide(await site.newReport(task), 'approved');
      const balance = async (who: 'noa' | 'olga', query = '') =>
        (await (await site[who]()).get<PointsPage>(`/points${query}`)).body.balance;
      assert.equal(await balance('noa'), 0);
      assert.equal(await balance('olga'), 0);
      assert.equal(await balance('olga', '?member=mia'), 50);
      assert.equal(await balance('olga', `?member=${uuid()}`), 0);
      for (const other of [await site.noa(), await site.rui()]) {
        const answer = await other.get<PointsPage>('/points?member=mia');
        assert.ok(!answer.ok || answer.body.balance === 0, answer.toString());
      }
    });
  });
};
