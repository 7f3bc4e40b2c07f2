import type { Database } from '../database/database.js';
import { openPostgres } from '../database/postgres.js';
import { openPglite } from './open-pglite.js';
import type { Settings } from './settings.js';

/** Opens the database that the settings name: PostgreSQL, or the embedded one under its lock. */
export const openDatabase = (
  { postgres, directory: dataDirectory }: Settings,
  say: (sentence: string) => void,
  onLost: () => void,
): Promise<Database> =>
  postgres ? openPostgres(postgres) : openPglite({ dataDirectory, say, onLost });
