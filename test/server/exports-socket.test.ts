import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../../src/api/client.js';
import type { DownloadProgress } from '../../src/api/download.js';
import { TokenSource } from '../../src/api/token.js';
import { Transport } from '../../src/api/transport.js';
import { openCluster, type Cluster } from '../support/cluster.js';
import { fillSite } from '../support/many-reports.js';
import { onPostgres } from '../support/on-postgres.js';
import { token } from '../support/people.js';
import { Site } from '../support/site.js';

const reports = 20_000;

onPostgres('exports over a socket', () => {
  let cluster: Cluster;
  let site: Site;
  before(async () => {
    cluster = await openCluster();
    site = new Site(cluster);
    await fillSite(cluster.database.superuserUrl, site.name, { reports });
  });
  after(() => cluster.close());

  /** A download from one of the servers; `then` is called when a part of it is there. */
  function take(server: number, then: () => void, signal = new AbortController().signal) {
    const claims = { sub: 'olga', role: 'owner', site: site.name } as const;
    const source = new TokenSource(() => token(claims));
    const client = new Client(new Transport(cluster.servers[server]!.url, source));
    let isTold = false;
    const progress = ({ rows }: DownloadProgress): void => {
      if (isTold || rows < 1_000) return;
      isTold = true;
      then();
    };
    return client.download('reports', 'csv', { signal, progress });
  }

  /** Transactions of the whole database until now. */
  async function transactions(): Promise<number> {
    const statement = `select xact_commit + xact_rollback as n from pg_stat_database
      where datname = current_database()`;
    return Number((await cluster.query(statement, []))[0]?.n);
  }

  test('all of it comes', async () => {
    const file = await take(0, () => {});
    const text = await file.text();
    assert.equal(text.match(/^[\da-f]{8}-/gm)?.length, reports);
  });

  test('when the reader goes, nothing more is read', async () => {
    const gone = new AbortController();
    await assert.rejects(
      take(0, () => gone.abort(), gone.signal),
      { code: 'aborted' },
    );
    await wait(2_000);
    const before = await transactions();
    await wait(2_000);
    // What is counted here is the counting itself, and what the database does by itself.
    assert.ok((await transactions()) - before < 10);
  });

  test('what the database breaks off is no file', async () => {
    const end = `select pg_terminate_backend(pid) from pg_stat_activity
      where usename = 'taskchat_owner'`;
    let breaking: ReturnType<typeof setInterval> | undefined;
    const broken = take(0, () => {
      breaking = setInterval(() => void cluster.query(end, []), 5);
    });
    await assert.rejects(broken, { code: 'network' });
    clearInterval(breaking);
  });

  test('what a server that is killed leaves is no file', async () => {
    await assert.rejects(
      take(1, () => void cluster.servers[1]!.kill()),
      { code: 'network' },
    );
  });
});
