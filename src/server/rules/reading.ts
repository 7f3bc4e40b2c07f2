import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce, type Notice } from '../live/notice.js';
import { selectReading } from '../queries/reading.js';
import { given } from './given.js';

/**
 * Moves the asker's mark forward to `seq`, but never beyond the dialogue's end, and gives how far
 * they have read. Undefined if there is no such dialogue for the asker.
 */
export async function markRead(
  transaction: SiteTransaction,
  asker: Asker,
  report: string,
  seq: number,
): Promise<number | undefined> {
  const moved = await moveMark(transaction, asker, report, seq);
  if (moved) await announce(transaction, asker.site, [readBy(asker, report)]);
  const reading = await selectReading(transaction, asker, report).executeTakeFirst();
  const visible = asker.role !== 'member' || reading?.member_id === asker.id;
  return visible ? reading?.read_seq : undefined;
}

/** News of how far the asker has read. Whoever adds a line has read up to it, if they had before. */
export const readBy = ({ id: member }: Asker, report: string): Notice => ({
  type: 'read',
  report,
  member,
});

const moveMark = (
  transaction: SiteTransaction,
  { site, id, role }: Asker,
  report: string,
  seq: number,
) =>
  transaction
    .insertInto('read_mark')
    .columns(['site', 'report_id', 'member_id', 'role', 'seq'])
    .expression((eb) =>
      eb
        .selectFrom('report')
        .where('report.site', '=', site)
        .where('report.id', '=', report)
        .$if(role === 'member', (own) => own.where('report.member_id', '=', id))
        .select((own) => [
          'report.site',
          'report.id as report_id',
          given(id, 'text').as('member_id'),
          given(role, 'text').as('role'),
          own.fn<number>('least', ['report.last_seq', given(seq, 'integer')]).as('seq'),
        ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['site', 'report_id', 'member_id'])
        .doUpdateSet((eb) => ({ seq: eb.ref('excluded.seq'), role: eb.ref('excluded.role') }))
        .whereRef('read_mark.seq', '<', 'excluded.seq'),
    )
    .returning('seq')
    .executeTakeFirst();
