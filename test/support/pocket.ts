import { CompiledQuery, sql } from 'kysely';
import type { Database } from '../../src/server/database/database.js';
import { openPglite } from '../../src/server/database/pglite.js';
import { createHandler, type HandlerOptions } from '../../src/server/handler.js';
import { dumpSite, type Query } from './dump.js';
import { testSecret, type Send } from './people.js';
import type { Backend } from './site.js';

export interface Pocket extends Backend {
  database: Database;
  query: Query;
  close(): Promise<void>;
}

/** The endpoint of a handler that no network leads to. */
export const pocketEndpoint = 'http://pocket.test/api/v1';

/** The true server in this process, on an embedded database in memory. */
export async function openPocket(options: Partial<HandlerOptions> = {}): Promise<Pocket> {
  const database = await openPglite({});
  const handler = createHandler({
    database,
    auth: { secret: testSecret },
    sites: ['test-*'],
    publishedSites: ['test-published-*'],
    boardSites: ['test-board-*'],
    origins: ['https://host.example'],
    ...options,
  });
  const send: Send = async (path, init) =>
    handler.fetch(new Request(`${pocketEndpoint}${path}`, init));
  const query = asSuperuser(database);
  return {
    send,
    database,
    query,
    dump: (site) => dumpSite(query, site),
    async close() {
      await handler.close();
      await database.close();
    },
  };
}

/** Runs a statement as the superuser that PGlite's session belongs to. */
export const asSuperuser =
  (database: Database): Query =>
  async (text, values) => {
    const transaction = database.kysely.withoutPlugins().transaction();
    return transaction.execute(async (inside) => {
      await sql`set local role none`.execute(inside);
      const result = await inside.executeQuery(CompiledQuery.raw(text, values));
      return result.rows as Record<string, unknown>[];
    });
  };
