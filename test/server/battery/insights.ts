import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Insights } from '../../../src/contract/insights.js';
import { recount } from '../../support/recount.js';
import { refuses, Site, type OpenBackend } from '../../support/site.js';

const today = (): string => new Date().toISOString().slice(0, 10);

const read = async (site: Site, query: string): Promise<Insights> =>
  (await (await site.olga()).get<Insights>(`/insights?${query}`)).body;

/** A site on which each figure has another value. */
async function furnish(site: Site) {
  const [mia, noa] = [await site.mia(), await site.noa()];
  const [busy, calm] = [await site.newTask({ limit: 20 }), await site.newTask({ points: 7 })];
  for (const caller of [mia, mia, noa, await site.rui()]) {
    await caller.put(`/tasks/${busy.id}/opening`, {});
  }
  for (let times = 0; times < 3; times += 1) {
    await site.decide(await site.newReport(busy), 'approved');
  }
  await site.decide(await site.newReport(busy), 'rejected');
  const revised = await site.revise(await site.decide(await site.newReport(busy), 'changes'));
  await site.decide(await site.newReport(calm), 'approved');
  return { busy, calm, waiting: revised };
}

/** Puts everything that happened on a site at random moments of these days, and counts anew. */
async function scatter({ query }: OpenBackend, site: string, from: string, days: number) {
  const moment = `$2::timestamptz + random() * make_interval(days => $3::integer)`;
  const values = [site, `${from}T00:00:00Z`, String(days)];
  for (const change of [
    `update task_opening set opened_at = ${moment}`,
    `update report set submitted_at = ${moment}, awaiting_since = ${moment}`,
    `update round set opened_at = ${moment}`,
    `update ledger set booked_at = ${moment}`,
  ]) {
    await query(`${change} where site = $1`, values);
  }
  await query(
    `update decision set decided_at = opened_at + random() * interval '9 days' from round
     where round.site = $1 and decision.site = $1 and round.report_id = decision.report_id
       and round.n = decision.round`,
    [site],
  );
  await query('select recount_insights($1)', [site]);
}

/** The figures that an owner is shown. */
export const insights = (backend: () => OpenBackend): void => {
  describe('insights', () => {
    test('each event counts where it happened, before it is folded and after', async () => {
      const site = new Site(backend());
      const { busy, calm, waiting } = await furnish(site);
      const query = `from=${today()}&to=${today()}`;
      const told = await read(site, query);
      const { decisionTime, ...period } = told.period;
      assert.deepEqual(period, {
        ...{ from: today(), to: today(), opened: 2, submitted: 6, approved: 4, rejected: 1 },
        ...{ changes: 1, points: 157, corrected: 0 },
      });
      assert.ok(decisionTime && decisionTime.median < 15);
      assert.deepEqual(
        told.tasks.map(({ task, submitted, points }) => [task.id, submitted, points]),
        [
          [busy.id, 5, 150],
          [calm.id, 1, 7],
        ],
      );
      assert.equal(told.tasks[0]?.oldestWaiting, waiting.awaitingSince);
      assert.equal(told.oldestWaiting, waiting.awaitingSince);
      assert.deepEqual(
        told.reviewers.map(({ reviewer, approved, rejected }) => [reviewer.id, approved, rejected]),
        [['rui', 4, 1]],
      );
      assert.equal(told.before.submitted, 0);
      await backend().query("select set_config('taskchat.site', $1, false), fold_insights(1000)", [
        site.name,
      ]);
      assert.deepEqual(await read(site, query), told);
      const one = await read(site, `${query}&task=${calm.id}`);
      assert.deepEqual([one.period.submitted, one.period.points, one.days.length], [1, 7, 1]);
      assert.deepEqual([one.tasks.length, one.reviewers, one.oldestWaiting], [1, [], null]);
    });

    for (const [zone, from, to] of [
      ['Europe/Berlin', '2025-10-20', '2025-11-02'],
      ['America/Havana', '2025-10-27', '2025-11-05'],
      ['America/Santiago', '2025-09-01', '2025-09-12'],
      ['Asia/Kathmandu', '2025-09-01', '2025-09-30'],
      ['Australia/Lord_Howe', '2025-09-28', '2025-10-11'],
    ] as const) {
      test(`equal to a recount by the days of ${zone}`, async () => {
        const site = new Site(backend());
        await furnish(site);
        await scatter(backend(), site.name, from, 14);
        const told = await read(site, `from=${from}&to=${to}&zone=${zone}`);
        assert.ok(told.days.filter((day) => day.submitted > 0).length > 1);
        assert.deepEqual(
          await recount(
            (...asked) => backend().query(...asked),
            site.name,
            { from, to, zone },
            told,
          ),
          [],
        );
      });
    }

    test('spans and zones that are none are invalid; a task that is none is not found', async () => {
      const site = new Site(backend());
      const olga = await site.olga();
      for (const query of [
        ...['', 'from=2025-01-01', 'to=2025-01-01', 'from=2025-01-02&to=2025-01-01'],
        ...['from=2025-02-30&to=2025-03-01', 'from=2024-01-01&to=2025-01-01', 'from=1&to=2'],
        ...['', '%2B02:00', 'Mars/Olympus', '%00', "UTC';--", 'x'.repeat(99)].map(
          (zone) => `from=2025-01-01&to=2025-01-01&zone=${zone}`,
        ),
        'from=2025-01-01&to=2025-01-01&task=7',
      ]) {
        refuses(await olga.get(`/insights?${query}`), 'invalid');
      }
      const unknown = `from=2025-01-01&to=2025-12-31&task=${uuid()}`;
      refuses(await olga.get(`/insights?${unknown}`), 'not-found');
      assert.equal((await read(site, 'from=2024-01-01&to=2024-12-31')).days.length, 366);
    });

    test('an opening counts for members, once a day, of a task that they see', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const task = await site.newTask();
      for (const caller of [mia, mia, rui]) {
        assert.deepEqual((await caller.put(`/tasks/${task.id}/opening`, {})).body, {});
      }
      const off = await site.newTask({ status: 'inactive' });
      refuses(await mia.put(`/tasks/${off.id}/opening`, {}), 'not-found');
      refuses(await mia.put(`/tasks/${uuid()}/opening`, {}), 'not-found');
      refuses(await mia.put(`/tasks/${task.id}/opening`, { x: 1 }), 'invalid');
      assert.equal((await read(site, `from=${today()}&to=${today()}`)).period.opened, 1);
    });
  });
};
