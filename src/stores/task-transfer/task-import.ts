import { ApiError } from '../../api/api-error.js';
import { Observable } from '../observable.js';
import { persist } from '../persist.js';
import type { Session } from '../session.js';
import { putTask } from '../task-editing/task-commands.js';
import { readTaskFile, type FileProblem, type FileTask } from './task-file.js';

/** A task of the file, and what has become of it. */
export interface ImportLine extends FileTask {
  /** The id that it is created under; the same however often it is tried. */
  readonly id: string;
  readonly state: 'ready' | 'wrong' | 'done' | 'failed';
  readonly problem: ApiError | null;
}

export interface ImportSnapshot {
  readonly unfit: FileProblem | null;
  readonly lines: readonly ImportLine[];
  readonly running: boolean;
}

/** What a file of tasks would create, and its creation. */
export class TaskImport extends Observable<ImportSnapshot> {
  readonly #session: Session;
  #end = new AbortController();

  constructor(session: Session) {
    super({ unfit: null, lines: [], running: false });
    this.#session = session;
  }

  async load(file: Blob): Promise<void> {
    const read = await readTaskFile(file);
    if (read.problem) return this.patch({ unfit: read.problem, lines: [] });
    const client = await this.#session.client();
    const lines = read.tasks.map((task): ImportLine => {
      const state = task.content ? 'ready' : 'wrong';
      return { ...task, id: client.newId(), state, problem: null };
    });
    this.patch({ unfit: null, lines });
  }

  /** Creates what is not yet. The last comes first: the newest task stands above the others. */
  async run(): Promise<void> {
    if (this.snapshot.running) return;
    this.#end = new AbortController();
    this.patch({ running: true });
    for (let index = this.snapshot.lines.length - 1; index >= 0; index -= 1) {
      if (this.#end.signal.aborted) break;
      await this.#create(index);
    }
    this.patch({ running: false });
  }

  stop(): void {
    this.#end.abort();
  }

  async #create(index: number): Promise<void> {
    const { id, content, state } = this.snapshot.lines[index]!;
    if (!content || state === 'done') return;
    try {
      await persist(() => putTask(this.#session, id, content, null), this.#end.signal);
      this.#show(index, { state: 'done', problem: null });
    } catch (error) {
      this.#show(index, { state: 'failed', problem: ApiError.from(error) });
    }
  }

  #show(index: number, facts: Partial<ImportLine>): void {
    const { lines } = this.snapshot;
    this.patch({ lines: lines.with(index, { ...lines[index]!, ...facts }) });
  }
}
