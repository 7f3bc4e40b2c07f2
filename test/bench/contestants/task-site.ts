import type { Task } from '../../../src/contract/task.js';
import type { TaskCard } from '../data.js';
import { Archive } from './archive.js';
import { idOf, longAgo, Site } from './site.js';

/** A site with tasks. */
export class TaskSite extends Site {
  readonly #tasks = new Archive();
  /** Edited tasks, by id. */
  readonly #edited = new Map<string, string>();
  #version = 1;

  fill(cards: readonly TaskCard[]): void {
    this.#tasks.fill(cards.map((card) => this.#task(card)));
  }

  /** Tells of an edited task, as the live stream does. */
  edit(card: TaskCard): void {
    this.#version += 1;
    const task = this.#task(card);
    const { id, version, status } = task;
    this.#edited.set(id, JSON.stringify(task));
    this.tell('task', JSON.stringify({ id, version, status, task }));
  }

  /** Has the tags ask for everything again. */
  resync(): void {
    this.tell('resync', '{}');
  }

  protected find(path: string, query: URLSearchParams): string | undefined {
    if (path !== '/tasks') return this.#edited.get(path.replace('/tasks/', ''));
    const start = Number(query.get('after') ?? 0);
    const end = start + Number(query.get('limit') ?? 50);
    const next = end < this.#tasks.length ? `"${end}"` : null;
    return `{"items":${this.#tasks.list(start, end)},"next":${next}}`;
  }

  #task({ id, title, description, points }: TaskCard): Task {
    const number = Number(id.slice(1));
    return {
      id: idOf(number),
      name: title,
      description,
      points,
      status: 'active',
      url: null,
      limit: 1,
      quota: null,
      closesAt: null,
      reviewWithin: null,
      placesLeft: null,
      version: this.#version,
      // The newest come first.
      createdAt: new Date(Date.parse(longAgo) - number * 60_000).toISOString(),
      updatedAt: longAgo,
      mine: null,
    };
  }
}
