import { exportedEntrySchema, type ExportedEntry } from '../../contract/export.js';
import type { SiteTransaction } from '../database/in-site.js';
import { countRows, pageOf, type Place, type Source } from './source.js';

const selectPage = (
  transaction: SiteTransaction,
  site: string,
  place: Place | null,
  limit: number,
) =>
  transaction
    .selectFrom('ledger')
    .innerJoin('member', (join) =>
      join.onRef('member.site', '=', 'ledger.site').onRef('member.id', '=', 'ledger.member_id'),
    )
    .leftJoin('report', (join) =>
      join.onRef('report.site', '=', 'ledger.site').onRef('report.id', '=', 'ledger.report_id'),
    )
    .where('ledger.site', '=', site)
    .$if(place !== null, (all) =>
      all.where((eb) => eb(eb.refTuple('ledger.booked_at', 'ledger.id'), '>', eb.tuple(...place!))),
    )
    .orderBy('ledger.booked_at')
    .orderBy('ledger.id')
    .limit(limit)
    .selectAll('ledger')
    .select(['member.name as member_name', 'report.task_id', 'report.task_name']);

type Row = Awaited<ReturnType<ReturnType<typeof selectPage>['execute']>>[number];

const toRow = (row: Row): ExportedEntry => ({
  entry: row.id,
  member: row.member_id,
  memberName: row.member_name,
  kind: row.kind,
  points: row.points,
  report: row.report_id,
  task: row.task_id,
  taskName: row.task_name,
  reason: row.reason,
  bookedAt: row.booked_at.toISOString(),
});

/** All entries of a site's ledger, the oldest first. */
export const exportedPoints: Source<ExportedEntry> = {
  columns: Object.keys(exportedEntrySchema.entries) as (keyof ExportedEntry)[],
  count: countRows('ledger'),
  async page(transaction, site, place, limit) {
    const found = await selectPage(transaction, site, place, limit).execute();
    return pageOf(found, limit, toRow, (row) => [row.booked_at, row.id]);
  },
};
