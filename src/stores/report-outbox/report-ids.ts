import { v7 } from 'uuid';
import type { Drafts } from '../drafts.js';

/**
 * The id of the report that is being written for a task, also after a reload: whatever becomes of
 * an attempt, the next one speaks of the same report until one has arrived or was refused.
 */
export class ReportIds {
  readonly #drafts: Drafts;
  readonly #known = new Map<string, string>();

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
  }

  async get(task: string): Promise<string> {
    const id = (await this.#find(task)) ?? v7();
    this.#known.set(task, id);
    await this.#drafts.set(keyOf(task), id).catch(() => {});
    return id;
  }

  /** The next report for the task is another one than this. */
  async forget(task: string, id: string): Promise<void> {
    if ((await this.#find(task)) !== id) return;
    this.#known.delete(task);
    await this.#drafts.delete(keyOf(task)).catch(() => {});
  }

  /** Without a token to tell whose it is, it is known to this page alone. */
  async #find(task: string): Promise<string | undefined> {
    return this.#known.get(task) ?? this.#drafts.get(keyOf(task)).catch(() => undefined);
  }
}

const keyOf = (task: string): string => `report id ${task}`;
