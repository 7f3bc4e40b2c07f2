import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { accessMigration } from './migrations/002-access.js';
import { attachmentsMigration } from './migrations/003-attachments.js';
import { dialogueMigration } from './migrations/004-dialogue.js';
import { waitsMigration } from './migrations/005-waits.js';
import { balancesMigration } from './migrations/006-balances.js';
import { taskDetailsMigration } from './migrations/007-task-details.js';
import { insightsMigration } from './migrations/008-insights.js';
import { tablesMigration } from './migrations/001-tables.js';
import { ensureServerRole } from './server-role.js';
import type { Tables } from './tables.js';

const migrations = {
  '001-tables': tablesMigration,
  '002-access': accessMigration,
  '003-attachments': attachmentsMigration,
  '004-dialogue': dialogueMigration,
  '005-waits': waitsMigration,
  '006-balances': balancesMigration,
  '007-task-details': taskDetailsMigration,
  '008-insights': insightsMigration,
};

/**
 * Brings the tables up to date. Several servers may do it at once: the first one works, the
 * others wait for it.
 *
 * @param owner a connection as the owner of the tables
 * @param login who serves requests later, in the server's role
 */
export async function migrate(owner: Kysely<Tables>, login: string): Promise<void> {
  await ensureServerRole(owner, login);
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw error instanceof Error ? error : new Error('Migration failed.', { cause: error });
}
