import type { Kysely, KyselyPlugin } from 'kysely';
import type { Tables } from './tables.js';

/** An open database: migrated, and used in the server's role alone. */
export interface Database {
  kysely: Kysely<Tables>;
  /**
   * Hears a channel of `NOTIFY`, from every process on the database. `onLost` is called at most
   * once: nothing is heard after it, and whoever still wants to hear listens again.
   */
  listen(
    channel: string,
    onNotify: (payload: string) => void,
    onLost: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Kysely plugins that see every query of a request. */
  plugins?: KyselyPlugin[];
}
