import { sql } from 'kysely';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { Refusal } from '../problems.js';
import { given } from './given.js';

/** Writes down that a member opens a task. Once a day (UTC) counts; the others change nothing. */
export async function open(
  transaction: SiteTransaction,
  { site, id: member, role }: Asker,
  task: string,
): Promise<void> {
  const visible = await transaction
    .selectFrom('task')
    .where('site', '=', site)
    .where('id', '=', task)
    .$if(role === 'member', (all) => all.where('status', '=', 'active'))
    .select('id')
    .executeTakeFirst();
  if (!visible) throw new Refusal('not-found');
  if (role !== 'member') return;
  await transaction
    .insertInto('task_opening')
    .columns(['site', 'task_id', 'member_id', 'day', 'opened_at'])
    .expression(
      sql`select ${given(site, 'text')}, ${given(task, 'uuid')}, ${given(member, 'text')},
        (now() at time zone 'utc')::date, now()`,
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
