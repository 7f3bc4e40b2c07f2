import type { LitElement } from 'lit';
import { StoreController } from '../../../base/store-controller.js';
import type { Task } from '../../../contract/task.js';
import { emptyList } from '../../../stores/list-store.js';
import type { Session } from '../../../stores/session.js';
import { taskOf, type TaskStore } from '../../../stores/task-store.js';
import type { TasksSnapshot, TasksStore } from '../../../stores/tasks-store.js';

interface ReadHost extends LitElement {
  readonly session: Session | undefined;
}

/** The task that is open, as the list had it last. */
interface Read {
  readonly store: TasksStore;
  readonly task: Task;
  readonly index: number;
}

/**
 * The tasks with the one that is open among them: what leaves the list while somebody reads it stays
 * where it was, until they open another, or look at other tasks.
 */
export class ReadTask {
  readonly #host: ReadHost;
  readonly #store: () => TasksStore | undefined;
  readonly #fate: StoreController<TaskStore>;
  #read: Read | undefined;
  #isHeld = false;
  #whole: TasksSnapshot = emptyList;
  #opened: string | null = null;
  #shown: TasksSnapshot = emptyList;

  constructor(host: ReadHost, store: () => TasksStore | undefined) {
    this.#host = host;
    this.#store = store;
    this.#fate = new StoreController(host, (session) =>
      this.#isHeld && !session.connection.snapshot.visitor
        ? taskOf(session, this.#read!.task.id)
        : undefined,
    );
  }

  /** The same object as long as the list is the same, and what is open in it. */
  get snapshot(): TasksSnapshot {
    const whole = this.#store()?.snapshot ?? emptyList;
    const opened = this.#host.session?.selection.snapshot.taskId ?? null;
    if (whole !== this.#whole || opened !== this.#opened) {
      this.#whole = whole;
      this.#opened = opened;
      this.#shown = this.#compose(whole, opened);
    }
    return this.#shown;
  }

  /** Whether the backend offers the open task no more. */
  get isGone(): boolean {
    if (!this.#isHeld) return false;
    const { visitor } = this.#host.session?.connection.snapshot ?? {};
    // A visitor cannot ask for one task: where the list is whole, it would be in it.
    if (visitor) return !this.#whole.more;
    const fate = this.#fate.snapshot;
    return fate?.status === 'ready' && fate.task?.status !== 'active';
  }

  async load(): Promise<void> {
    await this.#store()?.load();
  }

  async loadMore(): Promise<void> {
    await this.#store()?.loadMore();
  }

  #compose(whole: TasksSnapshot, opened: string | null): TasksSnapshot {
    const store = this.#store();
    const index = opened ? whole.items.findIndex(({ id }) => id === opened) : -1;
    const former = this.#read;
    if (index >= 0) this.#read = { store: store!, task: whole.items[index]!, index };
    else if (former?.task.id !== opened || former?.store !== store) this.#read = undefined;
    this.#hold(index < 0 && this.#read !== undefined);
    if (!this.#isHeld) return whole;
    const items = [...whole.items];
    items.splice(this.#read!.index, 0, this.#read!.task);
    return { ...whole, items };
  }

  /** Its fate is asked for, and the card says it. */
  #hold(isHeld: boolean): void {
    if (isHeld !== this.#isHeld) this.#host.requestUpdate();
    this.#isHeld = isHeld;
  }
}
