import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '../../src/server/database/database.js';
import { inSite } from '../../src/server/database/in-site.js';
import { openPostgres } from '../../src/server/database/postgres.js';
import { openCluster } from '../support/cluster.js';
import type { Query } from '../support/dump.js';
import { openPocket } from '../support/pocket.js';
import { onPostgres } from '../support/on-postgres.js';
import { Site, type Backend } from '../support/site.js';
import { upload } from '../support/uploads.js';

/** A backend, and its database as the server itself has it open. */
interface Opened {
  backend: Backend;
  database: Database;
  query: Query;
  close(): Promise<void>;
}

const tables = [
  ...['attachment', 'attachment_piece'],
  ...['decision', 'file_leftover', 'insight', 'insight_note', 'ledger', 'member', 'message'],
  ...['points_month', 'points_tally', 'read_mark', 'report', 'round', 'task', 'task_edit'],
  ...['task_member', 'task_opening', 'task_tally'],
];

/** Kept for ever: the server's role adds to them, and that is all. */
const insertOnly: Record<string, string> = {
  decision: "verdict = 'approved'",
  ledger: 'points = points + 1',
  round: "text = ''",
  message: "text = ''",
  task_edit: 'version = version',
  task_opening: "member_id = 'eve'",
  // These are not even added to by the server itself.
  insight: 'points = points + 1',
  insight_note: 'amount = amount + 1',
};

/** Uploads that wait go, and then what is noted of their bytes. */
const goes = new Set(['attachment', 'file_leftover']);

/** The code of a refusal of PostgreSQL's: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const forbidden = { code: '42501' };
const notUnique = { code: '23505' };

/** A site with a row in each table. */
async function furnish(backend: Backend): Promise<Site> {
  const site = new Site(backend);
  const report = await site.newReport(await site.newTask({ limit: 2 }));
  const mia = await site.mia();
  const body = { text: 'Hello.', attachments: [(await upload(mia)).id] };
  await mia.put(`/reports/${report.id}/messages/${uuid()}`, body);
  await mia.put(`/tasks/${report.task.id}/opening`, {});
  await (await site.rui()).put(`/reports/${report.id}/read`, { seq: 1 });
  await site.decide(report, 'approved');
  return site;
}

