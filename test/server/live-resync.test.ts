import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCluster, type Cluster } from '../support/cluster.js';
import { openLive } from '../support/live-stream.js';
import { onPostgres } from '../support/on-postgres.js';
import { say, Site } from '../support/site.js';

/** The connections on which the servers listen. */
const listeners = `
  select pid from pg_stat_activity
  where datname = current_database() and usename = 'taskchat_owner' and query ilike 'listen%'`;

onPostgres('live when the listener is cut off', () => {
  let cluster: Cluster;
  before(async () => (cluster = await openCluster()));
  after(() => cluster.close());

  test('every stream is told to resync, and hears what comes after', async () => {
    const site = new Site(cluster);
    const report = await site.newReport(await site.newTask());
    const mia = await openLive(await site.mia(), cluster.to(0));
    const rui = await openLive(await site.rui(), cluster.to(1));
    for (let round = 1; round <= 3; round += 1) {
      const cut = await cluster.query(`select pg_terminate_backend(pid) from (${listeners}) x`, []);
      assert.equal(cut.length, 2, 'Each process listens on one connection.');
      const told = (stream: typeof mia) =>
        stream.events.filter(({ type }) => type === 'resync').length >= round;
      await mia.when(() => told(mia), 'resync', 15_000);
      await rui.when(() => told(rui), 'resync', 15_000);
      // Once told, nothing is missing: the message is either heard or was there to be fetched.
      const text = `After cut ${round}`;
      await say(await site.mia(), report.id, text);
      for (const stream of [mia, rui]) {
        await stream.until('message', (line) => line.kind === 'text' && line.text === text);
      }
    }
    mia.close();
    rui.close();
  });
});
