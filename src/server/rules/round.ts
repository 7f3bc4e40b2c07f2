import { sql } from 'kysely';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce } from '../live/notice.js';
import { tell } from './dialogue.js';
import { takePlace } from './places.js';
import { readBy } from './reading.js';

interface Opening {
  report: string;
  type: 'revised' | 'reopened';
  /** A report that was rejected has given its place back and needs one. */
  needsPlace: boolean;
}

/** A round was written: its report awaits the reviewer again, and the dialogue says so. */
export async function openRound(
  transaction: SiteTransaction,
  asker: Asker,
  { report, type, needsPlace }: Opening,
): Promise<void> {
  const { round, task_id, last_seq } = await transaction
    .updateTable('report')
    .set((eb) => ({
      status: 'awaiting',
      turn: 'reviewer',
      round: eb('round', '+', 1),
      version: eb('version', '+', 1),
      last_seq: eb('last_seq', '+', 1),
      awaiting_since: sql`clock_timestamp()`,
      updated_at: sql`clock_timestamp()`,
    }))
    .where('site', '=', asker.site)
    .where('id', '=', report)
    .returning(['round', 'task_id', 'last_seq'])
    .executeTakeFirstOrThrow();
  const places = needsPlace
    ? await takePlace(transaction, asker.site, task_id, { rejected: true })
    : [];
  const happening = { type, round, points: 0, reason: null };
  const line = await tell(transaction, asker, report, last_seq, happening);
  await announce(transaction, asker.site, [
    readBy(asker, report),
    { type: 'report', id: report },
    { type: 'message', id: line },
    ...places,
  ]);
}
