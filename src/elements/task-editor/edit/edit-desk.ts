import { html, nothing, type LitElement } from 'lit';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import { backIcon } from '../../../base/icons.js';
import { addStyles } from '../../../base/later.js';
import { speak, type Locale } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import { StoreController } from '../../../base/store-controller.js';
import { taskCardStyles } from '../../../base/task-card.styles.js';
import { taskHeadStyles } from '../../../base/task-head.styles.js';
import { taskTextStyles } from '../../../base/task-text.styles.js';
import { taskEditingWords } from '../../../locales/en/task-editing.js';
import type { Session } from '../../../stores/session.js';
import type { Difference, Field } from '../../../stores/task-editing/task-content.js';
import { TaskEditing, type Editing } from '../../../stores/task-editing/task-editing.js';
import { TaskSavedEvent, TaskSaveEvent } from '../editor-events.js';
import { difference } from './difference.js';
import { editStyles } from './edit.styles.js';
import type { EditView } from './edit-view.js';
import { form } from './form.js';
import { preview } from './preview.js';

interface EditHost extends LitElement {
  readonly locale: Locale;
  readonly session: Session | undefined;
}

/** The ways on from an edit. */
interface Ways {
  readonly close: (id: string) => void;
  /** Goes on with a task that was new until now. */
  readonly open: (id: string) => void;
}

/** One task that is written, and the task beside it as members see it. */
export class EditDesk {
  readonly #host: EditHost;
  readonly #ways: Ways;
  readonly #main: StoreController<TaskEditing>;
  #editing: Editing | null = null;
  #made: { session: Session; editing: Editing; store: TaskEditing } | undefined;
  /** Where somebody has chosen whose is taken. */
  readonly #chosen = new Map<Field, boolean>();
  #told: unknown = null;

  constructor(host: EditHost, ways: Ways) {
    this.#host = host;
    this.#ways = ways;
    this.#main = new StoreController(host, (session) => this.#storeOf(session));
    addStyles(host, taskCardStyles, taskHeadStyles, taskTextStyles, editStyles);
  }

  /** Edits this from here on; the same one goes on. */
  edit(editing: Editing): void {
    if (this.#editing === editing) return;
    this.#editing = editing;
    this.#chosen.clear();
    this.#host.requestUpdate();
  }

  /** Whether there is something to show. */
  get isReady(): boolean {
    const { opened, problem } = this.#main.snapshot ?? {};
    return Boolean(opened || problem);
  }

  render(): unknown {
    const { store, snapshot } = this.#main;
    if (!store || !snapshot) return nothing;
    this.#tell(snapshot.problem);
    const { locale } = this.#host;
    return html`
      <div class="edit">
        <button
          class="button quiet back"
          type="button"
          @click=${() => this.#ways.close(snapshot.id)}
        >
          ${backIcon()}${locale.term('backToTasks')}
        </button>
        ${this.#body(store)}
      </div>
    `;
  }

  #body(store: TaskEditing): unknown {
    const { opened, problem, theirs, content, version } = store.snapshot;
    const { locale } = this.#host;
    if (!opened)
      return html`<p class="trouble" role="alert">
        ${problem ? problemSentence(problem.code, locale) : nothing}
        <button class="button" type="button" @click=${() => void store.open()}>
          ${locale.term('retry')}
        </button>
      </p>`;
    const view = this.#view(store);
    if (theirs) return this.#differing(store, view);
    return html`
      <h3 class="edit-title landing" tabindex="-1">
        <bdi
          >${version === null ? locale.term('writeTask') : content.name.trim() || locale.term('fieldName')}</bdi
        >
      </h3>
      <div class="columns">${form(view)} ${preview(view)}</div>
    `;
  }

  #view(store: TaskEditing): EditView {
    const { session, locale } = this.#host;
    const { service, me } = session?.connection.snapshot ?? {};
    return {
      locale,
      snapshot: store.snapshot,
      touched: store.touched,
      hasDetails: service?.capabilities.taskDetails ?? false,
      me: me?.id,
      change: (changes) => store.change(changes),
      save: () => void this.#save(store),
      discard: () => store.discard(),
      close: () => this.#ways.close(store.snapshot.id),
    };
  }

  #differing(store: TaskEditing, view: EditView): unknown {
    const { differences } = store;
    const isMine = ({ field, whose }: Difference) => this.#chosen.get(field) ?? whose === 'mine';
    return difference({
      ...view,
      differences,
      isMine,
      choose: (field, mine) => {
        this.#chosen.set(field, mine);
        this.#host.requestUpdate();
      },
      settle: () => {
        store.settle(new Set(differences.filter(isMine).map(({ field }) => field)));
        this.#chosen.clear();
        this.#focus('.landing');
      },
    });
  }

  async #save(store: TaskEditing): Promise<void> {
    const isNew = store.snapshot.version === null;
    // Asked of the store: what is on screen may be a frame behind.
    if (store.snapshot.sending || (!isNew && !store.touched)) return;
    if (!(await store.check())) return this.#focus('[aria-invalid="true"]');
    const { id, content } = store.snapshot;
    if (!this.#host.dispatchEvent(new TaskSaveEvent(id, content))) return;
    const task = await store.save();
    if (store.snapshot.theirs) this.#focus('.landing');
    if (!task) return;
    this.#host.dispatchEvent(new TaskSavedEvent(task));
    if (isNew) this.#ways.open(task.id);
  }

  #storeOf(session: Session): TaskEditing | undefined {
    const editing = this.#editing;
    if (!editing) return undefined;
    if (this.#made?.session !== session || this.#made.editing !== editing)
      this.#made = { session, editing, store: new TaskEditing(session, editing) };
    return this.#made.store;
  }

  /** Tells the page of a failure once. */
  #tell(problem: EditView['snapshot']['problem']): void {
    if (problem && problem !== this.#told)
      this.#host.dispatchEvent(new TaskchatErrorEvent(problem));
    this.#told = problem;
  }

  /** What is to have the focus may be drawn with the next frame only, unless it is asked for. */
  #focus(selector: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}

speak(taskEditingWords);
