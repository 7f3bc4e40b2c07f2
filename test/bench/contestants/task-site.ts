import type { Task } from '../../../src/contract/task.js';
import type { TaskCard } from '../data.js';
import { CardList } from './card-list.js';
import { eventOf, idOf, longAgo } from './site.js';

/** A site with tasks. */
export class TaskSite extends CardList<Task> {
  protected readonly path = '/tasks';

  protected eventOf(task: Task): Uint8Array {
    const { id, version, status } = task;
    return eventOf('task', JSON.stringify({ id, version, status, task }));
  }

  protected itemOf({ id, title, description, points }: TaskCard): Task {
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
      version: this.version,
      // The newest come first.
      createdAt: new Date(Date.parse(longAgo) - number * 60_000).toISOString(),
      updatedAt: longAgo,
      mine: null,
    };
  }
}
