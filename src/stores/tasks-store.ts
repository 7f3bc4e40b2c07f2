import { ApiError } from '../api/api-error.js';
import type { LiveEvent } from '../contract/live.js';
import type { Page } from '../contract/page.js';
import type { Task, TaskQuery } from '../contract/task.js';
import { by, indexIn, place, replaced } from './list-order.js';
import { emptyList, ListStore, type ListSnapshot, type PageRequest } from './list-store.js';
import type { Session } from './session.js';
import { outcomeOf, told, withReport } from './task-news.js';

/** Which tasks, and in what order; `newest` first unless it says otherwise. */
export type TaskFilter = Partial<Pick<TaskQuery, 'status' | 'mine' | 'q' | 'sort'>>;

export type TasksSnapshot = ListSnapshot<Task>;

/** Milliseconds in which changed counts of a task are gathered into one question. */
const gather = 300;

const never = '9999';

const orders = {
  newest: by<Task>(({ createdAt, id }) => createdAt + id, -1),
  reward: by<Task>(({ points, id }) => String(points).padStart(9, '0') + id, -1),
  closing: by<Task>(({ closesAt, id }) => (closesAt ?? never) + id, 1),
  order: by<Task>(({ position = '', id }) => `${position} ${id}`, 1),
};

/** The tasks of one filter, each with what became of the asker's own report. */
export class TasksStore extends ListStore<Task> {
  readonly #filter: TaskFilter;
  /** The newest version told of each task, also of those that left the list. */
  readonly #versions = new Map<string, number>();
  readonly #recounts = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, filter: TaskFilter = {}) {
    super(session, emptyList);
    this.#filter = filter;
  }

  protected override get forVisitors(): boolean {
    return true;
  }

  protected async page(request: PageRequest, signal?: AbortSignal): Promise<Page<Task>> {
    const { configuration, connection } = this.session;
    const site = connection.snapshot.visitor ? configuration.site : undefined;
    const client = await this.session.client();
    return client.listTasks({ ...this.#filter, ...request, site }, signal);
  }

  protected override hear(event: LiveEvent): void {
    super.hear(event);
    const { mine, q } = this.#filter;
    if (event.type === 'report') {
      // From now on, it may belong here and not be in the list.
      if (mine && this.session.isMe(event.data.member.id)) void this.load();
      else this.#recount(event.data.task.id);
    }
    if (event.type !== 'task' || !event.data.task) return;
    if (q || mine) void this.load();
    else this.#recount(event.data.id);
  }

  protected override reduce(snapshot: TasksSnapshot, event: LiveEvent): TasksSnapshot {
    if (event.type === 'report' && this.session.isMe(event.data.member.id)) {
      const report = event.data;
      // An own report shows at once; the counts follow from the server.
      const known = replaced(snapshot.items, report.task.id, (task) => withReport(task, report));
      if (known === snapshot.items) return snapshot;
      return { ...snapshot, items: known.filter((task) => this.#fits(task)) };
    }
    if (event.type !== 'task') return snapshot;
    const { id, version, task } = event.data;
    if (version < (this.#versions.get(id) ?? 0)) return snapshot;
    this.#versions.set(id, version);
    if (task) return this.#put(snapshot, task);
    const items = snapshot.items.filter((known) => known.id !== id);
    return items.length < snapshot.items.length ? { ...snapshot, items } : snapshot;
  }

  #put(snapshot: TasksSnapshot, task: Task): TasksSnapshot {
    const { mine, q, sort = 'newest' } = this.#filter;
    const index = indexIn(snapshot.items, task, orders[sort]);
    const known = snapshot.items[index];
    // Whether it belongs here, the server knows.
    if (!known && (q || mine)) return snapshot;
    if (known && known.version > task.version) return snapshot;
    const next = told(known, task);
    return { ...snapshot, items: place(snapshot, next, index, this.#fits(next), orders[sort]) };
  }

  /** Whether a task belongs here, as far as this can be told without the server. */
  #fits(task: Task): boolean {
    const { status, mine } = this.#filter;
    return (!status || status === task.status) && (!mine || mine === outcomeOf(task));
  }

  /** Asks for a task again whose places or counts have changed. */
  #recount(id: string): void {
    this.#recounts.add(id);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const asked = this.snapshot.items.filter((task) => this.#recounts.has(task.id));
      this.#recounts.clear();
      if (this.observed) for (const task of asked) void this.#ask(task.id);
    }, gather);
  }

  async #ask(id: string): Promise<void> {
    try {
      const client = await this.session.client();
      const task = await client.getTask(id);
      this.publish(this.#put(this.snapshot, task));
    } catch (error) {
      if (ApiError.from(error).code === 'not-found') void this.load();
    }
  }
}

/** Equal filters share one store. */
export const tasksOf = (session: Session, filter: TaskFilter = {}): TasksStore =>
  session.store(`tasks ${JSON.stringify(Object.entries(filter).sort())}`, () => {
    return new TasksStore(session, filter);
  });
