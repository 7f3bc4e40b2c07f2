import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** A transaction that sees one site alone. */
export type SiteTransaction = Transaction<Tables>;

/**
 * Runs `work` in one transaction that sees the rows of `site` alone. What it throws rolls
 * everything back.
 */
export function inSite<Result>(
  kysely: Kysely<Tables>,
  site: string,
  work: (transaction: SiteTransaction) => Promise<Result>,
): Promise<Result> {
  return kysely.transaction().execute(async (transaction) => {
    await enter(transaction, site);
    return work(transaction);
  });
}

/** As {@link inSite}, for reading only: all queries of `work` see the same moment. */
export function readSite<Result>(
  kysely: Kysely<Tables>,
  site: string,
  work: (transaction: SiteTransaction) => Promise<Result>,
): Promise<Result> {
  const snapshot = kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only');
  return snapshot.execute(async (transaction) => {
    await enter(transaction, site);
    return work(transaction);
  });
}

const enter = (transaction: SiteTransaction, site: string) =>
  sql`select set_config('taskchat.site', ${site}, true)`.execute(transaction);
