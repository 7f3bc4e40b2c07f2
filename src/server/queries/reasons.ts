import type { ReasonTemplate } from '../../contract/decision.js';
import type { SiteTransaction } from '../database/in-site.js';

/** The reasons that a task offers to the reviewers of its reports. */
export async function readReasons(
  transaction: SiteTransaction,
  site: string,
  task: string,
): Promise<ReasonTemplate[]> {
  const row = await transaction
    .selectFrom('task')
    .where('site', '=', site)
    .where('id', '=', task)
    .select('reasons')
    .executeTakeFirst();
  return row?.reasons ?? [];
}
