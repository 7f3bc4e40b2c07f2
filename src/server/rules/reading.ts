import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce } from '../live/notice.js';
import { given } from './given.js';

/**
 * Moves the asker's mark forward to `seq`, but never beyond the dialogue's end, and gives where
 * it stands. Undefined if there is no such dialogue for the asker.
 */
export async function markRead(
  transaction: SiteTransaction,
  asker: Asker,
  report: string,
  seq: number,
): Promise<number | undefined> {
  const moved = await moveMark(transaction, asker, report, seq);
  if (!moved) return currentMark(transaction, asker, report);
  await announce(transaction, asker.site, [{ type: 'read', report, member: asker.id }]);
  return moved.seq;
}

const visible = (transaction: SiteTransaction, { site, id, role }: Asker, report: string) =>
  transaction
    .selectFrom('report')
    .where('report.site', '=', site)
    .where('report.id', '=', report)
    .$if(role === 'member', (own) => own.where('report.member_id', '=', id));

const moveMark = (transaction: SiteTransaction, asker: Asker, report: string, seq: number) =>
  transaction
    .insertInto('read_mark')
    .columns(['site', 'report_id', 'member_id', 'seq'])
    .expression(
      visible(transaction, asker, report).select((eb) => [
        'report.site',
        'report.id as report_id',
        given(asker.id, 'text').as('member_id'),
        eb.fn<number>('least', ['report.last_seq', given(seq, 'integer')]).as('seq'),
      ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['site', 'report_id', 'member_id'])
        .doUpdateSet((eb) => ({ seq: eb.ref('excluded.seq') }))
        .whereRef('read_mark.seq', '<', 'excluded.seq'),
    )
    .returning('seq')
    .executeTakeFirst();

async function currentMark(
  transaction: SiteTransaction,
  asker: Asker,
  report: string,
): Promise<number | undefined> {
  const row = await visible(transaction, asker, report)
    .innerJoin('read_mark', (join) =>
      join
        .onRef('read_mark.site', '=', 'report.site')
        .onRef('read_mark.report_id', '=', 'report.id')
        .on('read_mark.member_id', '=', asker.id),
    )
    .select('read_mark.seq')
    .executeTakeFirst();
  return row?.seq;
}
