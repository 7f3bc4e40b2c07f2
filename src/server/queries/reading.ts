import { sql, type Expression } from 'kysely';
import type { SiteTransaction } from '../database/in-site.js';

/**
 * How far `reader` has read, as SQL over `report` and their `read_mark`: up to the first line
 * that is neither marked as read nor their own. So what others said while the reader wrote stays
 * unread, and what the reader said is never unread.
 */
export const readSeqOf = (reader: string | null | Expression<string>) => sql<number>`coalesce((
  select unread.seq - 1 from message unread
  where unread.site = report.site and unread.report_id = report.id
    and unread.seq > coalesce(read_mark.seq, 0) and unread.author_id <> ${reader}
  order by unread.seq limit 1), report.last_seq)`;

/** How far somebody has read the dialogue of a report, and whose report it is. */
export const selectReading = (
  transaction: SiteTransaction,
  { site, id }: { site: string; id: string },
  report: string,
) =>
  transaction
    .selectFrom('report')
    .leftJoin('read_mark', (join) =>
      join
        .onRef('read_mark.site', '=', 'report.site')
        .onRef('read_mark.report_id', '=', 'report.id')
        .on('read_mark.member_id', '=', id),
    )
    .where('report.site', '=', site)
    .where('report.id', '=', report)
    .select(['report.member_id', 'report.last_seq', readSeqOf(id).as('read_seq')]);
