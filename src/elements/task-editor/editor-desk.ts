import { html, nothing, type LitElement } from 'lit';
import { draw } from '../../base/icons.js';
import { addStyles, Later } from '../../base/later.js';
import { PagedList, type Position } from '../../base/list/paged-list.js';
import { speak, type Locale } from '../../base/locale.js';
import { problemSentence } from '../../base/problem-words.js';
import { rowStyles } from '../../base/list/row.styles.js';
import { taskFactsStyles } from '../../base/task-facts.styles.js';
import type { Task } from '../../contract/task.js';
import { taskEditorLaterWords } from '../../locales/en/task-editor-later.js';
import type { Session } from '../../stores/session.js';
import type { Editing } from '../../stores/task-editing/task-editing.js';
import type { TasksStore } from '../../stores/tasks-store.js';
import type { EditDesk } from './edit/edit-desk.js';
import { Switching } from './list/switching.js';
import { taskRow } from './list/task-row.js';
import { taskEditorStyles } from './task-editor.styles.js';
import { showExport, showImport } from './transfer/way.js';

interface EditorHost extends LitElement {
  readonly locale: Locale;
  readonly session: Session | undefined;
  readonly taskId: string;
}

const importIcon = () => draw('M12 15V5M8 8.5l4-4 4 4M5 19.5h14');
const exportIcon = () => draw('M12 4.5v10M8 11l4 4 4-4M5 19.5h14');

/** All that an owner does with tasks: the list, and one of them opened. */
export class EditorDesk {
  readonly #host: EditorHost;
  readonly #store: () => TasksStore | undefined;
  readonly #switching: Switching;
  readonly #pages: PagedList<Task>;
  /** The form, and what goes with it. */
  readonly #edit: Later<EditDesk>;
  #editing: Editing | null = null;
  /** The task that the page named last. */
  #named = '';
  /** What has come of the last export. */
  #note = '';

  constructor(host: EditorHost, store: () => TasksStore | undefined) {
    this.#host = host;
    this.#store = store;
    this.#switching = new Switching(host);
    this.#pages = new PagedList<Task>(host, {
      pages: store,
      row: (task, position) => this.#row(task, position),
      beside: () => [this.#switching.shown, this.#isOrdered],
      estimate: () => 118,
      control: '.row-button',
    });
    this.#edit = new Later(host, async () => {
      const { EditDesk } = await import('./edit/edit-desk.js');
      return new EditDesk(host, {
        close: (id) => this.#close(id),
        open: (task) => this.#open({ task, created: true }),
      });
    });
    addStyles(host, taskFactsStyles, rowStyles, taskEditorStyles);
  }

  /** Draws what is news in the list. */
  draw(): true {
    if (this.isOpen) this.#host.requestUpdate();
    else this.#pages.draw();
    return true;
  }

  /** Whether a task is opened, or a new one is begun. */
  get isOpen(): boolean {
    return this.#editing !== null;
  }

  get isReady(): boolean {
    return this.isOpen ? Boolean(this.#edit.piece?.isReady) : this.#pages.isReady;
  }

  /** Opens the task that the page names, each time that it names another. */
  follow(): void {
    const { taskId } = this.#host;
    if (taskId !== this.#named && taskId) this.#editing = { task: taskId };
    this.#named = taskId;
    if (this.#editing) this.#edit.piece?.edit(this.#editing);
  }

  begin(): void {
    this.#open({});
  }

  /** Beside the heading: a new task, import and export. */
  tools(): unknown {
    if (this.isOpen) return nothing;
    const { locale } = this.#host;
    return html`
      <button
        class="button quiet transfer"
        type="button"
        aria-label=${locale.term('importTasks')}
        title=${locale.term('importTasks')}
        @click=${() => void showImport(this.#host)}
      >
        ${importIcon()}<span>${locale.term('importWord')}</span></button
      ><button
        class="button quiet transfer"
        type="button"
        aria-label=${locale.term('exportTasks')}
        title=${locale.term('exportTasks')}
        @click=${() => void this.#export()}
      >
        ${exportIcon()}<span>${locale.term('exportWord')}</span></button
      ><button class="button primary" type="button" @click=${() => this.begin()}>
        ${locale.term('writeTask')}
      </button>
    `;
  }

  render(): unknown {
    if (this.isOpen) return this.#edit.piece?.render();
    const { problem, said } = this.#switching;
    return html`
      ${
        problem
          ? html`<p class="trouble" role="alert">
              ${problemSentence(problem.code, this.#host.locale)}
            </p>`
          : nothing
      }
      <p class="sr-only" role="status">${said || this.#note}</p>
      <ul class="rows" part="list"></ul>
      ${this.#pages.more()}
    `;
  }

  get #isOrdered(): boolean {
    return this.#host.session?.connection.snapshot.service?.capabilities.order ?? false;
  }

  #row(task: Task, position: Position) {
    const items = this.#store()?.snapshot.items ?? [];
    const naming = (name: string) => this.#host.locale.term('copyName', name);
    return taskRow(task, {
      locale: this.#host.locale,
      position,
      isOrdered: this.#isOrdered,
      isLast: position.place === items.length,
      isBusy: this.#switching.isBusy(task),
      question: this.#switching.question(task),
      edit: () => this.#open({ task: task.id }),
      duplicate: () => this.#open({ of: task.id, naming }),
      move: (by) => void this.#move(task, by),
      turn: () => this.#switching.turn(task),
    });
  }

  /** The button that was pressed goes along with its row. */
  async #move(task: Task, by: -1 | 1): Promise<void> {
    const held = this.#host.shadowRoot?.activeElement?.classList;
    await this.#switching.move(task, by, this.#store()?.snapshot.items ?? []);
    await this.#host.updateComplete;
    const button = this.#pages.reveal(task.id);
    const row = button?.closest('.row');
    const pressed = ['up', 'down'].find((way) => held?.contains(way));
    const same = pressed && row?.querySelector<HTMLElement>(`.${pressed}`);
    (same || button)?.focus();
  }

  async #export(): Promise<void> {
    this.#note = await showExport(this.#host);
    this.#host.requestUpdate();
  }

  #open(editing: Editing): void {
    this.#editing = editing;
    this.#host.requestUpdate();
    void this.#edit.fetch().then(() => {
      this.follow();
      this.#focus('.landing');
    });
  }

  #close(id: string): void {
    this.#editing = null;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const heading = this.#host.renderRoot.querySelector<HTMLElement>('h2');
      (this.#pages.reveal(id) ?? heading)?.focus({ preventScroll: true });
    });
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true }),
    );
  }
}

speak(taskEditorLaterWords);
