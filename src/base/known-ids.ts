import type { LitElement } from 'lit';
import type { Report } from '../contract/report.js';
import type { Task } from '../contract/task.js';
import type { Session } from '../stores/session.js';
import { namesIn, type LinkIds } from './task-link.js';

interface IdsHost extends LitElement {
  readonly session: Session | undefined;
}

/** The ids that belong into a task's link: whose it is, and of which report they will tell. */
export class KnownIds {
  readonly #host: IdsHost;
  /** By task, the id of the report that is to be written. */
  readonly #next = new Map<string, string>();
  #session: Session | undefined;

  constructor(host: IdsHost) {
    this.#host = host;
  }

  /** For the report that is shown; else for the member's newest, unless the next one is due. */
  of(task: Task, report?: Report | null): LinkIds {
    const { session } = this.#host;
    const member = session?.connection.snapshot.me?.id;
    if (!member || !task.url || !namesIn(task.url, 'report')) return { member };
    return { member, report: report?.id ?? this.#newest(task) ?? this.#nextOf(task.id) };
  }

  #newest({ mine, limit }: Task): string | undefined {
    const isDue = !mine || (mine.status === 'approved' && mine.submitted < limit);
    return isDue ? undefined : mine.id;
  }

  #nextOf(task: string): string | undefined {
    const { session } = this.#host;
    if (session !== this.#session) this.#next.clear();
    this.#session = session;
    if (session && !this.#next.has(task)) void this.#ask(session, task);
    return this.#next.get(task) || undefined;
  }

  async #ask(session: Session, task: string): Promise<void> {
    this.#next.set(task, '');
    try {
      const { reportOutboxOf } = await import('../stores/report-outbox/report-outbox.js');
      this.#next.set(task, await reportOutboxOf(session).nextId(task));
      this.#host.requestUpdate();
    } catch {
      // The next update asks again.
      this.#next.delete(task);
    }
  }
}
