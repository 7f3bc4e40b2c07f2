import type { Database } from './database/database.js';
import type { PostgresOptions } from './database/postgres.js';
import type { FileStore, Place } from './files/file-store.js';
import type { PgliteOptions } from './node/open-pglite.js';

export type { Auth } from './authentication.js';
export { createHandler, type Handler, type HandlerOptions } from './handler.js';
export { s3Files, type S3Options } from './files/s3-files.js';
export type { Logger } from './logger.js';
export type { Database, FileStore, PgliteOptions, Place, PostgresOptions };

// The databases are loaded when they are opened: the handler runs where there is no Node, too.

/**
 * Opens the embedded database, PGlite, in a folder or in memory. It survives the death of the
 * process, not a power cut. The folder is locked: rejects if another process has it.
 */
export async function openPglite(options: PgliteOptions = {}): Promise<Database> {
  return (await import('./node/open-pglite.js')).openPglite(options);
}

/** Opens a PostgreSQL database, 13 or newer; as many processes as you like may share it. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  return (await import('./database/postgres.js')).openPostgres(options);
}
