import { sql } from 'kysely';
import type { MemberRecord } from '../../contract/report.js';
import type { SiteTransaction } from '../database/in-site.js';

/** A decided report was last changed by its decision. */
const thisMonth = sql`updated_at >= date_trunc('month', now() at time zone 'utc') at time zone 'utc'`;

const count = (condition: ReturnType<typeof sql>) =>
  sql<number>`(count(*) filter (where ${condition}))::int`;

/** What became of a member's reports. */
export async function readRecord(
  transaction: SiteTransaction,
  site: string,
  member: string,
): Promise<MemberRecord> {
  const row = await transaction
    .selectFrom('report')
    .where('site', '=', site)
    .where('member_id', '=', member)
    .select([
      count(sql`status = 'approved'`).as('approved'),
      count(sql`status = 'rejected'`).as('rejected'),
      count(sql`status = 'approved' and ${thisMonth}`).as('approved_lately'),
      count(sql`status = 'rejected' and ${thisMonth}`).as('rejected_lately'),
    ])
    .executeTakeFirstOrThrow();
  const { approved, rejected } = row;
  return {
    approved,
    rejected,
    month: { approved: row.approved_lately, rejected: row.rejected_lately },
  };
}
