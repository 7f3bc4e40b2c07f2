import { v7 as uuid } from 'uuid';
import type { Happening } from '../../contract/message.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';

/** Writes a step of the report's life into its dialogue, at the place that its row gave out. */
export async function tell(
  transaction: SiteTransaction,
  asker: Asker,
  report: string,
  seq: number,
  happening: Happening,
): Promise<string> {
  const id = uuid();
  const { type, ...rest } = happening;
  await transaction
    .insertInto('message')
    .values({
      site: asker.site,
      id,
      report_id: report,
      seq,
      author_id: asker.id,
      author_role: asker.role,
      kind: 'system',
      happening: type,
      ...rest,
    })
    .execute();
  return id;
}
