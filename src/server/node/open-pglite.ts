import { join } from 'node:path';
import type { Database, DatabaseOptions } from '../database/database.js';
import { openPglite as openUnlocked } from '../database/pglite.js';
import { lockDirectory } from './directory-lock.js';

export interface PgliteOptions extends DatabaseOptions {
  /**
   * A folder for the database and its lock, and for nothing else. It is made if it is not there.
   * Without it everything is in memory.
   */
  dataDirectory?: string;
  /** Told, in one sentence, when it has to wait for an old owner. Default: nobody is told. */
  say?: (sentence: string) => void;
  /**
   * Called if another process has taken the folder, as it may when this one stood still for half a
   * minute: nothing may be written any more. Default: an uncaught error, which ends the process.
   */
  onLost?: () => void;
}

/**
 * Opens the embedded database, with its folder for this process alone: two on one folder would
 * lose rows. Rejects if another process has it.
 */
export async function openPglite(options: PgliteOptions = {}): Promise<Database> {
  const { dataDirectory, say = () => {}, onLost = fail, ...rest } = options;
  if (dataDirectory === undefined) return openUnlocked(rest);
  const unlock = await lockDirectory(dataDirectory, say, onLost);
  try {
    const database = await openUnlocked({
      ...rest,
      dataDirectory: join(dataDirectory, 'database'),
    });
    const close = async () => {
      await database.close();
      await unlock();
    };
    return { ...database, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

const fail = (): never => {
  throw new Error('Another process has taken the data directory.');
};
