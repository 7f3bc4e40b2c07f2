import { sql } from 'kysely';
import type { Task } from '../../contract/task.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce } from '../live/notice.js';
import { Refusal } from '../problems.js';
import { taskFor } from './task.js';

interface Request {
  id: string;
  /** The task that it is put before; null for the end. */
  before: string | null;
}

/**
 * Puts a task before another one, or at the end. Owners who put tasks into one gap wait for each
 * other: each finds the place that the former one has left. Who says the same again changes
 * nothing, because the place is reckoned without the task itself.
 */
export async function orderTask(
  transaction: SiteTransaction,
  asker: Asker,
  { id, before }: Request,
): Promise<Task> {
  const { site } = asker;
  if (before === id) return taskFor(transaction, asker, id);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`taskchat order ${site}`}, 0))`.execute(
    transaction,
  );
  const moved = await transaction
    .updateTable('task')
    .set({ position: between(site, id, before) })
    .where('site', '=', site)
    .where('id', '=', id)
    .$if(before !== null, (update) =>
      update.where((eb) =>
        eb.exists(
          eb
            .selectFrom('task as next')
            .where('next.site', '=', site)
            .where('next.id', '=', before)
            .select('next.id'),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  if (!moved) throw new Refusal('not-found');
  await announce(transaction, site, [{ type: 'task', id }]);
  return taskFor(transaction, asker, id);
}

/**
 * The middle of the gap, with no more digits than tell it from both ends: halves would grow by a
 * digit with every move.
 */
const between = (site: string, id: string, before: string | null) => sql<string>`(
  with upper as (
    select coalesce((select position from task
      where site = ${site} and id = ${before}::uuid), 1) as place
  ), ends as (
    select upper.place as high, coalesce((select max(position) from task
      where site = ${site} and id <> ${id}::uuid and position < upper.place), 0) as low
    from upper
  )
  select round((low + high) * 0.5, (2 - floor(log(high - low)))::integer) from ends)`;
