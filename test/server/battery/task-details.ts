import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Page } from '../../../src/contract/page.js';
import type { Report } from '../../../src/contract/report.js';
import type { Task, TaskRequest } from '../../../src/contract/task.js';
import {
  allPages,
  ifMatch,
  refuses,
  Site,
  taskRequest,
  type OpenBackend,
} from '../../support/site.js';

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

const details: Partial<TaskRequest> = {
  opensAt: '2026-01-01T08:00:00.000Z',
  url: 'https://partner.example/go?user={member}&ref={report}',
  examples: [
    { kind: 'good', text: 'A name of one word.' },
    { kind: 'bad', text: '“Bakery”.\nEverybody has that.' },
  ],
  reasons: [
    { text: 'That name is taken.', verdict: 'rejected' },
    { text: 'Please say why.', verdict: null },
  ],
};

/** What a task says beside its description. */
export const taskDetails = (backend: () => OpenBackend): void => {
  describe('details of a task', () => {
    test('come back as they were sent; what was left out is none', async () => {
      const site = new Site(backend());
      const task = await site.newTask(details);
      assert.deepEqual({ ...task, ...details }, task);
      const plain = await site.newTask();
      assert.deepEqual([plain.opensAt, plain.examples, plain.reasons], [null, [], []]);
      const edited = await site.edit(task, { examples: [], reasons: [], opensAt: null });
      assert.deepEqual([edited.opensAt, edited.examples, edited.reasons], [null, [], []]);
      assert.equal(edited.url, details.url);
    });

    test('reasons and outcomes are for reviewers alone', async () => {
      const site = new Site(backend(), { published: true });
      const task = await site.newTask(details);
      const report = await site.newReport(task);
      const visible = async (who: 'mia' | 'rui' | 'olga') => {
        const person = await site[who]();
        const one = (await person.get<Task>(`/tasks/${task.id}`)).body;
        const [listed] = (await person.get<Page<Task>>('/tasks')).body.items;
        const read = (await person.get<Report>(`/reports/${report.id}`)).body;
        return [one, listed, read].map(
          (found) => found && ('reasons' in found ? found.reasons : 0),
        );
      };
      assert.deepEqual(await visible('mia'), [0, 0, 0]);
      assert.deepEqual(await visible('rui'), Array(3).fill(details.reasons));
      assert.deepEqual(await visible('olga'), Array(3).fill(details.reasons));
      const path = `/tasks?site=${site.name}`;
      const [shown] = (await site.visitor().get<Page<Task>>(path)).body.items;
      assert.deepEqual([shown?.reasons, shown?.outcomes], [undefined, undefined]);
      assert.deepEqual(shown?.examples, details.examples);
    });

    test('a request that was recorded before there were any may still be repeated', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const path = `/tasks/${uuid()}`;
      const first = await olga.put<Task>(path, taskRequest());
      const left = "content - 'opensAt' - 'examples' - 'reasons'";
      await backend().query(`update task_edit set content = ${left} where site = $1`, [site.name]);
      assert.equal((await olga.put(path, taskRequest())).text, first.text);
      refuses(await olga.put(path, taskRequest(details)), 'id-conflict');
    });

    test('a task takes nothing before it opens, also no revision of a rejected report', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const task = await site.newTask({ opensAt: inHours(1), limit: 3 });
      const submit = () => mia.put(`/reports/${uuid()}`, { taskId: task.id, text: 'Early.' });
      refuses(await submit(), 'task-not-open');
      assert.equal((await mia.get<Task>(`/tasks/${task.id}`)).body.opensAt, task.opensAt);
      await site.edit(task, { opensAt: inHours(-1) });
      const report = await site.decide(await site.newReport(task), 'rejected');
      await site.edit(task, { opensAt: inHours(1) });
      const before = await site.dump();
      refuses(await mia.put(`/reports/${report.id}/rounds/2`, { text: 'Now?' }), 'task-not-open');
      refuses(await submit(), 'task-not-open');
      assert.equal(await site.dump(), before);
      await site.edit(task, { opensAt: inHours(-1), closesAt: inHours(-0.5) });
      refuses(await submit(), 'task-closed');
      await site.edit(task, { opensAt: inHours(1), closesAt: null, status: 'inactive' });
      refuses(await submit(), 'task-inactive');
    });

    test('times in the wrong order and placeholders in the host are invalid', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const put = (changes: object) =>
        olga.put(`/tasks/${uuid()}`, { ...taskRequest(), ...changes });
      const wrong: [path: string, changes: object][] = [
        ['closesAt', { opensAt: inHours(2), closesAt: inHours(1) }],
        ['url', { url: 'https://{member}.example.org/' }],
        ['url', { url: 'https://{member}@example.org/' }],
        ['url', { url: 'javascript:alert({member})' }],
        ['examples.0.text', { examples: [{ kind: 'good', text: ' ' }] }],
        ['examples', { examples: Array(7).fill({ kind: 'bad', text: 'No.' }) }],
        ['reasons.0.verdict', { reasons: [{ text: 'Fine.', verdict: 'approved' }] }],
      ];
      for (const [path, changes] of wrong) {
        const answer = await put(changes);
        refuses(answer, 'invalid');
        assert.deepEqual(
          answer.problem.errors?.map((error) => error.path),
          [path],
        );
      }
      assert.ok((await put({ url: 'https://example.org/{member}#{report}' })).ok);
    });

    test('outcomes are what a recount finds, through all that a report can go through', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 5 });
      const seen = async (...expected: number[]) => {
        const { outcomes } = (await (await site.olga()).get<Task>(`/tasks/${task.id}`)).body;
        const { awaiting, approved, rejected } = outcomes!;
        assert.deepEqual([awaiting, approved, rejected], expected);
        const rows = await backend().query(
          'select status, count(*)::int from report where site = $1 group by status',
          [site.name],
        );
        const recount = Object.fromEntries(
          rows.map((row) => [row.status, Number(row.count)]),
        ) as object;
        assert.deepEqual({ awaiting: 0, approved: 0, rejected: 0, ...recount }, outcomes);
      };
      await seen(0, 0, 0);
      const one = await site.newReport(task);
      const two = await site.newReport(task);
      await seen(2, 0, 0);
      await site.decide(one, 'rejected');
      await site.decide(two, 'changes');
      await seen(1, 0, 1);
      const again = await site.revise(one);
      await site.revise(two);
      await seen(2, 0, 0);
      await site.decide(again, 'rejected');
      await seen(1, 0, 1);
      await (await site.rui()).put(`/reports/${one.id}/reopenings/${uuid()}`, {});
      await seen(2, 0, 0);
      await site.decide({ ...one, round: 3 }, 'approved');
      await seen(1, 1, 0);
    });
  });

  describe('the order of tasks', () => {
    const order = async (site: Site): Promise<string> => {
      const { items } = (await (await site.mia()).get<Page<Task>>('/tasks?sort=order')).body;
      return items.map(({ name }) => name).join('');
    };
    const filled = async (names: string) => {
      const site = new Site(backend());
      const ids: Record<string, string> = {};
      for (const name of names) ids[name] = (await site.newTask({ name })).id;
      const olga = await site.olga();
      const put = (name: string, next: string | null) =>
        olga.put<Task>(`/tasks/${ids[name]}/position`, { before: next && ids[next] });
      return { site, ids, olga, put };
    };

    test('is newest first, until an owner puts one elsewhere', async () => {
      const { site, put } = await filled('abcde');
      assert.equal(await order(site), 'edcba');
      await put('a', 'd');
      assert.equal(await order(site), 'eadcb');
      await put('e', null);
      assert.equal(await order(site), 'adcbe');
      await put('b', 'a');
      assert.equal(await order(site), 'badce');
      await site.newTask({ name: 'f' });
      // It is the youngest of those between which it was made; what was put first stays so.
      assert.equal(await order(site), 'bfadce');
    });

    test('may be said again, and leaves version and content alone', async () => {
      const { site, ids, olga, put } = await filled('abc');
      const moved = await put('a', 'c');
      const before = await site.dump();
      assert.equal((await put('a', 'c')).text, moved.text);
      await put('c', 'c');
      assert.equal(await site.dump(), before);
      assert.equal(moved.body.version, 1);
      const edited = await olga.put(`/tasks/${ids.a}`, taskRequest({ name: 'a' }), ifMatch(1));
      assert.equal(edited.status, 200, edited.toString());
      assert.equal(await order(site), 'acb');
    });

    test('stays whole however often two change places, and page by page', async () => {
      const { site, put } = await filled('abcd');
      for (let round = 0; round < 60; round += 1) {
        await put('b', 'd');
        assert.equal(await order(site), 'bdca');
        await put('d', 'b');
        assert.equal(await order(site), 'dbca');
      }
      const mia = await site.mia();
      const paged = await allPages<Task>(mia, '/tasks?sort=order&limit=1');
      assert.equal(paged.map(({ name }) => name).join(''), 'dbca');
      const places = paged.map(({ position }) => position!);
      assert.deepEqual([...places].sort(), places);
      assert.ok(
        places.every((place) => place.length < 80),
        places.join(),
      );
    });

    test('is the owners’ to say, about tasks of their own site', async () => {
      const { site, ids, olga, put } = await filled('ab');
      const other = await new Site(backend()).newTask();
      const path = `/tasks/${ids.a}/position`;
      const before = await site.dump();
      refuses(await (await site.rui()).put(path, { before: null }), 'forbidden');
      refuses(await (await site.mia()).put(path, { before: null }), 'forbidden');
      refuses(await olga.put(path, { before: other.id }), 'not-found');
      refuses(await olga.put(`/tasks/${other.id}/position`, { before: null }), 'not-found');
      refuses(await olga.put(path, { before: 'b' }), 'invalid');
      assert.equal(await site.dump(), before);
      assert.equal((await put('a', 'b')).status, 200);
    });
  });
};
