import { sql } from 'kysely';
import type { SiteTransaction } from '../database/in-site.js';

/** The channel on which server processes tell each other what has changed. */
export const channel = 'taskchat';

/** What has changed, by id alone: a payload of NOTIFY holds less than 8,000 bytes. */
export type Notice =
  | { type: 'message'; id: string }
  | { type: 'report'; id: string }
  | { type: 'task'; id: string }
  | { type: 'points'; id: string }
  | { type: 'read'; report: string; member: string }
  | { type: 'typing'; report: string; member: string }
  | { type: 'looking'; report: string; member: string; looking: boolean };

export type SiteNotice = Notice & { site: string };

/** Tells every process, in the order given, if and when the transaction commits. */
export async function announce(
  transaction: SiteTransaction,
  site: string,
  notices: readonly Notice[],
): Promise<void> {
  const payloads = notices.map((notice) => JSON.stringify({ ...notice, site }));
  await sql`
    select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload
  `.execute(transaction);
}
