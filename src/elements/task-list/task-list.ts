import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../../base/define.js';
import { speak } from '../../base/locale.js';
import { taskListWords } from '../../locales/en/task-list.js';
import { formatNumber } from '../../base/format.js';
import { reportIcon, taskIcon } from '../../base/icons.js';
import { emptyNotice } from '../../base/notices.js';
import { PagedList, type Position } from '../../base/list/paged-list.js';
import { reportCallOf, type Call } from '../../stores/calls.js';
import { StoreController } from '../../base/store-controller.js';
import { taskCard } from '../../base/task-card.js';
import { taskCardStyles } from '../../base/task-card.styles.js';
import { taskLink } from '../../base/task-facts.js';
import { taskFactsStyles } from '../../base/task-facts.styles.js';
import { TaskchatElement } from '../../base/taskchat-element.js';
import { WaitingMarks } from '../../base/waiting-marks.js';
import type { Task } from '../../contract/task.js';
import { tasksOf } from '../../stores/tasks-store.js';
import { taskListStyles } from './task-list.styles.js';

/** Somebody is about to choose a task. `preventDefault()` keeps the choice as it was. */
export class TaskSelectEvent extends Event {
  static readonly eventName = 'task-select';

  constructor(readonly task: Task) {
    super(TaskSelectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A task was chosen; every tag of the session shows it. */
export class TaskSelectedEvent extends Event {
  static readonly eventName = 'task-selected';

  constructor(readonly task: Task) {
    super(TaskSelectedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'task-select': TaskSelectEvent;
    'task-selected': TaskSelectedEvent;
  }
}

/**
 * @summary The tasks, with their reward and what became of mine.
 * @fires {TaskSelectEvent} task-select - A task is about to be chosen; can be cancelled.
 * @fires {TaskSelectedEvent} task-selected - A task was chosen.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart card - One task.
 * @csspart report - The button that leads from the chosen task to the form of the session.
 * @cssprop [--taskchat-height] - How high the tasks may stand before they scroll by themselves.
 *   Default: the page scrolls, or what scrolls in it.
 * @cssstate loading - The tasks are on their way.
 * @cssstate empty - There is no task.
 * @cssstate problem - The tasks could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class TaskList extends TaskchatElement {
  static readonly tag = 'task-list';
  static override styles = [
    TaskchatElement.styles,
    taskFactsStyles,
    taskCardStyles,
    taskListStyles,
  ];

  protected override readonly main = new StoreController(this, tasksOf, () => this.#pages.draw());
  readonly #selection = new StoreController(this, (session) => session.selection);
  readonly #waiting = new WaitingMarks(this);

  readonly #pages: PagedList<Task> = new PagedList<Task>(this, {
    pages: () => this.main.store,
    row: (task, position) => this.#renderCard(task, position),
    beside: () => [this.#selection.snapshot?.taskId, this.#reportCall, this.#waiting.entries],
    estimate: (columns) => 170 / columns,
    control: '.name',
    isGrid: true,
  });

  /** One listener for all cards. */
  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', (event) => this.#press(event));
  }

  protected override get forVisitors(): boolean {
    return true;
  }

  protected override get heading(): string {
    return this.locale.term('tasks');
  }

  protected override isEmpty(): boolean {
    return this.main.snapshot?.items.length === 0;
  }

  #select(task: Task): void {
    if (!this.dispatchEvent(new TaskSelectEvent(task))) return;
    this.session?.selection.selectTask(task.id);
    // A member's dialogue goes with their task; a reviewer's is that of the report they review.
    if (this.#isForMember(task)) this.session?.selection.selectReport(task.mine?.id ?? null);
    this.dispatchEvent(new TaskSelectedEvent(task));
  }

  /** A task may be here, and be chosen, before it is known who looks. */
  #isForMember({ awaiting }: Task): boolean {
    return this.me ? this.me.role === 'member' : awaiting === undefined;
  }

  protected override renderTools(): unknown {
    const count = this.main.snapshot?.items.length;
    if (!count || this.phase !== 'ready') return nothing;
    const more = this.main.snapshot?.more ? '+' : '';
    return html`<span class="muted small number"
      >${formatNumber(count, this.locale.lang())}${more}</span
    >`;
  }

  protected override renderEmpty(): TemplateResult {
    return emptyNotice(
      taskIcon,
      this.locale.term('tasksEmpty'),
      this.locale.term('tasksEmptyWords'),
    );
  }

  /** The way to the form that takes a member's report, while there is one. */
  get #reportCall(): Call | undefined {
    const call = this.session && reportCallOf(this.session);
    return call?.observed && this.me?.role === 'member' ? call : undefined;
  }

  /** That a report waits to be sent. */
  #waitsFor({ id }: Task): unknown {
    return this.#waiting.badge(({ task }) => task === id, this.locale);
  }

  /** What to do with the task that is chosen. */
  #renderWays(task: Task): TemplateResult {
    const call = this.#reportCall;
    return html`<div class="row">
      ${taskLink(task, this.locale)}
      ${
        call
          ? html`<button class="button" part="report" type="button" @click=${() => call.call()}>
              ${reportIcon()}${this.locale.term(
                task.mine || this.#waitsFor(task) !== nothing ? 'seeReport' : 'writeReport',
              )}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderCard(task: Task, position: Position): TemplateResult {
    const isOpen = this.#selection.snapshot?.taskId === task.id;
    return taskCard(task, {
      locale: this.locale,
      position,
      isOpen,
      marks: this.#waitsFor(task),
      ways: isOpen ? this.#renderWays(task) : nothing,
    });
  }

  /** Each card knows its place. */
  #press({ target }: Event): void {
    const card = (target as Element).closest('.name')?.closest<HTMLElement>('.card');
    const task = this.main.snapshot?.items[Number(card?.ariaPosInSet) - 1];
    if (task) this.#select(task);
  }

  protected override renderReady(): unknown {
    if (!this.#pages.isReady) return this.renderLoading();
    return html`
      <ul class="cards" part="list"></ul>
      ${this.#pages.more()}
    `;
  }
}

speak(taskListWords);
define(TaskList);

declare global {
  interface HTMLElementTagNameMap {
    'task-list': TaskList;
  }
}
