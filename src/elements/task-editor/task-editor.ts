import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../../base/define.js';
import { lockIcon, taskIcon } from '../../base/icons.js';
import { Later } from '../../base/later.js';
import { speak } from '../../base/locale.js';
import { emptyNotice } from '../../base/notices.js';
import { StoreController } from '../../base/store-controller.js';
import { TaskchatElement, type Phase } from '../../base/taskchat-element.js';
import { taskEditorWords } from '../../locales/en/task-editor.js';
import type { Session } from '../../stores/session.js';
import { tasksOf, type TasksStore } from '../../stores/tasks-store.js';

export { TaskSavedEvent, TaskSaveEvent } from './editor-events.js';

/**
 * @summary For owners: writes tasks, with the preview beside them, activates, orders, copies,
 *   imports and exports them.
 * @fires {TaskSaveEvent} task-save - A task is about to be saved; can be cancelled.
 * @fires {TaskSavedEvent} task-saved - A task was saved.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart list - All tasks.
 * @csspart row - One task.
 * @csspart form - What is written about a task.
 * @csspart preview - The task as members see it.
 * @csspart difference - What somebody else has changed meanwhile.
 * @csspart import - What is in a file of tasks.
 * @cssprop [--taskchat-height] - How high the tasks may stand before they scroll by themselves.
 *   Default: the page scrolls, or what scrolls in it.
 * @cssstate loading - The tasks are on their way.
 * @cssstate empty - There is no task, or who looks is no owner.
 * @cssstate problem - The tasks could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class TaskEditor extends TaskchatElement {
  static readonly tag = 'task-editor';
  static override readonly properties: PropertyDeclarations = { taskId: { attribute: 'task-id' } };

  /** The task that is opened. Default: the list of all. */
  taskId = '';

  protected override readonly main: StoreController<TasksStore> = new StoreController(
    this,
    (session) => this.#tasksOf(session),
    () => this.#desk.here?.draw() ?? this.requestUpdate(),
  );
  /** It comes while the tasks are on their way. */
  readonly #desk = new Later(this, async () => {
    const { EditorDesk } = await import('./editor-desk.js');
    return new EditorDesk(this, () => this.main.store);
  });

  /** In the order of the owners, where the backend knows one. */
  #tasksOf({ connection }: Session): TasksStore | undefined {
    const { service, me } = connection.snapshot;
    if (!service || me?.role !== 'owner') return undefined;
    return tasksOf(this.session!, service.capabilities.order ? { sort: 'order' } : {});
  }

  protected override get heading(): string {
    return this.locale.term('editTasks');
  }

  get #isOwner(): boolean {
    return this.me?.role === 'owner';
  }

  protected override get phase(): Phase {
    const phase = super.phase;
    return phase === 'ready' && !this.#desk.piece?.isReady ? 'loading' : phase;
  }

  protected override isEmpty(): boolean {
    return this.main.snapshot?.items.length === 0 && !this.#desk.here?.isOpen;
  }

  protected override willUpdate(): void {
    if (this.#isOwner) this.#desk.piece?.follow();
  }

  protected override land(): void {
    const next = this.renderRoot.querySelector<HTMLElement>('.landing');
    if (next) next.focus({ preventScroll: true });
    else super.land();
  }

  protected override renderTools(): unknown {
    const isShown = this.#isOwner && (this.phase === 'ready' || this.phase === 'empty');
    return isShown ? this.#desk.piece?.tools() : undefined;
  }

  protected override renderEmpty(): TemplateResult {
    const { locale } = this;
    if (!this.#isOwner)
      return emptyNotice(lockIcon, locale.term('forOwners'), locale.term('forOwnersWords'));
    const begin = html`<button
      class="button primary"
      type="button"
      @click=${() => this.#desk.piece?.begin()}
    >
      ${locale.term('writeTask')}
    </button>`;
    const title = locale.term('editorEmpty');
    return emptyNotice(taskIcon, title, locale.term('editorEmptyWords'), begin);
  }

  protected override renderReady(): unknown {
    return this.#desk.piece?.render();
  }
}

speak(taskEditorWords);
define(TaskEditor);

declare global {
  interface HTMLElementTagNameMap {
    'task-editor': TaskEditor;
  }
}
