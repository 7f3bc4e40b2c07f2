import { html, nothing, type LitElement } from 'lit';
import { ApiError } from '../../../api/api-error.js';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import type { Locale } from '../../../base/locale.js';
import type { Task } from '../../../contract/task.js';
import { contentOf } from '../../../stores/task-editing/task-content.js';
import { moveTask, switchTask } from '../../../stores/task-editing/task-commands.js';
import type { Session } from '../../../stores/session.js';
import { TaskSavedEvent, TaskSaveEvent } from '../editor-events.js';

export interface SwitchHost extends LitElement {
  readonly locale: Locale;
  readonly session: Session | undefined;
}

/** What is done with a task without opening it: its switch, and its place. */
export class Switching {
  /** What went wrong last; null once something went well. */
  problem: ApiError | null = null;
  /** What is said of the last move. */
  said = '';
  readonly #host: SwitchHost;
  readonly #busy = new Set<string>();
  #asked: string | null = null;

  constructor(host: SwitchHost) {
    this.#host = host;
  }

  /** Changes with all that rows show of it. */
  get shown(): string {
    return `${[...this.#busy].join()} ${this.#asked ?? ''}`;
  }

  isBusy({ id }: Task): boolean {
    return this.#busy.has(id);
  }

  /** Asks first, if reports are under way. */
  turn(task: Task): void {
    if (this.isBusy(task)) return;
    const isUnderWay = task.status === 'active' && (task.outcomes?.awaiting ?? 0) > 0;
    if (!isUnderWay || this.#asked === task.id) return void this.#switch(task);
    this.#asked = task.id;
    this.#host.requestUpdate();
    this.#focus('.question .button');
  }

  /** Puts a task one place up or down among its neighbours. */
  async move(task: Task, by: -1 | 1, items: readonly Task[]): Promise<void> {
    const index = items.findIndex(({ id }) => id === task.id);
    const next = items[index + by];
    if (!next || this.isBusy(task)) return;
    const before = by < 0 ? next.id : (items[index + 2]?.id ?? null);
    const done = await this.#do(task, (session) => moveTask(session, task.id, before));
    const { locale } = this.#host;
    if (done) this.said = locale.term('movedTo', task.name, index + by + 1, items.length);
    this.#host.requestUpdate();
  }

  /** What deactivating means for the reports under way. */
  question(task: Task): unknown {
    if (this.#asked !== task.id || task.status !== 'active') return nothing;
    const { locale } = this.#host;
    return html`<div class="question">
      <p>${locale.term('deactivateAsk', task.outcomes?.awaiting ?? 0)}</p>
      <div class="choices">
        <button class="button" type="button" @click=${() => void this.#switch(task)}>
          ${locale.term('deactivate')}</button
        ><button class="button quiet" type="button" @click=${() => this.#leave()}>
          ${locale.term('keepActive')}
        </button>
      </div>
    </div>`;
  }

  #leave(): void {
    this.#asked = null;
    this.#host.requestUpdate();
  }

  async #switch(task: Task): Promise<void> {
    this.#asked = null;
    const status = task.status === 'active' ? 'inactive' : 'active';
    const event = new TaskSaveEvent(task.id, { ...contentOf(task), status });
    if (!this.#host.dispatchEvent(event)) return this.#host.requestUpdate();
    const done = await this.#do(task, (session) => switchTask(session, task.id, status));
    if (done) this.#host.dispatchEvent(new TaskSavedEvent(done));
  }

  async #do(task: Task, work: (session: Session) => Promise<Task>): Promise<Task | null> {
    const { session } = this.#host;
    if (!session) return null;
    this.#busy.add(task.id);
    this.#host.requestUpdate();
    try {
      const done = await work(session);
      this.problem = null;
      return done;
    } catch (error) {
      this.problem = ApiError.from(error);
      this.#host.dispatchEvent(new TaskchatErrorEvent(this.problem));
      return null;
    } finally {
      this.#busy.delete(task.id);
      this.#host.requestUpdate();
    }
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
