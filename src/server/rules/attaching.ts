import { sql } from 'kysely';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { invalid } from '../problems.js';
import { given } from './given.js';

/** What takes uploads along: a message of a report, or without one a round of it. */
interface Taker {
  report: string;
  message?: string;
}

/**
 * Attaches uploads of the asker's, each once and for ever. A round may name again what an earlier
 * round of the same report has. Refuses all of them if there is one that may not be attached.
 */
export async function attach(
  transaction: SiteTransaction,
  asker: Asker,
  ids: readonly string[],
  taker: Taker,
): Promise<void> {
  if (ids.length === 0) return;
  const taken = await takeWaiting(transaction, asker, ids, taker);
  const others = ids.filter((id) => !taken.includes(id));
  const had = taker.message ? [] : await hadBefore(transaction, asker, others, taker.report);
  if (had.length === others.length) return;
  throw invalid('attachments', 'Must be uploads of your own that are not attached yet.');
}

/** Takes what waits. Rows are locked in one order, so that no two requests wait for each other. */
async function takeWaiting(
  transaction: SiteTransaction,
  { site, id: member }: Asker,
  ids: readonly string[],
  { report, message = null }: { report: string; message?: string | null },
): Promise<string[]> {
  const rows = await transaction
    .updateTable('attachment')
    .from((eb) =>
      eb
        .selectFrom('attachment')
        .where('site', '=', site)
        .where('id', 'in', ids)
        .where('member_id', '=', member)
        .where('completed_at', 'is not', null)
        .where('report_id', 'is', null)
        .orderBy('id')
        .forUpdate()
        .select(['site', 'key'])
        .as('waiting'),
    )
    .set({ report_id: report, message_id: message })
    .whereRef('attachment.site', '=', 'waiting.site')
    .whereRef('attachment.key', '=', 'waiting.key')
    .returning('attachment.id')
    .execute();
  return rows.map(({ id }) => id);
}

async function hadBefore(
  transaction: SiteTransaction,
  { site, id: member }: Asker,
  ids: readonly string[],
  report: string,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom('attachment')
    .where('site', '=', site)
    .where('id', 'in', ids)
    .where('member_id', '=', member)
    .where('report_id', '=', report)
    .where('message_id', 'is', null)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether a message that stands was sent with these. */
export async function wasAttached(
  transaction: SiteTransaction,
  { site }: Asker,
  message: string,
  ids: readonly string[],
): Promise<boolean> {
  const row = await transaction
    .selectFrom('message')
    .where('site', '=', site)
    .where('id', '=', message)
    .where(sql<boolean>`attachments = ${given(ids, 'uuid[]')}`)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}
