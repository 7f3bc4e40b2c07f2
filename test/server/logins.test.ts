import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../src/server/database/database.js';
import { inSite } from '../../src/server/database/in-site.js';
import { openPostgres } from '../../src/server/database/postgres.js';
import { openCluster, type Cluster } from '../support/cluster.js';
import { onPostgres } from '../support/on-postgres.js';
import { Site } from '../support/site.js';

const changes = [
  "update decision set reason = 'x'",
  'delete from decision',
  'update ledger set points = 9',
  'delete from ledger',
  'alter table ledger disable row level security',
];

onPostgres('the logins of the README, when somebody leaves the role', () => {
  let cluster: Cluster;
  let site: Site;
  let separate: Database;
  before(async () => {
    cluster = await openCluster({ processes: 1 });
    await cluster.query('create role taskchat_login login', []);
    const url = new URL(cluster.database.url);
    url.username = 'taskchat_login';
    separate = await openPostgres({ url: url.href, migrationUrl: cluster.database.url });
    site = new Site(cluster);
    const other = new Site(cluster);
    await other.newReport(await other.newTask());
    await site.decide(await site.newReport(await site.newTask()), 'approved');
  });
  after(async () => {
    await separate.close();
    await cluster.close();
  });

  /** Runs a statement outside the server's role, and leaves no trace of it. */
  const trial = (database: Database, statement: string) =>
    database.kysely.transaction().execute(async (transaction) => {
      await sql`set local role none`.execute(transaction);
      const { rows } = await sql<{ name: string }>`select current_user as name`.execute(
        transaction,
      );
      await sql.raw(statement).execute(transaction);
      await sql`rollback`.execute(transaction);
      return rows[0]?.name;
    });

  test('one login, the owner of the tables, may then do everything', async () => {
    const single = await openPostgres({ url: cluster.database.url });
    try {
      for (const change of changes) assert.equal(await trial(single, change), 'taskchat_owner');
    } finally {
      await single.close();
    }
  });

  test('a login of its own may then do no more than the role', async () => {
    const before = await site.dump();
    for (const change of changes) {
      await assert.rejects(trial(separate, change), { code: '42501' }, change);
    }
    assert.equal(await site.dump(), before);
    const seen = await inSite(separate.kysely, site.name, async (transaction) => {
      await sql`set local role none`.execute(transaction);
      const { rows } = await sql<{ site: string }>`select site from report`.execute(transaction);
      return rows;
    });
    assert.deepEqual(seen, [{ site: site.name }]);
  });
});
