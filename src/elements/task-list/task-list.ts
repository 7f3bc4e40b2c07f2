import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../../base/define.js';
import { formatNumber } from '../../base/format.js';
import { taskIcon } from '../../base/icons.js';
import { Later } from '../../base/later.js';
import { PagedList, type Position } from '../../base/list/paged-list.js';
import { speak } from '../../base/locale.js';
import { emptyNotice } from '../../base/notices.js';
import { StoreController } from '../../base/store-controller.js';
import { taskCard } from '../../base/task-card.js';
import { taskCardStyles } from '../../base/task-card.styles.js';
import { taskFactsStyles } from '../../base/task-facts.styles.js';
import { TaskchatElement, type Phase } from '../../base/taskchat-element.js';
import type { Task } from '../../contract/task.js';
import { taskListWords } from '../../locales/en/task-list.js';
import type { Session } from '../../stores/session.js';
import { tasksOf, type TasksStore } from '../../stores/tasks-store.js';
import { TaskSelectedEvent, TaskSelectEvent } from './task-events.js';
import { taskListStyles } from './task-list.styles.js';

export { SignInEvent, TaskSelectedEvent, TaskSelectEvent } from './task-events.js';

/**
 * @summary The tasks, with their reward and what became of mine.
 * @slot header - Beside the heading.
 * @slot footer - Below the tasks.
 * @slot empty - In place of the words that there is no task.
 * @fires {TaskSelectEvent} task-select - A task is about to be chosen; can be cancelled.
 * @fires {TaskSelectedEvent} task-selected - A task was chosen.
 * @fires {SignInEvent} sign-in - A visitor wants to sign in; who cancels it sees to that.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart tools - Search, order, and what became of mine.
 * @csspart search-field - The field for the search.
 * @csspart sort - The choice of the order.
 * @csspart mine - The choice of what became of mine.
 * @csspart list - All cards.
 * @csspart card - One task.
 * @csspart opened - The task that is open.
 * @csspart name - The button with its name.
 * @csspart reward - What it earns.
 * @csspart description - What is asked; its first lines until it is open.
 * @csspart report - The button that leads from the open task to the form of the session.
 * @csspart sign-in - The way for a visitor to sign in.
 * @cssprop [--taskchat-height] - How high the tasks may stand before they scroll by themselves.
 *   Default: the page scrolls, or what scrolls in it.
 * @cssstate loading - The tasks are on their way.
 * @cssstate empty - There is no task.
 * @cssstate problem - The tasks could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class TaskList extends TaskchatElement {
  static readonly tag = 'task-list';
  static override readonly properties: PropertyDeclarations = { layout: {}, sync: {} };
  static override styles = [
    TaskchatElement.styles,
    taskFactsStyles,
    taskCardStyles,
    taskListStyles,
  ];

  /** `cards` side by side, or `compact`: a line or two for each task. Default: `cards`. */
  layout: 'cards' | 'compact' = 'cards';

  /**
   * With `hash`, search, order and filter stand in the fragment of the page's address, as
   * `tasks.q=`, `tasks.sort=` and `tasks.mine=` after what the page has there, which stays as it is.
   * The history gets no entry. Default: they end with the page.
   */
  sync: 'hash' | '' = '';

  /** It comes while the first answer is on its way. */
  readonly #tools = new Later(this, async () => {
    const { ListTools } = await import('./tools/list-tools.js');
    return new ListTools(this, () => this.main.store);
  });
  protected override readonly main: StoreController<TasksStore> = new StoreController(
    this,
    (session) => this.#tasksOf(session),
    () => this.#pages.draw(),
  );
  readonly #selection = new StoreController(this, (session) => session.selection);

  readonly #pages: PagedList<Task> = new PagedList<Task>(this, {
    pages: () => this.#tools.here?.tasks ?? this.main.store,
    row: (task, position) => this.#renderCard(task, position),
    beside: () => [this.#selection.snapshot?.taskId, ...(this.#tools.here?.beside ?? [])],
    estimate: (columns) => (this.#isCompact ? 69 : 170 / columns),
    control: '.name',
    rehearsal: async () => ({
      ...(await import('./rehearsal.js')),
      stage: () => this.renderReady(),
    }),
    isGrid: true,
  });

  get #isCompact(): boolean {
    return this.layout === 'compact';
  }

  /** What the address of the page asks for is known only with the tools. */
  #tasksOf(session: Session): TasksStore | undefined {
    const { here } = this.#tools;
    const filter = here ? here.narrowing.filter : this.sync === 'hash' ? undefined : {};
    return filter && tasksOf(session, filter);
  }

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

  protected override get phase(): Phase {
    const phase = super.phase;
    return phase === 'empty' && !this.main.store ? 'loading' : phase;
  }

  protected override isEmpty(): boolean {
    return this.#shown?.length === 0;
  }

  get #shown(): readonly Task[] | undefined {
    return (this.#tools.here?.tasks ?? this.main.store)?.snapshot.items;
  }

  /** Brings a task into the page, and gives what can have the focus in its card. */
  reveal(id: string): HTMLElement | null {
    return this.#pages.reveal(id);
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

  /** Each card knows its place. */
  #press({ target }: Event): void {
    const card = (target as Element).closest('.name')?.closest<HTMLElement>('.card');
    const task = this.#shown?.[Number(card?.ariaPosInSet) - 1];
    if (task) this.#select(task);
  }

  /** The room of the tools is there before them. */
  protected override renderTools(): unknown {
    const tools = this.#tools.piece;
    const { phase } = this;
    const isThere = phase === 'loading' || phase === 'ready' || tools?.narrowing.isActive;
    const visitor = this.session?.connection.snapshot.visitor;
    return html`${this.#renderCount()}${visitor ? tools?.signIn.render() : nothing}
      <slot name="header"></slot>
      ${isThere ? html`<div class="tools" part="tools">${tools?.renderLine()}</div>` : nothing}`;
  }

  #renderCount(): unknown {
    const count = this.main.snapshot?.items.length;
    if (!count || this.phase !== 'ready') return nothing;
    const more = this.main.snapshot?.more ? '+' : '';
    return html`<span class="muted small number"
      >${formatNumber(count, this.locale.lang())}${more}</span
    >`;
  }

  protected override renderEmpty(): TemplateResult {
    const { locale } = this;
    const { here } = this.#tools;
    const none = here?.narrowing.isActive
      ? here.renderNone()
      : emptyNotice(taskIcon, locale.term('tasksEmpty'), locale.term('tasksEmptyWords'));
    return html`<slot name="empty">${none}</slot><slot name="footer"></slot>`;
  }

  #renderCard(task: Task, position: Position): TemplateResult {
    const { here } = this.#tools;
    const isOpen = this.#selection.snapshot?.taskId === task.id;
    return taskCard(isOpen && here ? here.asRead(task) : task, {
      locale: this.locale,
      position,
      isOpen,
      words: isOpen ? here?.wordsOf(task) : undefined,
      isCompact: this.#isCompact,
      isNew: here?.isNew(task) ?? false,
      marks: here?.waits(task) ?? nothing,
      ways: isOpen && here ? here.renderWays(task) : nothing,
    });
  }

  protected override renderReady(): unknown {
    if (!this.#pages.isReady) return this.renderLoading();
    // Two lists: the rows of the one know nothing of the height of those of the other.
    return html`
      ${
        this.#isCompact
          ? html`<ul class="cards compact" part="list"></ul>`
          : html`<ul class="cards" part="list"></ul>`
      }
      ${this.#pages.more()}
      <slot name="footer"></slot>
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
