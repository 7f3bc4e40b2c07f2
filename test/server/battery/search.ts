import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { MessagePage } from '../../../src/contract/message.js';
import type { Person } from '../../support/people.js';
import { refuses, say, Site, type Backend } from '../../support/site.js';

const lines = [
  'Which bakery is it?',
  'The BAKERY at the river.',
  '50% of the bakery',
  '500 of snake_case',
  'snakeXcase and a back\\slash',
  'A river of nothing.',
];

/** The search in a dialogue. */
export const searches = (backend: () => Backend): void => {
  describe('search', () => {
    const open = async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const task = await site.newTask({ limit: 2 });
      const [report, other] = [await site.newReport(task), await site.newReport(task)];
      for (const [index, text] of lines.entries())
        await say(index % 2 ? mia : rui, report.id, text);
      await say(mia, other.id, 'Another bakery.');
      const path = `/reports/${report.id}/messages`;
      const find = async (q: string, more: Record<string, string> = {}, by: Person = mia) => {
        const query = new URLSearchParams({ q, ...more }).toString();
        const { items, next } = (await by.get<MessagePage>(`${path}?${query}`)).body;
        return [items.map(({ seq }) => seq), next] as const;
      };
      return { site, mia, rui, report, path, find };
    };

    test('messages of this dialogue that contain the words, the newest first', async () => {
      const { rui, find } = await open();
      assert.deepEqual(await find('bakery'), [[4, 3, 2], null]);
      assert.deepEqual(await find('bAkErY', {}, rui), [[4, 3, 2], null]);
      assert.deepEqual(await find(' river  bakery '), [[3], null]);
      assert.deepEqual(await find('nobody'), [[], null]);
    });

    test('wildcards are letters', async () => {
      const { find } = await open();
      assert.deepEqual(await find('50%'), [[4], null]);
      assert.deepEqual(await find('snake_case'), [[5], null]);
      assert.deepEqual(await find('back\\slash'), [[6], null]);
      assert.deepEqual(await find('%'), [[4], null]);
      assert.deepEqual(await find('\\'), [[6], null]);
      assert.deepEqual(await find("'; --"), [[], null]);
    });

    test('from hit to hit over the whole history', async () => {
      const { find } = await open();
      assert.deepEqual(await find('bakery', { limit: '1' }), [[4], '4']);
      assert.deepEqual(await find('bakery', { limit: '1', after: '4' }), [[3], '3']);
      assert.deepEqual(await find('bakery', { limit: '1', after: '3' }), [[2], null]);
      assert.deepEqual(await find('bakery', { limit: '2', after: '4' }), [[3, 2], null]);
      assert.deepEqual(await find('bakery', { after: '2' }), [[], null]);
    });

    test('neither system lines nor their reasons are found', async () => {
      const { site, report, find } = await open();
      await site.decide(report, 'rejected');
      assert.deepEqual(await find('plainly'), [[], null]);
      assert.deepEqual(await find('rejected'), [[], null]);
    });

    test('without a word it is the dialogue as ever', async () => {
      const { find, mia, path } = await open();
      for (const q of ['', ' ', '\t\n']) {
        assert.deepEqual(await find(q, { limit: '2', after: '2' }), [[3, 4], '4']);
        assert.deepEqual(await find(q, { limit: '2', before: '3' }), [[1, 2], null]);
      }
      refuses(await mia.get(`${path}?q=x&before=3`), 'invalid');
      assert.deepEqual((await find('漢'.repeat(200)))[0], []);
      const letters = Array.from('abcdefghijklmnopqrstuvwxyz'.repeat(4)).slice(0, 100);
      assert.deepEqual((await find(letters.join(' ').slice(0, 200)))[0], []);
    });

    test('nobody searches what they may not read', async () => {
      const { site, path } = await open();
      refuses(await (await site.noa()).get(`${path}?q=bakery`), 'not-found');
      refuses(await site.visitor().get(`${path}?q=bakery`), 'unauthenticated');
    });
  });
};
