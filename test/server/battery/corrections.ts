import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Me } from '../../../src/contract/member.js';
import type { Correction, LedgerEntry, PointsPage } from '../../../src/contract/points.js';
import { allPages, refuses, Site, type Backend } from '../../support/site.js';

const correction = (changes: Partial<Correction> = {}): Correction => ({
  ...{ member: 'mia', points: -20, reason: 'The poster hung in the wrong street.', ...changes },
});

const freshPath = (): string => `/points/corrections/${uuid()}`;

/** Each balance is that of the entry before it, and its own points. */
const isRunning = (entries: LedgerEntry[]): boolean =>
  [...entries]
    .reverse()
    .every(
      ({ seq, balance, points }, index, all) =>
        seq === index + 1 && balance === points + (all[index - 1]?.balance ?? 0),
    );

/** What an owner gives and takes. */
export const corrections = (backend: () => Backend): void => {
  describe('corrections', () => {
    test('an owner corrects with a reason, which the member sees with who did it', async () => {
      const site = new Site(backend());
      const [mia, olga] = [await site.mia(), await site.olga()];
      await site.decide(await site.newReport(await site.newTask()), 'approved');
      const { body } = await olga.put<LedgerEntry>(freshPath(), correction());
      assert.deepEqual(
        [body.kind, body.points, body.balance, body.seq, body.report],
        ['correction', -20, 30, 2, null],
      );
      assert.deepEqual(body.correctedBy, { id: 'olga', name: 'olga', picture: null });
      const page = (await mia.get<PointsPage>('/points')).body;
      assert.deepEqual([page.balance, page.items[0]], [30, body]);
      assert.equal((await mia.get<Me>('/me')).body.points, 30);
    });

    test('the same request has the same answer for ever, and books once', async () => {
      const site = new Site(backend());
      const [mia, olga] = [await site.mia(), await site.olga()];
      await mia.get('/me');
      const path = freshPath();
      const first = await olga.put<LedgerEntry>(path, correction());
      await site.correct(100);
      for (let times = 0; times < 3; times += 1) {
        assert.equal((await olga.put(path, correction())).text, first.text);
      }
      const page = (await mia.get<PointsPage>('/points')).body;
      assert.deepEqual([page.balance, page.items.length], [80, 2]);
    });

    test('another body, another owner and an approval’s id are a conflict', async () => {
      const site = new Site(backend());
      const [mia, noa, olga] = [await site.mia(), await site.noa(), await site.olga()];
      await noa.get('/me');
      await site.decide(await site.newReport(await site.newTask()), 'approved');
      const path = freshPath();
      await olga.put(path, correction());
      const [approval] = (await mia.get<PointsPage>('/points')).body.items.slice(-1);
      const before = await site.dump();
      for (const changes of [{ points: -21 }, { reason: 'Another.' }, { member: 'noa' }]) {
        refuses(await olga.put(path, correction(changes)), 'id-conflict');
      }
      refuses(await olga.put(`/points/corrections/${approval?.id}`, correction()), 'id-conflict');
      assert.equal(await site.dump(), before);
      const other = await site.as('otto', 'owner');
      refuses(await other.put(path, correction()), 'id-conflict');
      assert.equal((await mia.get<PointsPage>('/points')).body.balance, 30);
    });

    test('no owner corrects their own points, and none those of a stranger', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const before = await site.dump();
      refuses(await olga.put(freshPath(), correction({ member: olga.id })), 'forbidden');
      refuses(await olga.put(freshPath(), correction({ member: 'nobody' })), 'not-found');
      assert.equal(await site.dump(), before);
      const other = await site.as('otto', 'owner');
      await other.put<LedgerEntry>(freshPath(), correction({ member: olga.id, points: 5 }));
      assert.equal((await olga.get<Me>('/me')).body.points, 5);
    });

    test('whole points other than 0 and a reason are asked for', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const before = await site.dump();
      const wrong = [0, 0.5, 1_000_001, -1_000_001, '5', null, undefined];
      for (const points of wrong) {
        refuses(await olga.put(freshPath(), { ...correction(), points }), 'invalid');
      }
      for (const reason of ['', ' \n', 'x'.repeat(4_001), null, undefined]) {
        refuses(await olga.put(freshPath(), { ...correction(), reason }), 'invalid');
      }
      assert.equal(await site.dump(), before);
    });

    test('a balance may fall below 0', async () => {
      const site = new Site(backend());
      await (await site.mia()).get('/me');
      assert.equal((await site.correct(-1_000_000)).balance, -1_000_000);
      assert.equal((await site.correct(1_000_000)).balance, 0);
    });

    test('each entry has the balance after it, across pages and while entries arrive', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      await mia.get('/me');
      for (const points of [5, -3, 40, 1, -100, 7]) await site.correct(points);
      await site.decide(await site.newReport(await site.newTask()), 'approved');
      const entries = await allPages<LedgerEntry>(mia, '/points?limit=2');
      assert.deepEqual(
        entries.map(({ balance }) => balance),
        [0, -50, -57, 43, 42, 2, 5],
      );
      assert.ok(isRunning(entries));
      const first = (await mia.get<PointsPage>('/points?limit=3')).body;
      await site.correct(9);
      const after = encodeURIComponent(first.next ?? '');
      const second = (await mia.get<PointsPage>(`/points?limit=200&after=${after}`)).body;
      assert.ok(isRunning([...first.items, ...second.items]));
      assert.equal(second.balance, 9);
    });

    test('what waits is the sum of the scores of the reports that await', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const task = await site.newTask({ limit: 9 });
      const waiting = async () => (await mia.get<PointsPage>('/points')).body.waiting;
      assert.equal(await waiting(), 0);
      const [one, two] = [await site.newReport(task), await site.newReport(task)];
      await site.newReport(task, await site.noa());
      assert.equal(await waiting(), 100);
      const asked = await site.decide(one, 'changes');
      assert.equal(await waiting(), 100);
      await site.decide(await site.revise(asked), 'approved');
      assert.equal(await waiting(), 50);
      await site.decide(two, 'rejected');
      assert.equal(await waiting(), 0);
    });
  });
};
