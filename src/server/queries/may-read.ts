import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';

/** Whether there is such a report for the asker: a member's own, for reviewers any. */
export async function mayRead(
  transaction: SiteTransaction,
  { site, id, role }: Asker,
  report: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('report')
    .where('site', '=', site)
    .where('id', '=', report)
    .select('member_id')
    .executeTakeFirst();
  return row !== undefined && (role !== 'member' || row.member_id === id);
}
