import type { Task, TaskContent } from '../../contract/task.js';

/** A task is about to be saved. `preventDefault()` leaves it unsaved, with what was written kept. */
export class TaskSaveEvent extends Event {
  static readonly eventName = 'task-save';

  constructor(
    /** The id of the task; of a new one too. */
    readonly taskId: string,
    readonly content: TaskContent,
  ) {
    super(TaskSaveEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A task was saved. */
export class TaskSavedEvent extends Event {
  static readonly eventName = 'task-saved';

  constructor(readonly task: Task) {
    super(TaskSavedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'task-save': TaskSaveEvent;
    'task-saved': TaskSavedEvent;
  }
}