function cases(open: () => Promise<Opened>): void {
  let opened: Opened;
  let site: Site;
  let other: Site;
  before(async () => {
    opened = await open();
    site = await furnish(opened.backend);
    other = await furnish(opened.backend);
    // Some of what happened is in the sums, and some is not.
    await run('select fold_insights(2)');
  });
  after(() => opened.close());

  const run = (statement: string, on = site.name) =>
    inSite(opened.database.kysely, on, (inside) =>
      sql.raw<Record<string, unknown>>(statement).execute(inside),
    );
  const count = async (table: string, on: string) =>
    Number((await run(`select count(*) as n from ${table}`, on)).rows[0]?.n);

  test('is neither superuser nor owner of anything, and passes no row level security', async () => {
    const { rows } = await run(`
        select current_user as name, rolsuper, rolbypassrls, rolcreaterole,
          (select count(*) from pg_class where relowner = pg_roles.oid)::int as owned
        from pg_roles where rolname = current_user`);
    const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 };
    assert.deepEqual(rows, [{ name: 'taskchat_server', ...none }]);
  });

  test('UPDATE, DELETE and TRUNCATE are refused where rows are for ever', async () => {
    const before = await site.dump();
    for (const [table, change] of Object.entries(insertOnly)) {
      assert.ok((await count(table, site.name)) > 0, table);
      for (const statement of [
        `update ${table} set ${change}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await assert.rejects(run(statement), forbidden, statement);
      }
    }
    assert.equal(await site.dump(), before);
  });

  test('no row of any table can be deleted, but for uploads that are not attached', async () => {
    const waits = await upload(await site.noa());
    const before = await site.dump();
    for (const table of tables.filter((name) => !goes.has(name))) {
      await assert.rejects(run(`delete from ${table}`), forbidden, table);
    }
    assert.equal(await site.dump(), before);
    const { rows } = await run('delete from attachment returning id');
    assert.deepEqual(rows, [{ id: waits.id }]);
    assert.equal(await count('attachment', site.name), 1);
    assert.equal(await count('attachment_piece', site.name), 1);
  });

  test('what is attached is for ever as it is', async () => {
    const before = await site.dump();
    for (const change of [
      "type = 'text/html'",
      'report_id = null',
      'width = null, height = null',
    ]) {
      const { rows } = await run(`update attachment set ${change} returning id`);
      assert.deepEqual(rows, [], change);
    }
    for (const change of ["name = 'x'", 'key = gen_random_uuid()', "member_id = 'noa'"]) {
      await assert.rejects(run(`update attachment set ${change}`), forbidden, change);
    }
    for (const statement of [
      "update attachment_piece set bytes = ''",
      'update link_key set bytes = bytes',
    ]) {
      await assert.rejects(run(statement), forbidden, statement);
    }
    assert.equal(await site.dump(), before);
  });

  test("a report's task, score and member cannot be written", async () => {
    for (const change of ["task_name = 'x'", 'score = 1', "member_id = 'noa'", "site = 'x'"]) {
      await assert.rejects(run(`update report set ${change}`), forbidden, change);
    }
  });

  test('row level security shows one site, and none when none is set', async () => {
    await upload(await site.noa());
    await run('delete from attachment');
    const known = await opened.query(
      `select c.relname as name, c.relrowsecurity as secured from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'site'
         where c.relkind = 'r' order by 1`,
      [],
    );
    assert.deepEqual(
      known,
      tables.map((name) => ({ name, secured: true })),
    );
    for (const table of tables) {
      assert.ok((await count(table, site.name)) > 0, table);
      assert.equal(await count(table, 'test-of-nobody'), 0, table);
      assert.equal(await count(table, ''), 0, table);
      const bare = await sql.raw(`select * from ${table}`).execute(opened.database.kysely);
      assert.deepEqual(bare.rows, [], table);
      const theirs = `select * from ${table} where site = '${other.name}'`;
      assert.deepEqual((await run(theirs)).rows, [], table);
    }
  });

  test("nothing is written into another site's rows", async () => {
    const before = await other.dump();
    const insert = `insert into member values ('${other.name}', 'eve', 'Eve', null)`;
    await assert.rejects(run(insert), forbidden);
    await run(`update task set points = 9 where site = '${other.name}'`);
    await run(
      `update report set turn = 'member' where site = '${other.name}' and turn is not null`,
    );
    assert.equal(await other.dump(), before);
  });

  test('a round takes one decision and a report one approval, in the tables themselves', async () => {
    await assert.rejects(
      run(`insert into decision (site, report_id, round, id, verdict, reviewer_id)
          select site, report_id, round, gen_random_uuid(), verdict, reviewer_id from decision`),
      notUnique,
    );
    await assert.rejects(
      run(`insert into ledger (site, id, member_id, kind, points, report_id)
          select site, gen_random_uuid(), member_id, kind, points, report_id from ledger`),
      notUnique,
    );
  });

  test('the ledger alone says what a balance is, whatever the server claims', async () => {
    const third = await furnish(opened.backend);
    for (const table of ['points_tally', 'points_month']) {
      for (const statement of [
        `update ${table} set points = 9`,
        `insert into ${table} default values`,
      ]) {
        await assert.rejects(run(statement, third.name), forbidden, statement);
      }
    }
    const columns = 'site, id, member_id, kind, points, reason, corrected_by, seq, balance';
    const claim = (member: string, points: number) => `insert into ledger (${columns}) values
      ('${third.name}', gen_random_uuid(), '${member}', 'correction', ${points}, 'x', 'olga', 9, 9)
      returning seq, balance`;
    const { rows } = await run(claim('mia', -7), third.name);
    assert.deepEqual([rows[0]?.seq, Number(rows[0]?.balance)], [2, 43]);
    const notSound = { code: '23514' };
    await assert.rejects(run(claim('olga', 5), third.name), notSound, 'of oneself');
    await assert.rejects(run(claim('mia', 0), third.name), notSound, 'of nothing');
  });

  test('a message changes by its withdrawal alone, and once', async () => {
    const before = await site.dump();
    const notEmpty = { code: '23514' };
    const withdrawal = "withdrawn_at = clock_timestamp(), digest = ''";
    const emptied = `text = '', attachments = '{}', ${withdrawal}`;
    for (const [change, refusal] of [
      [`${emptied.replace("''", "'x'")} where kind = 'text'`, notEmpty],
      [`${emptied.replace("'{}'", 'attachments')} where kind = 'text'`, notEmpty],
      [`${emptied.replace("digest = ''", 'digest = null')} where kind = 'text'`, notEmpty],
      [`${withdrawal} where kind = 'system'`, notEmpty],
      ["digest = ''", forbidden],
      ...['seq = 9', "author_id = 'noa'", 'sent_at = clock_timestamp()', 'reply_to = null'].map(
        (other) => [other, forbidden] as const,
      ),
    ] as const) {
      await assert.rejects(run(`update message set ${change}`), refusal, change);
    }
    assert.equal(await site.dump(), before);
    const own = `update message set ${emptied} where kind = 'text' returning id`;
    const third = await furnish(opened.backend);
    const remove = 'delete from attachment returning id';
    assert.equal((await run(remove, third.name)).rows.length, 0);
    assert.equal((await run(own, third.name)).rows.length, 1);
    assert.equal((await run(remove, third.name)).rows.length, 1);
    assert.equal(await count('attachment_piece', third.name), 0);
    for (const change of [emptied, "text = 'x', withdrawn_at = null"]) {
      const again = `update message set ${change} where kind = 'text'`;
      await assert.rejects(run(again, third.name), forbidden, change);
    }
  });

  test('an approved report is final for every role, the superuser included', async () => {
    const change = `update report set status = 'rejected' where site = $1`;
    await assert.rejects(opened.query(change, [site.name]), /final/);
    await assert.rejects(run(`update report set status = 'rejected'`), /final/);
  });

  test('where the superuser tries, the same statements work', async () => {
    const third = await furnish(opened.backend);
    const gone = await opened.query('delete from ledger where site = $1 returning 1 as n', [
      third.name,
    ]);
    assert.equal(gone.length, 1);
    const again = `update decision set reason = 'x' where site = $1 returning 1 as n`;
    assert.equal((await opened.query(again, [third.name])).length, 1);
  });
}

describe("the server's own role on PGlite", () =>
  cases(async () => {
    const pocket = await openPocket();
    return { ...pocket, backend: pocket };
  }));

onPostgres("the server's own role on PostgreSQL", () =>
  cases(async () => {
    const cluster = await openCluster({ processes: 1 });
    const database = await openPostgres({ url: cluster.database.url });
    const close = async () => {
      await database.close();
      await cluster.close();
    };
    return { backend: cluster, database, query: cluster.query, close };
  }),
);
