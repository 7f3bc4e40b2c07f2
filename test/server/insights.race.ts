import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { openCluster, type Cluster } from '../support/cluster.js';
import { onPostgres } from '../support/on-postgres.js';
import { raceFigures, type Play } from './races/figures.js';
import { randomOf, seed } from './races/race.js';

onPostgres('figures while everybody writes, in five zones, across changes of clocks', () => {
  let cluster: Cluster;
  before(async () => (cluster = await openCluster()));
  after(() => cluster.close());

  const play = async (t: TestContext, given: Play) => {
    const outcome = await raceFigures({ cluster, random: randomOf(seed) }, given);
    const { looks, written, folded } = outcome.figures;
    const count = outcome.violations.length;
    t.diagnostic(
      `seed ${seed}; ${looks} looks, ${written} reports of the past, ${folded} notes folded; ${count} violations`,
    );
    return outcome.violations;
  };

  test('are what plain SQL counts at the same moment', async (t) => {
    assert.deepEqual((await play(t, { looks: 60 })).slice(0, 5), []);
  });

  for (const [fault, looks, finds] of [
    // It has the clock of Havana in winter, and shows there only in a period that saw a change.
    ['fixed-clock', 120, /America\/Havana/],
    ['torn-read', 60, /period|before/],
    ['no-note', 15, /points|corrected/],
    ['late-lost', 15, /submitted/],
  ] as const) {
    test(`planted: ${fault} is found`, async (t) => {
      const violations = await play(t, { looks, fault });
      const found = violations.filter((words) => finds.test(words));
      assert.ok(found.length > 0, `It went unseen: ${violations.slice(0, 3).join('; ')}`);
      t.diagnostic(`for example: ${found[0]?.slice(0, 160)}`);
    });
  }
});
