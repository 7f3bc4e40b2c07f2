import { sql } from 'kysely';
import * as v from 'valibot';
import { limits } from '../../contract/limits.js';
import type { Page } from '../../contract/page.js';
import type { Task, TaskQuery } from '../../contract/task.js';
import { id, timestamp, whole } from '../../contract/values.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { badCursor, containing, cutPage, readCursor, writeCursor } from './cursor.js';
import { became } from './own-outcome.js';
import { selectTasks, toTasksOf, type TaskRow } from './task.js';

const cursorSchema = v.union([
  v.tuple([v.literal('newest'), timestamp, id]),
  v.tuple([v.literal('reward'), whole(0, limits.points), id]),
  v.tuple([v.literal('closing'), v.nullable(timestamp), id]),
  v.tuple([v.literal('order'), v.pipe(v.string(), v.regex(/^0\.\d+$/)), id]),
]);

const searched = ['task.name', 'task.description'] as const;

/** A task that never closes comes after all that do. */
const never = 'infinity';

const sorts = {
  newest: { column: sql`task.created_at`, order: 'desc', type: 'timestamptz' },
  reward: { column: sql`task.points`, order: 'desc', type: 'integer' },
  closing: {
    column: sql`coalesce(task.closes_at, ${sql.lit(never)})`,
    order: 'asc',
    type: 'timestamptz',
  },
  order: { column: sql`task.position`, order: 'asc', type: 'numeric' },
} as const;

/** A page of tasks; members and visitors see the active ones. */
export async function listTasks(
  transaction: SiteTransaction,
  site: string,
  asker: Asker | null,
  query: TaskQuery,
): Promise<Page<Task>> {
  const { column, order } = sorts[query.sort];
  const found = await matching(transaction, site, asker, query)
    .orderBy(column, order)
    .orderBy('task.id', order)
    .limit(query.limit + 1)
    .execute();
  const { rows, last } = cutPage(found, query.limit);
  return {
    items: await toTasksOf(transaction, asker, rows),
    next: last ? writeCursor([query.sort, sortKey(query, last), last.id]) : null,
  };
}

function sortKey({ sort }: TaskQuery, row: TaskRow): string | number | null {
  if (sort === 'reward') return row.points;
  if (sort === 'order') return row.place;
  return (sort === 'newest' ? row.created_at : row.closes_at)?.toISOString() ?? null;
}

function matching(
  transaction: SiteTransaction,
  site: string,
  asker: Asker | null,
  { status, mine, q, sort, after }: TaskQuery,
) {
  let found = selectTasks(transaction, site);
  if (!asker || asker.role === 'member') found = found.where('task.status', '=', 'active');
  if (status) found = found.where('task.status', '=', status);
  if (mine) found = found.where(became(asker, mine));
  if (q)
    found = found.where((eb) => eb.or(searched.map((text) => eb(text, 'ilike', containing(q)))));
  if (after !== undefined) found = found.where(beyond(sort, after));
  return found;
}

/** The rows that a sort puts after the cursor. */
function beyond(sort: TaskQuery['sort'], cursor: string) {
  const [sorted, key, last] = readCursor(cursorSchema, cursor);
  if (sorted !== sort) throw badCursor();
  const { column, order, type } = sorts[sort];
  const sign = sql.raw(order === 'desc' ? '<' : '>');
  const bound = sql`${String(key ?? never)}::text::${sql.raw(type)}`;
  return sql<boolean>`(${column}, task.id) ${sign} (${bound}, ${last}::uuid)`;
}
