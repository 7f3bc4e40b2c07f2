import type { Task, TaskContent } from '../../contract/task.js';
import type { Session } from '../session.js';
import { contentOf } from '../task-editing/task-content.js';
import { limits } from '../../contract/limits.js';

/** By this a file of tasks is known. */
const format = 'taskchat-tasks';

/** Tasks of one file, and its bytes, at most. */
export const most = 5_000;
const mostBytes = 20_000_000;

/** Why a file is none that can be taken. */
export type FileProblem = 'not-text' | 'other' | 'empty' | 'long';

/** One task of a file: what would be created, or where it cannot be taken. */
export interface FileTask {
  readonly name: string;
  readonly content: TaskContent | null;
  /** The fields that are wrong, each once. */
  readonly wrong: readonly string[];
}

export type ReadFile =
  | { readonly problem: FileProblem }
  | { readonly problem: null; readonly tasks: readonly FileTask[] };

/** All tasks of the session's site as a file, and how many they are. */
export async function taskFile(session: Session): Promise<{ file: Blob; count: number }> {
  const client = await session.client();
  const sort = session.connection.snapshot.service?.capabilities.order ? 'order' : 'newest';
  const tasks: Task[] = [];
  let after: string | undefined;
  do {
    const page = await client.listTasks({ sort, after, limit: limits.pageMost });
    tasks.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  const whole = { format, version: 1, tasks: tasks.map(contentOf) };
  const file = new Blob([JSON.stringify(whole, null, 2)], { type: 'application/json' });
  return { file, count: tasks.length };
}

/** What a file holds; nothing in it is believed before the contract's own schema has seen it. */
export async function readTaskFile(file: Blob): Promise<ReadFile> {
  if (file.size > mostBytes) return { problem: 'long' };
  const found = parsed(await file.text().catch(() => ''));
  if (found === undefined) return { problem: 'not-text' };
  const tasks = tasksIn(found);
  if (!tasks) return { problem: 'other' };
  if (tasks.length === 0) return { problem: 'empty' };
  if (tasks.length > most) return { problem: 'long' };
  return { problem: null, tasks: await Promise.all(tasks.map(judged)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** The tasks of a file that says it is one, of this version. */
function tasksIn(found: unknown): unknown[] | null {
  if (typeof found !== 'object' || found === null) return null;
  const whole = found as Record<string, unknown>;
  const isOurs = whole.format === format && whole.version === 1;
  return isOurs && Array.isArray(whole.tasks) ? (whole.tasks as unknown[]) : null;
}

async function judged(found: unknown): Promise<FileTask> {
  // The first paint does not need the schema.
  const [{ taskRequestSchema }, v] = await Promise.all([
    import('../../contract/task.js'),
    import('valibot'),
  ]);
  const { name } = (found ?? {}) as Record<string, unknown>;
  const said = typeof name === 'string' ? name : '';
  const { success, output, issues } = v.safeParse(taskRequestSchema, found);
  if (success) return { name: said, content: output, wrong: [] };
  const wrong = issues.map((issue) => v.getDotPath(issue)?.split('.', 1)[0] ?? '');
  return { name: said, content: null, wrong: [...new Set(wrong)] };
}
