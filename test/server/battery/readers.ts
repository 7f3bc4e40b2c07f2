import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { MessagePage } from '../../../src/contract/message.js';
import type { Report } from '../../../src/contract/report.js';
import type { Person } from '../../support/people.js';
import { say, Site, type Backend } from '../../support/site.js';

/** Who has read a dialogue up to where. */
export const readers = (backend: () => Backend): void => {
  describe('readers', () => {
    const seen = async (person: Person, report: Report, query = '') => {
      const path = `/reports/${report.id}/messages?${query}`;
      const page = (await person.get<MessagePage>(path)).body;
      return page.readers.map(({ id, role, seq }) => [id, role, seq]);
    };
    const mark = (person: Person, report: Report, seq: number) =>
      person.put(`/reports/${report.id}/read`, { seq });

    test('each sees how far the others have read, and as what', async () => {
      const site = new Site(backend());
      const [mia, rui, olga] = [await site.mia(), await site.rui(), await site.olga()];
      const task = await site.newTask({ limit: 2 });
      const [report, other] = [await site.newReport(task), await site.newReport(task)];
      await mark(olga, other, 1);
      assert.deepEqual(await seen(mia, report), []);
      assert.deepEqual(await seen(rui, report), [['mia', 'member', 1]]);
      await say(rui, report.id, 'Which street?');
      // To write is not to have read what came before.
      assert.deepEqual(await seen(mia, report), []);
      await mark(rui, report, 1);
      assert.deepEqual(await seen(mia, report), [['rui', 'reviewer', 2]]);
      await mark(olga, report, 0);
      assert.deepEqual(await seen(mia, report), [['rui', 'reviewer', 2]]);
      await mark(olga, report, 1);
      assert.deepEqual(await seen(mia, report), [
        ['olga', 'owner', 1],
        ['rui', 'reviewer', 2],
      ]);
      assert.deepEqual(await seen(rui, report), [
        ['mia', 'member', 1],
        ['olga', 'owner', 1],
      ]);
      await say(mia, report.id, 'The one at the river.');
      assert.deepEqual((await seen(rui, report))[0], ['mia', 'member', 1]);
      await mark(mia, report, 2);
      assert.deepEqual((await seen(rui, report))[0], ['mia', 'member', 3]);
    });

    test('every page tells it, with the looks that each has today', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const report = await site.newReport(await site.newTask());
      await mark(rui, report, 1);
      for (const query of ['limit=1', 'after=0', 'after=1', 'before=1', 'q=nothing']) {
        assert.deepEqual(await seen(mia, report, query), [['rui', 'reviewer', 1]], query);
      }
      const page = (await mia.get<MessagePage>(`/reports/${report.id}/messages`)).body;
      assert.deepEqual(page.readers, [
        { id: 'rui', name: 'rui', picture: null, role: 'reviewer', seq: 1 },
      ]);
    });

    test('what somebody says of another as a reader is what that one is told', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const report = await site.newReport(await site.newTask());
      for (const [person, others] of [
        [mia, rui],
        [rui, mia],
        [mia, rui],
      ] as const) {
        await say(person, report.id, 'One more line.');
        await mark(others, report, 2);
        const { readSeq } = (await others.get<Report>(`/reports/${report.id}`)).body;
        const told = (await seen(person, report)).find(([id]) => id === others.id);
        assert.equal(told?.[2], readSeq);
      }
    });
  });
};
