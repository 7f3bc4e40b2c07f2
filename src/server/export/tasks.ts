import { exportedTaskSchema, type ExportedTask } from '../../contract/export.js';
import type { SiteTransaction } from '../database/in-site.js';
import { countRows, pageOf, type Place, type Source } from './source.js';

const selectPage = (
  transaction: SiteTransaction,
  site: string,
  place: Place | null,
  limit: number,
) =>
  transaction
    .selectFrom('task')
    .innerJoin('task_tally', (join) =>
      join.onRef('task_tally.site', '=', 'task.site').onRef('task_tally.task_id', '=', 'task.id'),
    )
    .where('task.site', '=', site)
    .$if(place !== null, (all) =>
      all.where((eb) => eb(eb.refTuple('task.created_at', 'task.id'), '>', eb.tuple(...place!))),
    )
    .orderBy('task.created_at')
    .orderBy('task.id')
    .limit(limit)
    .selectAll('task')
    .select(['task_tally.awaiting', 'task_tally.approved', 'task_tally.rejected']);

type Row = Awaited<ReturnType<ReturnType<typeof selectPage>['execute']>>[number];

const toRow = (row: Row): ExportedTask => ({
  task: row.id,
  name: row.name,
  description: row.description,
  points: row.points,
  status: row.status,
  url: row.url,
  limit: row.limit,
  quota: row.quota,
  opensAt: row.opens_at?.toISOString() ?? null,
  closesAt: row.closes_at?.toISOString() ?? null,
  reviewWithin: row.review_within,
  examples: row.examples,
  reasons: row.reasons,
  awaiting: row.awaiting,
  approved: row.approved,
  rejected: row.rejected,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

/** All tasks of a site, the oldest first. */
export const exportedTasks: Source<ExportedTask> = {
  columns: Object.keys(exportedTaskSchema.entries) as (keyof ExportedTask)[],
  count: countRows('task'),
  async page(transaction, site, place, limit) {
    const found = await selectPage(transaction, site, place, limit).execute();
    return pageOf(found, limit, toRow, (row) => [row.created_at, row.id]);
  },
};
