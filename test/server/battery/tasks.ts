import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Page } from '../../../src/contract/page.js';
import type { Task } from '../../../src/contract/task.js';
import { ifMatch, refuses, Site, taskRequest, type Backend } from '../../support/site.js';

/** Writing tasks. */
export const tasks = (backend: () => Backend): void => {
  describe('tasks', () => {
    test('an owner creates a task and everyone of the site reads it', async () => {
      const site = new Site(backend());
      const request = taskRequest({ url: 'https://example.org/a?b=c', reviewWithin: 24, quota: 3 });
      const path = `/tasks/${uuid()}`;
      const created = (await (await site.olga()).put<Task>(path, request)).body;
      assert.deepEqual({ ...created, ...request }, created);
      assert.equal(created.placesLeft, 3);
      assert.equal(created.limit, 1);
      assert.equal(created.closesAt, null);
      for (const reader of [site.mia(), site.rui(), site.olga()]) {
        const read = (await (await reader).get<Task>(path)).body;
        assert.equal(read.version, created.version);
        assert.equal(read.mine, null);
      }
    });

    test('creating may be repeated; the id with another body is a conflict', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const path = `/tasks/${uuid()}`;
      const first = await olga.put<Task>(path, taskRequest());
      const before = await site.dump();
      assert.equal((await olga.put(path, taskRequest())).text, first.text);
      refuses(await olga.put(path, taskRequest({ points: 51 })), 'id-conflict');
      assert.equal(await site.dump(), before);
    });

    test('an edit names the version it saw and may be repeated', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const task = await site.newTask();
      const path = `/tasks/${task.id}`;
      const body = taskRequest({ name: 'Name the café', points: 70 });
      const edited = await olga.put<Task>(path, body, ifMatch(task.version));
      assert.equal(edited.body.name, 'Name the café');
      assert.equal(edited.body.points, 70);
      assert.ok(edited.body.version > task.version);
      assert.equal((await olga.put(path, body, ifMatch(task.version))).text, edited.text);
    });

    test('an edit of what has changed meanwhile is stale and changes nothing', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const task = await site.newTask();
      await site.edit(task, { points: 60 });
      const before = await site.dump();
      const late = taskRequest({ points: 10 });
      refuses(await olga.put(`/tasks/${task.id}`, late, ifMatch(task.version)), 'stale');
      refuses(await olga.put(`/tasks/${task.id}`, late, ifMatch(task.version + 7)), 'stale');
      assert.equal(await site.dump(), before);
    });

    test('an edit of a task that is not there creates none', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const answer = await olga.put(`/tasks/${uuid()}`, taskRequest(), ifMatch(1));
      assert.ok(!answer.ok, answer.toString());
      assert.deepEqual((await olga.get<Page<Task>>('/tasks')).body.items, []);
    });

    test('a creation that arrives again after an edit undoes nothing', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const path = `/tasks/${uuid()}`;
      await olga.put(path, taskRequest());
      const edited = await olga.put<Task>(path, taskRequest({ points: 60 }), ifMatch(1));
      const again = await olga.put<Task>(path, taskRequest());
      assert.ok(again.ok, again.toString());
      assert.equal((await olga.get<Task>(path)).text, edited.text);
    });

    test('an edit changes only what it says and may take back what is optional', async () => {
      const site = new Site(backend());
      const closesAt = '2099-12-31T23:59:59.999Z';
      const task = await site.newTask({ closesAt, quota: 4, url: 'https://example.org/' });
      assert.equal(task.closesAt, closesAt);
      const edited = await site.edit(task, { closesAt: null, url: null });
      assert.deepEqual([edited.closesAt, edited.url, edited.quota], [null, null, 4]);
      assert.equal(edited.createdAt, task.createdAt);
    });

    test('a deactivated task is not offered, and can be activated again', async () => {
      const site = new Site(backend());
      const task = await site.newTask();
      const path = `/tasks/${task.id}`;
      await site.edit(task, { status: 'inactive' });
      refuses(await (await site.mia()).get(path), 'not-found');
      for (const reviewer of [await site.rui(), await site.olga()]) {
        assert.equal((await reviewer.get<Task>(path)).body.status, 'inactive');
      }
      await site.edit(task, { status: 'active' });
      assert.equal((await (await site.mia()).get<Task>(path)).body.status, 'active');
    });
  });
};
