import type { LitElement } from 'lit';
import type { Session } from '../../../stores/session.js';
import type { TaskFilter } from '../../../stores/tasks-store.js';
import { HashSync } from './hash-sync.js';
import { wholeView, type TaskView } from './task-view.js';

/** Milliseconds after the last key until a search begins. */
const patience = 250;

export interface NarrowedHost extends LitElement {
  readonly session: Session | undefined;
  readonly sync: string;
}

/** What a person has narrowed the tasks to, and the order that they chose. */
export class Narrowing {
  /** What is typed; the search follows a moment later. */
  text = '';
  readonly #host: NarrowedHost;
  readonly #hash: HashSync;
  #view = wholeView;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: NarrowedHost) {
    this.#host = host;
    this.#hash = new HashSync(host, (view) => this.follow(view));
  }

  get view(): TaskView {
    return this.#view;
  }

  /** Whether some tasks may be left out. */
  get isActive(): boolean {
    return Boolean(this.text || this.#view.q || this.#view.mine);
  }

  /** Whether it can be asked what became of mine; undefined until the backend has said so. */
  get offersMine(): boolean | undefined {
    const { visitor, me, service, status } = this.#host.session?.connection.snapshot ?? {};
    if (visitor) return false;
    if (!me || !service) return status === 'problem' ? false : undefined;
    return me.role === 'member' && service.capabilities.mine === true;
  }

  /** What is asked for; undefined until it is known whether it can be. */
  get filter(): TaskFilter | undefined {
    const { q, sort, mine } = this.#view;
    if (mine && this.offersMine === undefined) return undefined;
    return {
      ...(q && { q }),
      ...(sort !== wholeView.sort && { sort }),
      ...(mine && this.offersMine && { mine }),
    };
  }

  search(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    // An empty field finds all, and at once.
    const find = (): void => this.change({ q: text.trim() });
    this.#timer = setTimeout(find, text.trim() ? patience : 0);
    this.#host.requestUpdate();
  }

  change(view: Partial<TaskView>): void {
    this.#view = { ...this.#view, ...view };
    this.#hash.write(this.#view);
    this.#host.requestUpdate();
  }

  /** Takes over a view as a whole, the words in the field too. */
  follow(view: TaskView): void {
    clearTimeout(this.#timer);
    this.text = view.q;
    this.#view = view;
    this.#host.requestUpdate();
  }

  clear(): void {
    this.follow({ ...wholeView, sort: this.#view.sort });
    this.#hash.write(this.#view);
  }
}
