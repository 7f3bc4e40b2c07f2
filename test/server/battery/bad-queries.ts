import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { refuses, Site, type Backend } from '../../support/site.js';
import { canary } from './targets.js';

const lists = ['/tasks', '/reports', '/points', '/points/board'];

/** Wrong for every list. */
const everywhere = [
  'limit=0',
  'limit=201',
  'limit=-1',
  'limit=1.5',
  'limit=1e2',
  'limit=',
  'limit=ten',
];

const cursors = [
  ...[canary, '%00', '%ff', 'null', '{}', '0', '-1', '%F0%9F%98%80', 'x'.repeat(1_001)],
  ...[
    [],
    [1],
    ['2026-01-01T00:00:00.000Z'],
    ['x', 'y'],
    [null, null],
    { a: 1 },
    ["';--", uuid()],
  ].map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
];

const wrong: Record<string, string[]> = {
  '/tasks': ['status=on', 'sort=oldest', 'q=%00', `q=${'x'.repeat(201)}`, 'status=', 'site=%00'],
  '/points': ['member=%00', `member=${'x'.repeat(256)}`],
  '/points/board': ['period=week', 'period='],
  '/reports': [
    'status=open',
    'turn=mine',
    'task=7',
    'sort=reward',
    'q=a%00b',
    `task=${uuid().toUpperCase()}`,
    'member=a%00b',
    `member=${'x'.repeat(256)}`,
  ],
};

/** Bad queries, bad paths, bad headers. */
export const badQueries = (backend: () => Backend): void => {
  describe('bad queries', () => {
    test('limits and filters beyond the contract are invalid', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const report = await site.newReport(await site.newTask());
      for (const list of [...lists, `/reports/${report.id}/messages`]) {
        for (const query of [...everywhere, ...(wrong[list] ?? [])]) {
          refuses(await rui.get(`${list}?${query}&canary=${canary}`), 'invalid');
        }
      }
      for (const query of [
        'before=x',
        'after=-1',
        'before=1.5',
        'after=99999999999',
        'after=%00',
        'q=a%00b',
        `q=${'x'.repeat(201)}`,
        'q=x&before=5',
        `q=x&after=${canary}`,
      ]) {
        refuses(await rui.get(`/reports/${report.id}/messages?${query}`), 'invalid');
      }
    });

    test('cursors that no page gave are invalid, and never echoed', async () => {
      const site = new Site(backend(), { board: true });
      const rui = await site.rui();
      for (const list of lists) {
        for (const cursor of cursors) {
          const answer = await rui.get(`${list}?after=${cursor}`);
          refuses(answer, 'invalid');
          assert.ok(!answer.text.includes(canary), answer.toString());
        }
      }
    });

    test('a cursor of another list or order is invalid or harmless', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const task = await site.newTask({ limit: 3 });
      for (let times = 0; times < 3; times += 1) {
        await site.newTask();
        await site.newReport(task);
      }
      const next = async (list: string) =>
        (await rui.get<{ next: string }>(`${list}limit=1`)).body.next;
      const places = [
        '/tasks?sort=newest&',
        '/tasks?sort=reward&',
        '/tasks?sort=closing&',
        '/reports?',
      ];
      for (const from of places) {
        const after = encodeURIComponent(await next(from));
        for (const to of places) {
          const answer = await rui.get(`${to}limit=1&after=${after}`);
          if (!answer.ok) refuses(answer, 'invalid');
        }
      }
    });

    test('ids that are none are refused like unknown ones', async () => {
      const site = new Site(backend());
      const [mia, olga] = [await site.mia(), await site.olga()];
      const report = await site.newReport(await site.newTask());
      const before = await site.dump();
      for (const id of [
        '7',
        'null',
        '%00',
        '%F0',
        "';--",
        uuid().toUpperCase(),
        'x'.repeat(5_000),
        '..%2f',
      ]) {
        for (const answer of [
          await mia.get(`/tasks/${id}`),
          await mia.get(`/reports/${id}`),
          await mia.get(`/reports/${id}/messages`),
          await mia.get(`/reports/${id}/messages?q=x`),
          await mia.delete(`/reports/${id}/messages/${uuid()}`),
          await mia.delete(`/reports/${report.id}/messages/${id}`),
          await mia.put(`/reports/${id}/typing`, {}),
        ]) {
          refuses(answer, 'not-found');
        }
        const written = await olga.put(`/tasks/${id}`, { name: canary });
        assert.ok([404, 422].includes(written.status), written.toString());
        assert.ok(!written.text.includes(canary), written.toString());
      }
      assert.equal(await site.dump(), before);
    });

    test('paths and methods beyond the contract are problems, too', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      for (const path of [`/${canary}`, '/reports/a/b/c', '/__proto__', '/me/me']) {
        const answer = await mia.get(path);
        refuses(answer, 'not-found');
        assert.ok(!answer.text.includes(canary));
      }
      for (const method of ['POST', 'PATCH', 'DELETE', 'PUT']) {
        const answer = await mia.ask(method, '/me', { method, headers: mia.headers });
        refuses(answer, 'not-found');
      }
    });

    test('an If-Match that is no version is stale or invalid', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      const task = await site.newTask();
      const before = await site.dump();
      for (const value of [
        canary,
        '"x"',
        '',
        '-1',
        '1e999',
        '99999999999999999999',
        'W/"9"',
        '"1", "2"x',
      ]) {
        const body = { name: 'New', description: '', points: 1, status: 'active' };
        const answer = await olga.put(`/tasks/${task.id}`, body, { 'if-match': value });
        const codes = value === '' ? ['id-conflict', 'stale', 'invalid'] : ['stale', 'invalid'];
        assert.ok(codes.includes(answer.problem.code), answer.toString());
        assert.ok(!answer.text.includes(canary));
      }
      assert.equal(await site.dump(), before);
    });
  });
};
