import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { BoardEntry, BoardPage } from '../../../src/contract/board.js';
import type { Service } from '../../../src/contract/service.js';
import type { Person } from '../../support/people.js';
import { allPages, refuses, Site, type OpenBackend } from '../../support/site.js';

/** Gives somebody points, as olga. */
async function give(site: Site, person: Person, points: number): Promise<void> {
  await person.get('/me');
  const body = { member: person.id, points, reason: 'For the test.' };
  await (await site.olga()).put(`/points/corrections/${uuid()}`, body);
}

const names = (items: BoardEntry[]) =>
  items.map(({ place, name, points }) => [place, name, points]);

/** Who has the most points. */
export const boards = (backend: () => OpenBackend): void => {
  describe('the board', () => {
    const open = () => new Site(backend(), { board: true });

    test('is on the sites that are named, and on no other', async () => {
      for (const [site, has] of [
        [open(), true],
        [new Site(backend()), false],
      ] as const) {
        const mia = await site.mia();
        assert.equal((await mia.get<Service>('/')).body.capabilities.board, has);
        assert.equal((await site.visitor().get<Service>('/')).body.capabilities.board, false);
        const answer = await mia.get<BoardPage>('/points/board');
        if (has) assert.deepEqual([answer.body.items, answer.body.own], [[], null]);
        else refuses(answer, 'not-found');
      }
    });

    test('puts the most points first, equal points on one place, by name alone', async () => {
      const site = open();
      const people = await Promise.all(['ada', 'ben', 'cleo', 'dan', 'eve'].map((n) => site.as(n)));
      const points = [30, 50, 30, 0, 10];
      for (const [index, each] of people.entries()) {
        if (points[index]) await give(site, each, points[index]);
      }
      await give(site, await site.mia(), -5);
      await site.decide(await site.newReport(await site.newTask(), people[4]), 'approved');
      const page = (await people[0]!.get<BoardPage>('/points/board?period=all')).body;
      const sorted = names(page.items).sort();
      assert.deepEqual(sorted, [
        [1, 'eve', 60],
        [2, 'ben', 50],
        [3, 'ada', 30],
        [3, 'cleo', 30],
      ]);
      assert.deepEqual([page.own?.place, page.own?.mine, page.month], [3, true, null]);
      assert.deepEqual(
        page.items.filter(({ mine }) => mine),
        [page.own],
      );
      const mia = (await (await site.mia()).get<BoardPage>('/points/board')).body;
      assert.equal(mia.own, null);
      assert.match(mia.month ?? '', /^\d{4}-\d\d$/);
    });

    test('tells nobody’s id, neither in an entry nor in the mark of the next page', async () => {
      const site = open();
      const secret = 'auth0|4711';
      const other = await site.as('Otherwise');
      const known = await site.as(secret);
      await give(site, known, 9);
      await give(site, other, 8);
      const answer = await other.get<BoardPage>('/points/board?limit=1');
      // The test's people are called by their ids.
      const told = answer.text.replace(`"name":"${secret}"`, '');
      const mark = Buffer.from(answer.body.next ?? '', 'base64url').toString();
      for (const text of [told, mark]) assert.ok(!text.includes('4711'), text);
      assert.deepEqual(Object.keys(answer.body.items[0] ?? {}).sort(), [
        ...['key', 'mine', 'name', 'place', 'points'],
      ]);
    });

    test('goes on page by page with the places of the whole', async () => {
      const site = open();
      for (const [index, points] of [7, 7, 7, 5, 5, 3, 2, 2, 2, 2, 1].entries()) {
        await give(site, await site.as(`member ${index}`), points);
      }
      const mia = await site.mia();
      for (const period of ['all', 'month']) {
        for (const limit of [1, 2, 3, 4, 50]) {
          const path = `/points/board?period=${period}&limit=${limit}`;
          const entries = await allPages<BoardEntry>(mia, path);
          assert.deepEqual(
            entries.map(({ place }) => place),
            [1, 1, 1, 4, 4, 6, 7, 7, 7, 7, 11],
            `${limit} a page`,
          );
          assert.equal(new Set(entries.map(({ key }) => key)).size, 11);
        }
      }
      const { next } = (await mia.get<BoardPage>('/points/board?limit=2')).body;
      const strange = `/points/board?period=all&after=${encodeURIComponent(next ?? '')}`;
      refuses(await mia.get(strange), 'invalid');
    });

    test('the month is that of UTC, and holds what was booked in it', async () => {
      const site = open();
      const [mia, noa] = [await site.mia(), await site.noa()];
      await give(site, noa, 4);
      await mia.get('/me');
      // A minute before the month began in UTC, wherever the server stands.
      await backend().query(
        `insert into ledger (site, id, member_id, kind, points, reason, corrected_by, booked_at)
         values ($1, gen_random_uuid(), 'mia', 'correction', 90, 'Earlier.', 'olga',
           (date_trunc('month', now() at time zone 'utc') - interval '1 minute') at time zone 'utc')`,
        [site.name],
      );
      await give(site, mia, 3);
      const read = async (period: string) =>
        names((await mia.get<BoardPage>(`/points/board?period=${period}`)).body.items);
      assert.deepEqual(await read('month'), [
        [1, 'noa', 4],
        [2, 'mia', 3],
      ]);
      assert.deepEqual(await read('all'), [
        [1, 'mia', 93],
        [2, 'noa', 4],
      ]);
      const month = new Date().toISOString().slice(0, 7);
      assert.equal((await mia.get<BoardPage>('/points/board')).body.month, month);
    });
  });
};
