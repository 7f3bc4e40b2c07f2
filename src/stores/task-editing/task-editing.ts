import { ApiError } from '../../api/api-error.js';
import type { Client } from '../../api/client.js';
import { limits } from '../../contract/limits.js';
import type { LiveEvent } from '../../contract/live.js';
import type { Task, TaskContent } from '../../contract/task.js';
import { draftsOf } from '../drafts.js';
import { Observable } from '../observable.js';
import type { Session } from '../session.js';
import { putTask } from './task-commands.js';
import {
  contentOf,
  differencesOf,
  emptyContent,
  fields,
  isSameContent,
  type Difference,
  type Field,
} from './task-content.js';

export interface EditingSnapshot {
  /** False until it is known what stands there, and what was kept of an earlier edit. */
  readonly opened: boolean;
  readonly id: string;
  /** What is edited; null for a task that is not there yet. */
  readonly version: number | null;
  /** The task as it was when this edit began, or was last saved. */
  readonly base: TaskContent;
  readonly content: TaskContent;
  /** What somebody else has made of it meanwhile; nothing is saved before one has chosen. */
  readonly theirs: Task | null;
  readonly sending: boolean;
  readonly saved: boolean;
  readonly problem: ApiError | null;
  /** Where the content cannot be taken, as paths of keys joined by dots. */
  readonly wrong: readonly string[];
}

/** What is kept of an edit on this device. */
type Kept = Pick<EditingSnapshot, 'id' | 'version' | 'base' | 'content'>;

/** What is edited. */
export interface Editing {
  readonly task?: string | undefined;
  /** A new one is begun as a copy of this one, under another name. */
  readonly of?: string | undefined;
  readonly naming?: ((name: string) => string) | undefined;
  /** Whether it was created a moment ago, which is still to be said. */
  readonly created?: boolean | undefined;
}

/** The first paint does not need the schema; it comes while somebody writes. */
const fetchSchema = () => Promise.all([import('../../contract/task.js'), import('valibot')]);

/** Where the schema, or the server by the same schema, finds something that cannot be taken. */
async function wrongIn(content: TaskContent): Promise<readonly string[]> {
  const [{ taskRequestSchema }, v] = await fetchSchema();
  const { issues = [] } = v.safeParse(taskRequestSchema, content);
  return issues.map((issue) => v.getDotPath(issue) ?? '');
}

/** One owner's edit of one task, or of one that is to be. It is kept as a draft until it is saved. */
export class TaskEditing extends Observable<EditingSnapshot> {
  readonly #session: Session;
  readonly #key: string;
  readonly #editing: Editing;
  #leave = (): void => {};
  /** What was sent, and may stand there although no answer came. */
  #sent: readonly TaskContent[] = [];

  constructor(session: Session, editing: Editing = {}) {
    const { task, of, created = false } = editing;
    super({
      ...{
        opened: false,
        id: task ?? '',
        version: null,
        base: emptyContent,
        content: emptyContent,
      },
      ...{ theirs: null, sending: false, saved: created, problem: null, wrong: [] },
    });
    this.#session = session;
    this.#editing = editing;
    this.#key = `task ${task ?? (of ? `copy of ${of}` : 'new')}`;
  }

  /** Whether something is written that stands nowhere else. */
  get touched(): boolean {
    const { base, content } = this.snapshot;
    return !isSameContent(base, content);
  }

  /** Where mine and theirs differ; none while nobody else has changed anything. */
  get differences(): readonly Difference[] {
    const { base, content, theirs } = this.snapshot;
    return theirs ? differencesOf(base, content, contentOf(theirs)) : [];
  }

  protected override started(): void {
    this.#leave = this.#session.connection.listen((event) => this.#hear(event));
    void this.open();
    fetchSchema().catch(() => {});
  }

  protected override stopped(): void {
    this.#leave();
  }

