import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from '../../../src/contract/page.js';
import type { Report, ReportCounts, ReportSummary } from '../../../src/contract/report.js';
import { allPages, refuses, say, Site, type Backend } from '../../support/site.js';
import type { Person } from '../../support/people.js';

const idsOf = (items: { id: string }[]) => items.map(({ id }) => id);

const listed = async (reader: Person, query = '') =>
  idsOf((await reader.get<Page<ReportSummary>>(`/reports${query}`)).body.items);

/** Reading reports. */
export const reportLists = (backend: () => Backend): void => {
  describe('lists of reports', () => {
    test("a member sees their own alone, whatever they ask for; a reviewer everyone's", async () => {
      const site = new Site(backend());
      const task = await site.newTask();
      const own = await site.newReport(task);
      const other = await site.newReport(task, await site.noa());
      const [mia, rui] = [await site.mia(), await site.rui()];
      assert.deepEqual(await listed(mia), [own.id]);
      assert.deepEqual(await listed(rui), [other.id, own.id]);
      assert.deepEqual(await listed(rui, '?member=noa'), [other.id]);
      assert.deepEqual(await listed(rui, '?member=nobody'), []);
      const asked = await mia.get<Page<ReportSummary>>('/reports?member=noa');
      assert.ok(!asked.text.includes(other.id), asked.toString());
    });

    test('by task, and by words in the name of the task, the member or the text', async () => {
      const site = new Site(backend());
      const bread = await site.newTask({ name: 'Bake bread' });
      const soup = await site.newTask({ name: 'Cook soup' });
      const one = await site.newReport(bread, undefined, 'With 50% rye.');
      const two = await site.newReport(soup, undefined, 'With 500 leeks.');
      const rui = await site.rui();
      assert.deepEqual(await listed(rui, `?task=${bread.id}`), [one.id]);
      assert.deepEqual(await listed(rui, '?q=SOUP'), [two.id]);
      assert.deepEqual(await listed(rui, `?q=${encodeURIComponent('50%')}`), [one.id]);
      assert.deepEqual(await listed(await site.mia(), '?q=leeks'), [two.id]);
      assert.deepEqual(await listed(rui, '?q=nothing'), []);
    });

    test('counts are those of the lists, for each who asks and what they ask for', async () => {
      const site = new Site(backend());
      const bread = await site.newTask({ name: 'Bake bread', limit: 9 });
      const soup = await site.newTask({ name: 'Cook soup' });
      const noa = await site.noa();
      await site.newReport(bread);
      await site.newReport(soup);
      await site.newReport(bread, noa, 'With 50% rye.');
      for (const verdict of ['changes', 'approved', 'rejected'] as const) {
        await site.decide(await site.newReport(bread), verdict);
      }
      const [mia, rui] = [await site.mia(), await site.rui()];
      const counted = async (reader: Person, query = '') =>
        (await reader.get<ReportCounts>(`/reports/counts${query}`)).body;
      assert.deepEqual(await counted(rui), { reviewer: 3, member: 1, approved: 1, rejected: 1 });
      for (const [reader, query] of [
        [mia, '?'],
        [mia, '?member=noa&'],
        [noa, '?'],
        [rui, '?q=50%25&'],
        [rui, '?member=mia&'],
        [rui, `?task=${soup.id}&`],
        [rui, `?task=${bread.id}&q=BREAD&member=mia&`],
      ] as const) {
        const shown = {
          reviewer: (await listed(reader, `${query}turn=reviewer`)).length,
          member: (await listed(reader, `${query}turn=member`)).length,
          approved: (await listed(reader, `${query}status=approved`)).length,
          rejected: (await listed(reader, `${query}status=rejected`)).length,
        };
        assert.deepEqual(await counted(reader, query), shown, query);
      }
      refuses(await site.visitor().get('/reports/counts'), 'unauthenticated');
      refuses(await rui.get('/reports/counts?task=none'), 'invalid');
    });

    test('pages are whole in both orders, and those of a filter too', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 20 });
      for (let index = 0; index < 8; index += 1) {
        const report = await site.newReport(task);
        if (index % 2) await site.decide(report, 'rejected');
      }
      const rui = await site.rui();
      for (const query of ['sort=newest', 'sort=oldest', 'status=rejected&sort=oldest']) {
        const whole = await listed(rui, `?${query}`);
        assert.equal(whole.length, query.includes('rejected') ? 4 : 8);
        for (const limit of [1, 3, 8]) {
          const paged = await allPages<Report>(rui, `/reports?${query}&limit=${limit}`);
          assert.deepEqual(idsOf(paged), whole, `${query} by ${limit}`);
        }
      }
      const newest = await listed(rui, '?sort=newest');
      assert.deepEqual(await listed(rui, '?sort=oldest'), newest.reverse());
    });

    test('what is not read comes first, then what waits for the asker, then the newest', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 20 });
      const [mia, rui] = [await site.mia(), await site.rui()];
      const all = [];
      for (let index = 0; index < 6; index += 1) all.push(await site.newReport(task));
      const ids = idsOf(all) as [string, string, string, string, string, string];
      const asked = await site.decide(all[1]!, 'changes');
      await mia.put(`/reports/${ids[1]}/read`, { seq: asked.lastSeq });
      await site.decide(all[4]!, 'changes');
      await say(rui, ids[0], 'Which street?');
      const order = [ids[4], ids[0], ids[1], ids[5], ids[3], ids[2]];
      assert.deepEqual(await listed(mia, '?sort=unread'), order);
      for (const limit of [1, 2, 4, 6]) {
        const paged = await allPages<Report>(mia, `/reports?sort=unread&limit=${limit}`);
        assert.deepEqual(idsOf(paged), order, `by ${limit}`);
      }
      assert.deepEqual(await listed(mia, '?sort=unread&turn=member'), [ids[4], ids[1]]);
      for (const id of ids) await rui.put(`/reports/${id}/read`, { seq: 1 });
      await say(mia, ids[1], 'The one at the river.');
      const theirs = [ids[1], ids[5], ids[3], ids[2], ids[0], ids[4]];
      assert.deepEqual(await listed(rui, '?sort=unread'), theirs);
      await rui.put(`/reports/${ids[1]}/read`, { seq: 3 });
      assert.equal((await listed(rui, '?sort=unread')).indexOf(ids[1]), 5);
    });

    test('a page of what is not read goes on behind its last row, whatever was read meanwhile', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 20 });
      const [mia, rui] = [await site.mia(), await site.rui()];
      const ids: string[] = [];
      for (let index = 0; index < 4; index += 1) ids.unshift((await site.newReport(task)).id);
      await say(rui, ids[0]!, 'Which street?');
      await say(rui, ids[1]!, 'And which town?');
      const page = async (after = '') =>
        (await mia.get<Page<Report>>(`/reports?sort=unread&limit=2${after}`)).body;
      const first = await page();
      assert.deepEqual(idsOf(first.items), ids.slice(0, 2));
      await mia.put(`/reports/${ids[0]}/read`, { seq: 2 });
      const second = await page(`&after=${first.next}`);
      assert.deepEqual(idsOf(second.items), [ids[0], ids[2]], 'once more, and none is left out');
      assert.deepEqual(idsOf((await page(`&after=${second.next}`)).items), [ids[3]]);
    });

    test('a list and a report say the same', async () => {
      const site = new Site(backend());
      const report = await site.newReport(await site.newTask());
      const { rounds, ...summary } = await site.decide(report, 'changes');
      const items = (await (await site.rui()).get<Page<ReportSummary>>('/reports')).body.items;
      assert.deepEqual(items, [summary]);
      assert.equal(rounds.length, 1);
    });
  });
};
