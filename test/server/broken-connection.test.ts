import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from '../../src/server/database/database.js';
import { openPostgres } from '../../src/server/database/postgres.js';
import type { Tables } from '../../src/server/database/tables.js';
import { onPostgres } from '../support/on-postgres.js';
import { startPostgres, type Postgres } from '../support/postgres.js';

onPostgres('a connection that breaks in the middle of a request', () => {
  let postgres: Postgres;
  let database: Database;
  let superuser: pg.Client;
  before(async () => {
    postgres = await startPostgres();
    const { url, superuserUrl } = await postgres.createDatabase();
    database = await openPostgres({ url });
    superuser = new pg.Client(superuserUrl);
    await superuser.connect();
  });
  after(async () => {
    await superuser.end();
    await database.close();
    await postgres.stop();
  });

  /** The server's side of the connection dies, and this side hears of it. */
  async function breakUnder(transaction: Transaction<Tables>): Promise<void> {
    const query = sql<{ pid: number }>`select pg_backend_pid() as pid`;
    const { rows } = await query.execute(transaction);
    const pid = [rows[0]?.pid];
    await superuser.query('select pg_terminate_backend($1)', pid);
    const isThere = () => superuser.query('select from pg_stat_activity where pid = $1', pid);
    while ((await isThere()).rowCount);
    await query.execute(transaction);
  }

  // An error that nobody hears would end the process; here it fails the test.
  test('fails that request alone', async () => {
    await assert.rejects(database.kysely.transaction().execute(breakUnder));
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database.kysely);
    assert.deepEqual(rows, [{ one: 1 }]);
  });
});
