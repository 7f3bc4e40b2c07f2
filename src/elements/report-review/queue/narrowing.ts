import type { ReactiveControllerHost } from 'lit';
import type { ReportSummary } from '../../../contract/report.js';
import type { ReportFilter } from '../../../stores/reports-store.js';

/** Milliseconds after the last key until a search begins. */
const patience = 250;

/** Whose, or what about. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a person has narrowed the queue to, beside its status. */
export class Narrowing {
  /** What is typed; the search follows a moment later. */
  text = '';
  readonly #host: ReactiveControllerHost;
  #q = '';
  #kept: { readonly member?: Named | undefined; readonly task?: Named | undefined } = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get isActive(): boolean {
    return Boolean(this.text || this.member || this.task);
  }

  get member(): Named | undefined {
    return this.#kept.member;
  }

  get task(): Named | undefined {
    return this.#kept.task;
  }

  get filter(): ReportFilter {
    return {
      ...(this.#q && { q: this.#q }),
      ...(this.member && { member: this.member.id }),
      ...(this.task && { task: this.task.id }),
    };
  }

  search(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    // An empty field finds all, and at once.
    this.#timer = setTimeout(() => this.#find(), text.trim() ? patience : 0);
    this.#host.requestUpdate();
  }

  /** Keeps to the reports of one member, or on one task; without a report, to all again. */
  to(what: 'member' | 'task', report?: ReportSummary): void {
    this.#kept = { ...this.#kept, [what]: report?.[what] };
    this.#host.requestUpdate();
  }

  clear(): void {
    this.#kept = {};
    this.search('');
  }

  #find(): void {
    this.#q = this.text.trim();
    this.#host.requestUpdate();
  }
}
