import { join } from 'node:path';
import type { Database } from '../database/database.js';
import { openPglite } from '../database/pglite.js';
import { openPostgres } from '../database/postgres.js';
import { lockDirectory } from './directory-lock.js';
import type { Settings } from './settings.js';

/** Opens the database that the settings name: PostgreSQL, or the embedded one under its lock. */
export async function openDatabase(
  { postgres, directory }: Settings,
  say: (sentence: string) => void,
  onLost: () => void,
): Promise<Database> {
  if (postgres) return openPostgres(postgres);
  const unlock = await lockDirectory(directory, say, onLost);
  const database = await openPglite({ dataDirectory: join(directory, 'database') });
  return {
    ...database,
    close: async () => {
      await database.close();
      await unlock();
    },
  };
}
