import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database, DatabaseOptions } from './database.js';
import { listenPostgres } from './listen-postgres.js';
import { migrate } from './migrate.js';
import { checkServerRole, serverRole } from './server-role.js';
import type { Tables } from './tables.js';

export interface PostgresOptions extends DatabaseOptions {
  /** For serving requests, in the server's role. */
  url: string;
  /** For migrations, as the owner of the tables. Default: `url`. */
  migrationUrl?: string;
}

/** How long a request waits for a connection, a statement or a lock, in milliseconds. */
const patience = 30_000;

/**
 * Given when a connection starts, so that `RESET ROLE` leads back to the role and not out of it.
 * A process that vanishes in the middle of a transaction keeps nobody waiting for its locks.
 */
const startUp = [
  `role=${serverRole}`,
  `statement_timeout=${patience}`,
  `idle_in_transaction_session_timeout=${patience}`,
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** Opens a PostgreSQL database, 13 or newer. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  await migrateAsOwner(options);
  const config = { connectionString: options.url, options: startUp };
  const pool = new pg.Pool({ ...config, connectionTimeoutMillis: patience });
  // A connection that breaks is replaced by the pool, and a request that it serves fails by itself.
  // Unheard, its error ends the process; the pool hears those of idle connections alone.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: options.plugins ?? [],
  });
  try {
    await checkServerRole(kysely.withoutPlugins());
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return {
    kysely,
    listen: (channel, onNotify, onLost) => listenPostgres(config, channel, onNotify, onLost),
    close: () => kysely.destroy(),
  };
}

async function migrateAsOwner({ url, migrationUrl = url }: PostgresOptions): Promise<void> {
  const owner = connect(migrationUrl);
  try {
    const login = migrationUrl === url ? await sessionUser(owner) : await sessionUserAt(url);
    await migrate(owner, login);
  } finally {
    await owner.destroy();
  }
}

async function sessionUserAt(url: string): Promise<string> {
  const connection = connect(url);
  try {
    return await sessionUser(connection);
  } finally {
    await connection.destroy();
  }
}

const connect = (connectionString: string): Kysely<Tables> =>
  new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 1 }) }) });

async function sessionUser(connection: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select session_user as name`.execute(connection);
  if (!rows[0]) throw new Error('The database did not say who is connected.');
  return rows[0].name;
}
