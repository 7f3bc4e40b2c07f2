import { html, nothing, type LitElement } from 'lit';
import { reportIcon, searchIcon } from '../../../base/icons.js';
import { formatNumber } from '../../../base/format.js';
import { KnownIds } from '../../../base/known-ids.js';
import { addStyles } from '../../../base/later.js';
import { speak, type Locale } from '../../../base/locale.js';
import { emptyNotice } from '../../../base/notices.js';
import { StoreController } from '../../../base/store-controller.js';
import { taskLink } from '../../../base/task-link.js';
import { taskText } from '../../../base/task-text.js';
import { taskTextStyles } from '../../../base/task-text.styles.js';
import { WaitingMarks } from '../../../base/waiting-marks.js';
import type { Task } from '../../../contract/task.js';
import { taskListLaterWords } from '../../../locales/en/task-list-later.js';
import { reportCallOf, type Call } from '../../../stores/calls.js';
import type { Session } from '../../../stores/session.js';
import type { TasksStore } from '../../../stores/tasks-store.js';
import { visitOf } from '../../../stores/visit.js';
import { Narrowing } from './narrowing.js';
import { PlaceKeeper } from './place-keeper.js';
import { ReadTask } from './read-task.js';
import { SignIn } from './sign-in.js';
import { toolsLine } from './tools-line.js';
import { toolsStyles } from './tools.styles.js';

/** The list that the tools belong to. */
export interface ToolsHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
  readonly sync: string;
  readonly signInUrl: string | undefined;
  /** Brings a task into the page, and gives what can have the focus in its card. */
  reveal(id: string): HTMLElement | null;
}

/** All that can be done with the list, and is known of it, beyond what it shows at first. */
export class ListTools {
  readonly narrowing: Narrowing;
  readonly tasks: ReadTask;
  readonly signIn: SignIn;
  readonly #host: ToolsHost;
  readonly #store: () => TasksStore | undefined;
  readonly #visit;
  readonly #waiting: WaitingMarks;
  readonly #ids: KnownIds;

  /** `store` is that of the tasks that are shown. */
  constructor(host: ToolsHost, store: () => TasksStore | undefined) {
    addStyles(host, toolsStyles, taskTextStyles);
    this.#host = host;
    this.#store = store;
    this.narrowing = new Narrowing(host);
    this.tasks = new ReadTask(host, store);
    this.#waiting = new WaitingMarks(host);
    this.#ids = new KnownIds(host);
    this.#visit = new StoreController(host, visitOf);
    const place = new PlaceKeeper(host, {
      narrowing: this.narrowing,
      snapshot: () => this.tasks.snapshot,
      loadMore: () => this.tasks.loadMore(),
      reveal: (id) => host.reveal(id),
    });
    this.signIn = new SignIn(host, () => place.leave());
    host.addController({ hostUpdated: () => this.#see() });
  }

  /** What cards show beside their tasks. */
  get beside(): readonly unknown[] {
    const { isGone } = this.tasks;
    const { isUnanswered } = this.signIn;
    return [this.#waiting.entries, this.#call, this.#since, isUnanswered, isGone];
  }

  isNew({ createdAt, mine, awaiting }: Task): boolean {
    const since = this.#since;
    return since !== null && createdAt > since && !mine && awaiting === undefined;
  }

  /** That a report waits to be sent. */
  waits({ id }: Task): unknown {
    return this.#waiting.badge(({ task }) => task === id, this.#host.locale);
  }

  /** The task as it is told while it is read: one that is gone says so. */
  asRead(task: Task): Task {
    return this.tasks.isGone ? { ...task, status: 'inactive' } : task;
  }

  /** The whole description of the task that is open. */
  wordsOf(task: Task): unknown {
    return taskText(task.description);
  }

  /** What to do with the task that is open. */
  renderWays(task: Task): unknown {
    const { locale } = this.#host;
    if (this.#isVisitor) return html`<div class="row">${this.signIn.render('primary')}</div>`;
    const { isGone } = this.tasks;
    const gone = html`<p class="gone" role="status">${locale.term('taskOffList')}</p>`;
    return html`${isGone ? gone : nothing}
      <div class="row">
        ${isGone ? nothing : taskLink(task, locale, this.#ids.of(task))}
        ${this.#renderCall(task, isGone)}
      </div>`;
  }

  renderLine(): unknown {
    const { narrowing } = this;
    const { locale } = this.#host;
    return html`${toolsLine({ locale, narrowing, toTasks: () => this.#toTasks() })}
      <span class="sr-only" role="status">${this.#found}</span>`;
  }

  /** Where nothing is found. */
  renderNone(): unknown {
    const { locale } = this.#host;
    return html`<div class="none">
      ${emptyNotice(
        searchIcon,
        locale.term('tasksNone'),
        locale.term('tasksNoneWords'),
        html`<button class="button" type="button" @click=${() => this.narrowing.clear()}>
          ${locale.term('tasksShowAll')}
        </button>`,
      )}
    </div>`;
  }

  get #since(): string | null {
    return this.#visit.snapshot?.since ?? null;
  }

  get #isVisitor(): boolean {
    return this.#host.session?.connection.snapshot.visitor === true;
  }

  /** The way to the form that takes a member's report, while there is one. */
  get #call(): Call | undefined {
    const { session } = this.#host;
    const call = session && reportCallOf(session);
    return call?.observed && session?.connection.snapshot.me?.role === 'member' ? call : undefined;
  }

  #renderCall(task: Task, isGone: boolean): unknown {
    const { locale } = this.#host;
    const call = this.#call;
    const isWritten = task.mine || this.waits(task) !== nothing;
    if (!call || (isGone && !isWritten)) return nothing;
    return html`<button class="button" part="report" type="button" @click=${() => call.call()}>
      ${reportIcon()}${locale.term(isWritten ? 'seeReport' : 'writeReport')}
    </button>`;
  }

  get #found(): string {
    const { status, items, more } = this.#store()?.snapshot ?? {};
    if (!this.narrowing.isActive || status !== 'ready' || !items) return '';
    const { locale } = this.#host;
    const count = formatNumber(items.length, locale.lang()) + (more ? '+' : '');
    return items.length ? locale.term('tasksFound', count) : locale.term('tasksNone');
  }

  #toTasks(): void {
    const [first] = this.tasks.snapshot.items;
    if (first) this.#host.reveal(first.id)?.focus();
  }

  /** What the list of all has shown, the newest first, has been seen. */
  #see(): void {
    const { status, items } = this.#store()?.snapshot ?? {};
    const { q, sort, mine } = this.narrowing.view;
    if (status !== 'ready' || q || mine || sort !== 'newest') return;
    const newest = items?.[0]?.createdAt;
    if (newest !== this.#shown) this.#visit.store?.saw((this.#shown = newest));
  }
  #shown: string | undefined;
}

speak(taskListLaterWords);
