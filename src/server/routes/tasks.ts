import type { Task, TaskQuery } from '../../contract/task.js';
import type { Asker } from '../authentication.js';
import type { Database } from '../database/database.js';
import { inSite, readSite } from '../database/in-site.js';
import type { Bind } from '../operation.js';
import { invalid, jsonResponse, Refusal } from '../problems.js';
import { selectTasks, toTasksOf } from '../queries/task.js';
import { listTasks } from '../queries/task-list.js';
import { putTask } from '../rules/task.js';
import { orderTask } from '../rules/task-order.js';

/** @param isPublished which sites show their tasks to visitors without a token */
export function taskRoutes(
  bind: Bind,
  { kysely }: Database,
  isPublished: (site: string) => boolean,
): void {
  const siteFor = (asker: Asker | null, { site }: TaskQuery): string => {
    if (asker) return asker.site;
    if (site === undefined) throw new Refusal('unauthenticated');
    if (!isPublished(site)) throw new Refusal('not-found');
    return site;
  };
  bind('listTasks', ({ asker, query }) => {
    const site = siteFor(asker, query);
    return readSite(kysely, site, (transaction) => listTasks(transaction, site, asker, query));
  });
  bind('getTask', ({ asker, parameters }) => readTask(kysely, asker, parameters.task));
  bind('putTask', async ({ asker, parameters, body, request }) => {
    const from = ifMatch(request);
    const edit = { id: parameters.task, task: body, from };
    return withTag(
      await inSite(kysely, asker.site, (transaction) => putTask(transaction, asker, edit)),
    );
  });
  bind('orderTask', ({ asker, parameters, body }) => {
    const request = { id: parameters.task, before: body.before };
    return inSite(kysely, asker.site, (transaction) => orderTask(transaction, asker, request));
  });
}

const withTag = (task: Task): Response => jsonResponse(task, { ETag: `"${task.version}"` });

async function readTask(kysely: Database['kysely'], asker: Asker, id: string): Promise<Response> {
  const [task] = await readSite(kysely, asker.site, async (transaction) => {
    let found = selectTasks(transaction, asker.site).where('task.id', '=', id);
    if (asker.role === 'member') found = found.where('task.status', '=', 'active');
    return toTasksOf(transaction, asker, await found.execute());
  });
  if (!task) throw new Refusal('not-found');
  return withTag(task);
}

/** The version in `If-Match`, as an entity tag (RFC 9110, 8.8.3) or bare; null without it. */
function ifMatch(request: Request): number | null {
  const header = request.headers.get('If-Match');
  if (header === null) return null;
  const version = /^"?([1-9]\d{0,8})"?$/.exec(header.trim())?.[1];
  if (!version) throw invalid('If-Match', 'Must be the version of the task.');
  return Number(version);
}
