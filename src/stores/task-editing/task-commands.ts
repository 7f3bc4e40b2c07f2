import { ApiError } from '../../api/api-error.js';
import type { Task, TaskContent, TaskRequest } from '../../contract/task.js';
import type { Session } from '../session.js';
import { contentOf, requestOf } from './task-content.js';

/** How often a switch is tried anew when somebody edits the task at the same moment. */
const attempts = 4;

/** Tells all stores what has come of a command, as the live stream would. */
function told(session: Session, task: Task): Task {
  const { id, version, status } = task;
  session.connection.announce({ type: 'task', data: { id, version, status, task } });
  return task;
}

const hasDetails = ({ connection }: Session): boolean =>
  connection.snapshot.service?.capabilities.taskDetails ?? false;

/** Creates a task, or with `version` edits what has it: `stale` if somebody was before. */
export async function putTask(
  session: Session,
  id: string,
  content: TaskContent,
  version: number | null,
): Promise<Task> {
  const client = await session.client();
  const request: TaskRequest = requestOf(content, hasDetails(session));
  return told(session, await client.putTask(id, request, version ?? undefined));
}

/** Activates or deactivates a task, and leaves all else as it stands there. */
export async function switchTask(
  session: Session,
  id: string,
  status: Task['status'],
): Promise<Task> {
  const client = await session.client();
  for (let attempt = 1; ; attempt += 1) {
    const task = await client.getTask(id);
    if (task.status === status) return told(session, task);
    try {
      return await putTask(session, id, { ...contentOf(task), status }, task.version);
    } catch (error) {
      if (ApiError.from(error).code !== 'stale' || attempt === attempts) throw error;
    }
  }
}

/** Puts a task before another one, or with null at the end. */
export async function moveTask(session: Session, id: string, before: string | null): Promise<Task> {
  const client = await session.client();
  return told(session, await client.orderTask(id, before));
}
