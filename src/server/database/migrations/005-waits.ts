import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The latest decisions of a site tell how long one usually waits. */
export const waitsMigration: Migration = {
  async up(database) {
    await sql.raw('create index on decision (site, decided_at)').execute(database);
  },
};
