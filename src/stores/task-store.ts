import { ApiError } from '../api/api-error.js';
import type { LiveEvent } from '../contract/live.js';
import type { Task } from '../contract/task.js';
import type { Snapshot } from './loader.js';
import type { Session } from './session.js';
import { Store } from './store.js';
import { told, withReport } from './task-news.js';

export interface TaskSnapshot extends Snapshot {
  readonly task: Task | null;
}

/** One task; null when it is not, or no more, for whoever asks. */
export class TaskStore extends Store<TaskSnapshot> {
  readonly #id: string;

  constructor(session: Session, id: string) {
    super(session, { status: 'idle', problem: null, task: null });
    this.#id = id;
  }

  protected async fetch(signal: AbortSignal): Promise<Partial<TaskSnapshot>> {
    try {
      const client = await this.session.client();
      return { task: await client.getTask(this.#id, signal) };
    } catch (error) {
      if (ApiError.from(error).code !== 'not-found') throw error;
      // For a member an inactive task is missing; who looks at it goes on with what was known.
      const { task } = this.snapshot;
      return { task: task && { ...task, status: 'inactive' } };
    }
  }

  protected override hear(event: LiveEvent): void {
    super.hear(event);
    // Places and counts are the server's to know.
    if (subject(event) === this.#id) void this.load();
  }

  protected override reduce(snapshot: TaskSnapshot, event: LiveEvent): TaskSnapshot {
    const { task } = snapshot;
    if (!task || subject(event) !== this.#id) return snapshot;
    if (event.type === 'task' && event.data.task && event.data.version >= task.version) {
      return { ...snapshot, task: told(task, event.data.task) };
    }
    const mine = event.type === 'report' && this.session.isMe(event.data.member.id);
    return mine ? { ...snapshot, task: withReport(task, event.data) } : snapshot;
  }
}

/** The task that an event is about. */
const subject = (event: LiveEvent): string | undefined => {
  if (event.type === 'task') return event.data.id;
  return event.type === 'report' ? event.data.task.id : undefined;
};

export const taskOf = (session: Session, id: string): TaskStore =>
  session.store(`task ${id}`, () => new TaskStore(session, id));
