import { PGlite, types } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { readBytea, writeBytea } from './bytea.js';
import type { Database, DatabaseOptions } from './database.js';
import { migrate } from './migrate.js';
import { checkServerRole, serverRole } from './server-role.js';
import type { Tables } from './tables.js';

export interface PgliteOptions extends DatabaseOptions {
  /**
   * Where the data lives: a directory, or in a browser `idb://name`. Without it everything is
   * in memory. One process at a time: the caller sees to that.
   */
  dataDirectory?: string;
  /** What `dumpDataDir` of PGlite gave, to begin with; sooner than a database made anew. */
  dump?: Blob;
}

/** Opens the embedded database. It survives the death of the process, not a power cut. */
export async function openPglite(options: PgliteOptions = {}): Promise<Database> {
  const pglite = await PGlite.create({
    dataDir: options.dataDirectory ?? 'memory://',
    ...(options.dump && { loadDataDir: options.dump }),
    serializers: { [types.TEXT]: keepMark, [types.BYTEA]: writeBytea },
    parsers: { [types.BYTEA]: readBytea },
  });
  const kysely = new Kysely<Tables>({
    dialect: new PGliteDialect({ pglite }),
    plugins: options.plugins ?? [],
  });
  const plain = kysely.withoutPlugins();
  await migrate(plain, 'postgres');
  await sql.raw(`set role ${serverRole}`).execute(plain);
  await checkServerRole(plain);
  return {
    kysely,
    listen: (channel, onNotify) => pglite.listen(channel, onNotify),
    close: () => kysely.destroy(),
  };
}

const byteOrderMark = '\uFEFF';

/**
 * PGlite reads each text with a `TextDecoder` that drops a byte order mark at its beginning. It is
 * written twice, so that one comes back. May go when PGlite's reader sets `ignoreBOM`.
 */
const keepMark = (text: unknown): string => {
  const written = String(text);
  return written.startsWith(byteOrderMark) ? byteOrderMark + written : written;
};
