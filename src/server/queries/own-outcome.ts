import { sql, type RawBuilder } from 'kysely';
import type { Outcome } from '../../contract/task.js';
import type { Asker } from '../authentication.js';

/**
 * Whether this became of the asker's newest report on `task`: the same one that a task tells of,
 * so that a task is found under what it says. Each is one probe of an index.
 */
export const became = (asker: Asker | null, outcome: Outcome): RawBuilder<boolean> =>
  asker
    ? sql<boolean>`coalesce(${newest(asker)}, 'none') = ${outcome}`
    : sql<boolean>`${sql.lit(outcome === 'none')}`;

const newest = ({ id }: Asker): RawBuilder<string | null> => sql`(
  select case when report.turn = 'member' then 'changes' else report.status end
  from report
  where report.site = task.site and report.task_id = task.id and report.member_id = ${id}
  order by report.submitted_at desc, report.id desc
  limit 1)`;
