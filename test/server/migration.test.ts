import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrate } from '../../src/server/database/migrate.js';
import { tablesMigration } from '../../src/server/database/migrations/001-tables.js';
import { accessMigration } from '../../src/server/database/migrations/002-access.js';
import { attachmentsMigration } from '../../src/server/database/migrations/003-attachments.js';
import { dialogueMigration } from '../../src/server/database/migrations/004-dialogue.js';
import { waitsMigration } from '../../src/server/database/migrations/005-waits.js';
import { ensureServerRole } from '../../src/server/database/server-role.js';
import type { Tables } from '../../src/server/database/tables.js';

const before = {
  '001-tables': tablesMigration,
  '002-access': accessMigration,
  '003-attachments': attachmentsMigration,
  '004-dialogue': dialogueMigration,
  '005-waits': waitsMigration,
};

const booked = [
  ['mia', 50, '2026-10-31T23:30:00Z'],
  ['noa', 7, '2026-11-02T08:00:00Z'],
  ['mia', 20, '2026-11-01T00:10:00Z'],
  ['mia', 30, '2026-09-01T10:00:00Z'],
] as const;

test('what was booked before balances were kept gets its number, its balance and its month', async () => {
  const pglite = await PGlite.create('memory://');
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  await ensureServerRole(kysely, 'postgres');
  const provider = { getMigrations: () => Promise.resolve(before) };
  assert.equal((await new Migrator({ db: kysely, provider }).migrateToLatest()).error, undefined);
  await sql`insert into member (site, id, name)
    values ('one', 'mia', 'Mia'), ('one', 'noa', 'Noa')`.execute(kysely);
  for (const [member, points, at] of booked) {
    await sql`insert into ledger (site, id, member_id, kind, points, reason, booked_at) values
      ('one', gen_random_uuid(), ${member}, 'correction', ${points}, 'x', ${at})`.execute(kysely);
  }
  await migrate(kysely, 'postgres');
  const rows = async (statement: string) => (await sql.raw(statement).execute(kysely)).rows;
  assert.deepEqual(
    await rows('select member_id, seq, points, balance::int from ledger order by member_id, seq'),
    [
      { member_id: 'mia', seq: 1, points: 30, balance: 30 },
      { member_id: 'mia', seq: 2, points: 50, balance: 80 },
      { member_id: 'mia', seq: 3, points: 20, balance: 100 },
      { member_id: 'noa', seq: 1, points: 7, balance: 7 },
    ],
  );
  assert.deepEqual(
    await rows('select member_id, points::int, entries from points_tally order by member_id'),
    [
      { member_id: 'mia', points: 100, entries: 3 },
      { member_id: 'noa', points: 7, entries: 1 },
    ],
  );
  assert.deepEqual(
    await rows(
      'select month::text, sum(points)::int as sum from points_month group by 1 order by 1',
    ),
    [
      { month: '2026-09-01', sum: 30 },
      { month: '2026-10-01', sum: 50 },
      { month: '2026-11-01', sum: 27 },
    ],
  );
  await kysely.destroy();
});
