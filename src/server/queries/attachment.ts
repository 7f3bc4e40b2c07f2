import { sql } from 'kysely';
import type { Attachment } from '../../contract/attachment.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';

/** What a round or a message has taken along, in its order, as SQL over its table. */
export const attachmentsOf = (table: 'round' | 'message') => {
  const named = sql.ref(`${table}.attachments`);
  const site = sql.ref(`${table}.site`);
  return sql<Attachment[]>`coalesce((
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'id', attachment.id, 'name', attachment.name, 'type', attachment.type,
        'size', attachment.size, 'width', attachment.width, 'height', attachment.height
      )) order by named.place)
    from unnest(${named}) with ordinality as named (id, place)
    join attachment on attachment.site = ${site} and attachment.id = named.id
      and attachment.completed_at is not null), '[]')`;
};

/** A completed upload of the site, with whose report it belongs to. */
export const readFile = (transaction: SiteTransaction, site: string, id: string) =>
  transaction
    .selectFrom('attachment')
    .leftJoin('report', (join) =>
      join
        .onRef('report.site', '=', 'attachment.site')
        .onRef('report.id', '=', 'attachment.report_id'),
    )
    .where('attachment.site', '=', site)
    .where('attachment.id', '=', id)
    .where('attachment.completed_at', 'is not', null)
    .selectAll('attachment')
    .select('report.member_id as report_member')
    .executeTakeFirst();

/**
 * Whether the asker may see it: like the report that it belongs to, and before it belongs to one,
 * whoever uploaded it.
 */
export async function mayOpen(
  transaction: SiteTransaction,
  { site, id: member, role }: Asker,
  id: string,
): Promise<boolean> {
  const file = await readFile(transaction, site, id);
  if (!file) return false;
  if (file.report_id === null) return file.member_id === member;
  return role !== 'member' || file.report_member === member;
}
