import pg from 'pg';
import { dumpSite, type Query } from './dump.js';
import { startPostgres, type SuiteDatabase } from './postgres.js';
import type { Send } from './people.js';
import type { Backend } from './site.js';
import { startServer, type StartedServer } from './start-server.js';

export interface Cluster extends Backend {
  database: SuiteDatabase;
  servers: StartedServer[];
  /** To one server alone, by its place. */
  to(index: number): Send;
  query: Query;
  close(): Promise<void>;
}

export interface ClusterOptions {
  /** Server processes on the one database. Default 2. */
  processes?: number;
  entry?: string;
  env?: Record<string, string>;
}

const sendTo =
  (server: StartedServer): Send =>
  (path, init) =>
    fetch(`${server.url}${path}`, init);

/**
 * A PostgreSQL of its own and server processes on it; consecutive requests go to different ones,
 * so that nothing may be true because one process remembers it.
 */
export async function openCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { processes = 2, entry, env } = options;
  const postgres = await startPostgres();
  const database = await postgres.createDatabase();
  const start = () =>
    startServer({ ...(entry && { entry }), env: { ...env, DATABASE_URL: database.url } });
  const starts = Array.from({ length: processes }, start);
  const servers = await Promise.all(starts).catch(async (error: unknown) => {
    // What has started would keep the tests from ending.
    for (const one of await Promise.allSettled(starts)) {
      if (one.status === 'fulfilled') await one.value.stop();
    }
    await postgres.stop();
    throw error;
  });
  const superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  const query: Query = async (text, values) =>
    (await superuser.query<Record<string, unknown>>(text, values)).rows;
  const sends = servers.map(sendTo);
  const to = (index: number): Send => {
    const send = sends[index % sends.length];
    if (!send) throw new Error('A cluster has at least one process.');
    return send;
  };
  let turn = 0;
  return {
    database,
    servers,
    to,
    send: (path, init) => to(turn++)(path, init),
    query,
    dump: (site) => dumpSite(query, site),
    async close() {
      await superuser.end();
      await Promise.all(servers.map((server) => server.stop()));
      await postgres.stop();
    },
  };
}
