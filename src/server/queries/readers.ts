import { sql } from 'kysely';
import type { Reader } from '../../contract/message.js';
import type { SiteTransaction } from '../database/in-site.js';
import { readSeqOf } from './reading.js';

/**
 * Who has read the dialogue of a report: its member, who has read their own submission at least,
 * and everybody with a mark. As what they read it, the mark says, else the submission.
 */
export const selectReaders = (transaction: SiteTransaction, site: string, report: string) =>
  transaction
    .selectFrom('report')
    .innerJoin('message as opening', (join) =>
      join
        .onRef('opening.site', '=', 'report.site')
        .onRef('opening.report_id', '=', 'report.id')
        .on('opening.seq', '=', 1),
    )
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('read_mark')
          .where('site', '=', site)
          .where('report_id', '=', report)
          .select('member_id as id')
          .union(
            eb
              .selectFrom('report')
              .where('site', '=', site)
              .where('id', '=', report)
              .select('member_id as id'),
          )
          .as('present'),
      (join) => join.onTrue(),
    )
    .innerJoin('member as reader', (join) =>
      join.onRef('reader.site', '=', 'report.site').onRef('reader.id', '=', 'present.id'),
    )
    .leftJoin('read_mark', (join) =>
      join
        .onRef('read_mark.site', '=', 'report.site')
        .onRef('read_mark.report_id', '=', 'report.id')
        .onRef('read_mark.member_id', '=', 'present.id'),
    )
    .where('report.site', '=', site)
    .where('report.id', '=', report)
    .select(['reader.id', 'reader.name', 'reader.picture', 'report.member_id'])
    .select((eb) => [
      eb.fn.coalesce('read_mark.role', 'opening.author_role').as('role'),
      readSeqOf(sql.ref('reader.id')).as('seq'),
    ]);

/** How far everybody but the asker has read. */
export async function readReaders(
  transaction: SiteTransaction,
  asker: { site: string; id: string },
  report: string,
): Promise<Reader[]> {
  const rows = await selectReaders(transaction, asker.site, report)
    .where('reader.id', '!=', asker.id)
    .orderBy('reader.id')
    .execute();
  return rows
    .filter(({ seq }) => seq > 0)
    .map(({ id, name, picture, role, seq }) => ({ id, name, picture, role, seq }));
}