  /** Looks again at what stands there; what is written stays. */
  async open(): Promise<void> {
    const { id: known, opened, version } = this.snapshot;
    // A task that nobody has sent yet stands nowhere.
    const isThere = known && (!opened || version !== null || this.#sent.length > 0);
    try {
      const kept = opened ? undefined : await this.#kept();
      const client = await this.#session.client();
      const id = known || kept?.id || client.newId();
      const task = isThere ? await client.getTask(known) : null;
      if (!opened) this.#begin(id, task, kept, await this.#start(client));
      else if (task) this.#meet(task);
      this.patch({ problem: null });
    } catch (error) {
      this.patch({ problem: ApiError.from(error) });
    }
  }

  /** Takes what was written, and keeps it. */
  change(changes: Partial<TaskContent>): void {
    const content = { ...this.snapshot.content, ...changes };
    const isMended = (path: string) => (path.split('.', 1)[0] as Field) in changes;
    const wrong = this.snapshot.wrong.filter((path) => !isMended(path));
    this.patch({ content, wrong, saved: false });
    this.#keep();
  }

  /** Whether it could be taken; if not, `wrong` says where. */
  async check(): Promise<boolean> {
    // Without the schema it is the server's to say.
    const wrong = await wrongIn(this.snapshot.content).catch(() => []);
    this.patch({ wrong, saved: false });
    return wrong.length === 0;
  }

  /** Saves what is written over the version that was seen, and over no other. */
  async save(): Promise<Task | null> {
    const { id, content, version, sending, theirs } = this.snapshot;
    if (sending || theirs) return null;
    this.patch({ sending: true, problem: null, saved: false });
    this.#sent = [...this.#sent, content];
    try {
      const task = await putTask(this.#session, id, content, version);
      this.#took(task, content);
      return task;
    } catch (error) {
      if (!(await this.#refused(ApiError.from(error)))) return null;
    } finally {
      this.patch({ sending: false });
    }
    // What was in the way was my own, sent unheard.
    return this.save();
  }

  /** Goes on from what stands there, with mine where it was chosen. Nothing is saved by this. */
  settle(mine: ReadonlySet<Field>): void {
    const { theirs, content } = this.snapshot;
    if (!theirs) return;
    const base = contentOf(theirs);
    const chosen = fields
      .filter((field) => mine.has(field))
      .map((field) => [field, content[field]]);
    const merged = { ...base, ...(Object.fromEntries(chosen) as Partial<TaskContent>) };
    this.patch({ base, content: merged, version: theirs.version, theirs: null, problem: null });
    this.#keep();
  }

  /** Throws away what was written. */
  discard(): void {
    const { base } = this.snapshot;
    this.patch({ content: base, wrong: [], problem: null, saved: false });
    if (this.snapshot.theirs) this.settle(new Set());
    this.#keep();
  }

  /** What a new task begins with. A copy is for nobody's eyes before its owner has looked. */
  async #start(client: Client): Promise<TaskContent> {
    const { of, naming = (name) => name } = this.#editing;
    if (!of) return emptyContent;
    const content = contentOf(await client.getTask(of));
    const name = naming(content.name).slice(0, limits.taskName);
    return { ...content, name, status: 'inactive' };
  }

  #begin(id: string, task: Task | null, kept: Kept | undefined, start: TaskContent): void {
    if (kept) this.patch({ ...kept, opened: true });
    else {
      const base = task ? contentOf(task) : start;
      this.patch({ id, version: task?.version ?? null, base, content: base, opened: true });
    }
    if (task) this.#meet(task);
  }

  /** Compares what stands there with what this edit began from. */
  #meet(task: Task): void {
    const { version, content } = this.snapshot;
    if (version !== null && task.version <= version) return;
    const now = contentOf(task);
    const isOwn = this.#sent.some((sent) => isSameContent(sent, now));
    if (isOwn || !this.touched || isSameContent(content, now)) {
      // Nobody is in the way: it is what I sent unheard, or I have written nothing of my own.
      const mine = isOwn ? content : now;
      this.patch({ base: now, content: mine, version: task.version, theirs: null });
      this.#keep();
      return;
    }
    this.patch({ theirs: task });
  }

  #hear(event: LiveEvent): void {
    const { id, version, sending } = this.snapshot;
    const isNews = event.type === 'task' && event.data.id === id && !sending;
    if (isNews && version !== null && event.data.version > version) void this.open();
  }

  #took(task: Task, sent: TaskContent): void {
    const { content } = this.snapshot;
    const base = contentOf(task);
    // What was written meanwhile stays.
    const now = isSameContent(content, sent) ? base : content;
    this.#sent = [];
    // A new task's draft is none any more; the next one begins empty.
    void this.#forget();
    this.patch({ version: task.version, base, content: now, saved: true, wrong: [] });
    if (this.touched) this.#keep();
  }

  /** Looks at what is in the way; true if it is nobody else's, and one may go on from there. */
  async #refused(problem: ApiError): Promise<boolean> {
    const { version } = this.snapshot;
    const isBehind = problem.code === 'stale' || problem.code === 'id-conflict';
    if (isBehind) await this.open();
    // What stands there shows itself, unless it could not be had.
    if (isBehind && !this.snapshot.problem) return this.snapshot.version !== version;
    const wrong = problem.errors?.map(({ path }) => path) ?? [];
    this.patch({ problem, wrong });
    return false;
  }

  #keep(): void {
    const { id, version, base, content } = this.snapshot;
    const kept: Kept = { id, version, base, content };
    if (!this.touched) return void this.#forget();
    draftsOf(this.#session)
      .set(this.#key, JSON.stringify(kept))
      .catch(() => {});
  }

  /* Without storage, or without a token to tell whose it is, it stays on screen all the same. */

  #forget(): Promise<void> {
    return draftsOf(this.#session)
      .delete(this.#key)
      .catch(() => {});
  }

  async #kept(): Promise<Kept | undefined> {
    const text = await draftsOf(this.#session)
      .get(this.#key)
      .catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as Kept);
  }
}
