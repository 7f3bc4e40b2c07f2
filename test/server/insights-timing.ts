import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Insights } from '../../src/contract/insights.js';
import { openCluster, type Cluster } from '../support/cluster.js';
import { fillSite } from '../support/many-reports.js';
import { onPostgres } from '../support/on-postgres.js';
import { recount } from '../support/recount.js';
import { Site } from '../support/site.js';

const few = 2_000;

/** `TASKCHAT_INSIGHT_REPORTS=1000000` takes a quarter of an hour. */
const many = Number(process.env.TASKCHAT_INSIGHT_REPORTS ?? 50 * few);

const day = 86_400_000;
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

const median = (times: number[]): number =>
  times.sort((one, other) => one - other)[Math.floor(times.length / 2)]!;

onPostgres('how long a look at the figures takes', () => {
  let cluster: Cluster;
  before(async () => (cluster = await openCluster({ processes: 1 })));
  after(() => cluster.close());

  test(`over ${many} reports at most twice as long as over ${few}`, async (t) => {
    const sites = [new Site(cluster), new Site(cluster)] as const;
    for (const [index, site] of sites.entries()) {
      const reports = index === 0 ? few : many;
      await fillSite(cluster.database.superuserUrl, site.name, { reports });
    }
    const zone = 'Asia/Kathmandu';
    const asked = { from: dateOf(Date.now() - 89 * day), to: dateOf(Date.now()), zone };
    const path = `/insights?from=${asked.from}&to=${asked.to}&zone=${zone}`;
    const looks: [number[], number[]] = [[], []];
    const counts: number[] = [];
    for (let round = 0; round < 25; round += 1) {
      for (const [index, site] of sites.entries()) {
        const olga = await site.olga();
        const begun = performance.now();
        await olga.get(path);
        looks[index]!.push(performance.now() - begun);
      }
    }
    for (const site of sites) {
      const told = (await (await site.olga()).get<Insights>(path)).body;
      const begun = performance.now();
      assert.deepEqual(await recount(cluster.query, site.name, asked, told), []);
      counts.push(performance.now() - begun);
    }
    const [short, long] = looks.map(median) as [number, number];
    t.diagnostic(`${short.toFixed(1)} ms and ${long.toFixed(1)} ms: ${(long / short).toFixed(2)}×`);
    t.diagnostic(`counting anew: ${counts.map((time) => time.toFixed(0)).join(' and ')} ms`);
    assert.ok(long <= 2 * short, 'It grows with the reports.');
    assert.ok(counts[1]! > 2 * counts[0]!, 'What is counted anew would have passed, too.');
  });
});
