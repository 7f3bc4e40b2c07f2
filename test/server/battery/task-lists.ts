import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from '../../../src/contract/page.js';
import type { Task } from '../../../src/contract/task.js';
import { allPages, refuses, Site, type Backend } from '../../support/site.js';

type Tasks = Page<Task>;
const names = (items: Task[]) => items.map(({ name }) => name);

/** Reading tasks: who sees which, in which order, page by page. */
export const taskLists = (backend: () => Backend): void => {
  describe('lists of tasks', () => {
    test('members see the active ones, reviewers and owners all', async () => {
      const site = new Site(backend());
      await site.newTask({ name: 'on' });
      await site.newTask({ name: 'off', status: 'inactive' });
      const list = async (who: 'mia' | 'rui' | 'olga', query: string) =>
        names((await (await site[who]()).get<Tasks>(`/tasks${query}`)).body.items).sort();
      assert.deepEqual(await list('mia', ''), ['on']);
      assert.deepEqual(await list('mia', '?status=inactive'), []);
      assert.deepEqual(await list('rui', ''), ['off', 'on']);
      assert.deepEqual(await list('olga', '?status=inactive'), ['off']);
      assert.deepEqual(await list('olga', '?status=active'), ['on']);
    });

    test('a published site shows its active tasks without a token, and nothing else', async () => {
      const site = new Site(backend(), { published: true });
      const task = await site.newTask({ name: 'on' });
      await site.newTask({ name: 'off', status: 'inactive' });
      const visitor = site.visitor();
      for (const query of ['', '&status=active', '&status=inactive', '&q=o']) {
        const { items } = (await visitor.get<Tasks>(`/tasks?site=${site.name}${query}`)).body;
        assert.deepEqual(names(items), query.includes('inactive') ? [] : ['on']);
        assert.ok(items.every((item) => !('mine' in item) && !('awaiting' in item)));
      }
      refuses(await visitor.get(`/tasks/${task.id}`), 'unauthenticated');
      refuses(await visitor.get(`/tasks/${task.id}?site=${site.name}`), 'unauthenticated');
    });

    test('a site that publishes nothing is as unknown to a visitor as one that is not', async () => {
      const site = new Site(backend());
      await site.newTask();
      const visitor = site.visitor();
      const closed = await visitor.get(`/tasks?site=${site.name}`);
      const unknown = await visitor.get('/tasks?site=nobody-has-this');
      assert.ok(!closed.ok, closed.toString());
      assert.deepEqual([closed.status, closed.text], [unknown.status, unknown.text]);
      refuses(await visitor.get('/tasks'), 'unauthenticated');
    });

    test('a token speaks for its own site, whatever the query says', async () => {
      const own = new Site(backend());
      const other = new Site(backend(), { published: true });
      await own.newTask({ name: 'own' });
      await other.newTask({ name: 'other' });
      const answer = await (await own.mia()).get<Tasks>(`/tasks?site=${other.name}`);
      assert.deepEqual(names(answer.body.items), ['own']);
    });

    test('each order is whole over its pages, with ties', async () => {
      const site = new Site(backend());
      const closing = ['2099-03-01T00:00:00.000Z', null, '2099-01-01T00:00:00.000Z'];
      for (let index = 0; index < 9; index += 1) {
        const closesAt = closing[index % 3] ?? null;
        await site.newTask({ name: `t${index}`, points: [5, 20, 5][index % 3] ?? 0, closesAt });
      }
      const mia = await site.mia();
      for (const sort of ['newest', 'reward', 'closing']) {
        const whole = (await mia.get<Tasks>(`/tasks?sort=${sort}`)).body;
        assert.deepEqual([whole.items.length, whole.next], [9, null]);
        for (const limit of [1, 2, 4, 9]) {
          const paged = await allPages<Task>(mia, `/tasks?sort=${sort}&limit=${limit}`);
          assert.deepEqual(names(paged), names(whole.items), `${sort} by ${limit}`);
        }
        inOrder(sort, whole.items);
      }
    });

    test('a task that is added between two pages neither hides nor doubles another', async () => {
      const site = new Site(backend());
      for (let index = 0; index < 4; index += 1) await site.newTask({ name: `t${index}` });
      const mia = await site.mia();
      const first = (await mia.get<Tasks>('/tasks?limit=2')).body;
      await site.newTask({ name: 'later' });
      const after = encodeURIComponent(first.next ?? '');
      const second = (await mia.get<Tasks>(`/tasks?limit=2&after=${after}`)).body;
      assert.deepEqual(names([...first.items, ...second.items]), ['t3', 't2', 't1', 't0']);
      assert.equal(second.next, null);
    });

    test('a search finds words in name and description, literally', async () => {
      const site = new Site(backend());
      await site.newTask({ name: 'Save 100% of water', description: 'At home.' });
      await site.newTask({ name: 'Save 1000 trees', description: 'In the Ångström forest.' });
      await site.newTask({ name: 'snake_case', description: 'back\\slash' });
      await site.newTask({ name: 'snakeXcase', description: "quote's" });
      const mia = await site.mia();
      const found = async (q: string) =>
        names((await mia.get<Tasks>(`/tasks?q=${encodeURIComponent(q)}`)).body.items).sort();
      assert.deepEqual(await found('SAVE'), ['Save 100% of water', 'Save 1000 trees']);
      assert.deepEqual(await found('100%'), ['Save 100% of water']);
      assert.deepEqual(await found('snake_'), ['snake_case']);
      assert.deepEqual(await found('back\\s'), ['snake_case']);
      assert.deepEqual(await found("quote's"), ['snakeXcase']);
      assert.deepEqual(await found('ångström'), ['Save 1000 trees']);
      assert.deepEqual(await found('nowhere'), []);
    });

    test('a list keeps to what became of the asker’s newest report, page by page', async () => {
      const site = new Site(backend());
      const outcomes = ['none', 'awaiting', 'changes', 'approved', 'rejected'] as const;
      const settle = async (task: Task, outcome: (typeof outcomes)[number]): Promise<void> => {
        if (outcome === 'none') return;
        const report = await site.newReport(task);
        if (outcome !== 'awaiting') await site.decide(report, outcome);
      };
      for (let index = 0; index < 15; index += 1) {
        const outcome = outcomes[index % 5]!;
        const task = await site.newTask({ name: outcome, points: index % 2, limit: 2 });
        // An older report of the member, and those of others, say nothing.
        if (index > 9 && outcome !== 'none') await settle(task, 'rejected');
        await site.decide(await site.newReport(task, await site.noa()), 'approved');
        await settle(task, outcome);
      }
      const mia = await site.mia();
      for (const outcome of outcomes) {
        const path = `/tasks?mine=${outcome}&sort=reward`;
        for (const limit of [1, 2, 3]) {
          const found = await allPages<Task>(mia, `${path}&limit=${limit}`);
          assert.deepEqual(names(found), [outcome, outcome, outcome], `by ${limit}`);
          assert.equal(new Set(found.map(({ id }) => id)).size, 3);
        }
      }
      const rui = await site.rui();
      const of = async (who: typeof mia, query: string) =>
        (await who.get<Tasks>(`/tasks${query}`)).body.items.length;
      assert.deepEqual([await of(rui, '?mine=none'), await of(rui, '?mine=approved')], [15, 0]);
      assert.equal(await of(mia, '?mine=changes&q=CHANGES'), 3);
      refuses(await mia.get('/tasks?mine=turn'), 'invalid');
    });

    test('of a visitor’s own there is nothing', async () => {
      const site = new Site(backend(), { published: true });
      await site.newReport(await site.newTask());
      const visitor = site.visitor();
      for (const [outcome, count] of [
        ['none', 1],
        ['approved', 0],
        ['awaiting', 0],
      ] as const) {
        const path = `/tasks?site=${site.name}&mine=${outcome}`;
        assert.equal((await visitor.get<Tasks>(path)).body.items.length, count);
      }
    });

    test('a page goes on where it was though what became of a task changes between', async () => {
      const site = new Site(backend());
      const tasks: Task[] = [];
      for (let index = 0; index < 5; index += 1) {
        tasks.push(await site.newTask({ name: `t${index}` }));
      }
      const mia = await site.mia();
      const first = (await mia.get<Tasks>('/tasks?mine=none&limit=2')).body;
      await site.newReport(tasks[3]!);
      await site.newReport(tasks[1]!);
      const after = encodeURIComponent(first.next ?? '');
      const second = (await mia.get<Tasks>(`/tasks?mine=none&limit=2&after=${after}`)).body;
      assert.deepEqual(names([...first.items, ...second.items]), ['t4', 't3', 't2', 't0']);
      assert.equal(second.next, null);
    });

    test('a task tells a member of their own report and a reviewer how many await', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 2, points: 30 });
      const own = await site.newReport(task);
      await site.newReport(task, await site.noa());
      const seen = async (who: 'mia' | 'noa' | 'rui') =>
        (await (await site[who]()).get<Task>(`/tasks/${task.id}`)).body;
      const { mine } = await seen('mia');
      assert.deepEqual(mine, {
        ...{ id: own.id, status: 'awaiting', turn: 'reviewer', score: 30, submitted: 1 },
      });
      assert.equal((await seen('rui')).awaiting, 2);
      assert.equal((await seen('noa')).awaiting, undefined);
      await site.decide(own, 'approved');
      assert.equal((await seen('mia')).mine?.status, 'approved');
      assert.equal((await seen('rui')).awaiting, 1);
      const again = await site.newReport(task);
      const newest = (await (await site.mia()).get<Tasks>('/tasks')).body.items[0]?.mine;
      assert.deepEqual([newest?.id, newest?.status, newest?.submitted], [again.id, 'awaiting', 2]);
    });
  });
};

/** Equal keys may stand in any order; a task without an end closes last. */
function inOrder(sort: string, items: Task[]): void {
  const key = ({ createdAt, points, closesAt }: Task): string | number => {
    if (sort === 'reward') return -points;
    return sort === 'closing' ? (closesAt ?? '9') : -Date.parse(createdAt);
  };
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    if (next) assert.ok(key(item) <= key(next), `${sort}: ${key(item)} before ${key(next)}`);
  }
}
