import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/report-form/report-form.js';
import '../../src/elements/report-list/report-list.js';
import '../../src/elements/task-list/task-list.js';
import '../../src/elements/task-provider/task-provider.js';
import {
  conversationOf,
  isSent,
  stateOf,
  type ConversationStore,
} from '../../src/stores/dialogue/conversation.js';
import { reportOutboxOf } from '../../src/stores/report-outbox/report-outbox.js';
import { outboxOf, type Outbox } from '../../src/stores/outbox/outbox.js';
import type { Session } from '../../src/stores/session.js';

/** What a test asks of a tab, as `globalThis.tab`. */
export class TabWitness {
  /** Lines that were gone again after they had been seen, or were there twice. */
  readonly faults: string[] = [];
  readonly #seen = new Set<string>();
  readonly #states = new Map<string, string>();
  readonly #chat: ConversationStore;
  readonly #outbox: Outbox;
  readonly #session: Session;
  #hears = false;

  constructor(session: Session, report: string) {
    this.#session = session;
    this.#chat = conversationOf(session, report);
    this.#outbox = outboxOf(session);
    this.#chat.subscribe(() => this.#look());
    session.connection.listen(({ type }) => (this.#hears ||= type === 'resync'));
  }

  /** Whether it shows the dialogue, and hears what is new. */
  get isReady(): boolean {
    return this.#hears && this.#chat.snapshot.status === 'ready';
  }

  /** Types one after the other, none at the same time as the last of another tab. */
  say(report: string, texts: readonly string[], after: number): number {
    while (Date.now() <= after) continue;
    for (const text of texts) void this.#outbox.add(report, text);
    return Date.now();
  }

  /** Throws away what is first; resolves with its id. */
  async discard(): Promise<string> {
    const { id = '' } = this.#outbox.snapshot.entries[0] ?? {};
    await this.#outbox.discard(id);
    return id;
  }

  /** What waits, in order, with `!` before what was refused. */
  get waiting(): string[] {
    return this.#outbox.snapshot.entries.map(
      ({ state, text }) => (state === 'refused' ? '! ' : '') + text,
    );
  }

  /** Sends a report for a task, as the form does. */
  async submit(task: string, text: string): Promise<void> {
    const written = {
      place: `report ${task}`,
      task,
      name: 'A task',
      text,
      attachments: [],
      picked: [],
    };
    await reportOutboxOf(this.#session).submit(written);
  }

  /** The texts of the reports that wait. */
  get waitingReports(): string[] {
    return reportOutboxOf(this.#session).snapshot.entries.map(({ text }) => text);
  }

  get durable(): boolean {
    return this.#outbox.snapshot.durable;
  }

  get online(): boolean {
    return this.#session.connection.snapshot.online;
  }

  /** The texts of the dialogue that the server has acknowledged, in order. */
  get sent(): string[] {
    return this.#chat.snapshot.items.flatMap((line) =>
      isSent(line) && line.kind === 'text' ? [line.text] : [],
    );
  }

  /** Texts that were shown as waiting before they were shown as sent. */
  get shownWaiting(): number {
    return [...this.#states.values()].filter((state) => state === 'waiting, sent').length;
  }

  #look(): void {
    const ids = this.#chat.snapshot.items.map(({ id }) => id);
    const there = new Set(ids);
    if (there.size < ids.length) this.faults.push('doubled');
    for (const id of this.#seen) {
      if (!there.has(id) && this.#seen.delete(id)) this.faults.push(`gone: ${id}`);
    }
    for (const line of this.#chat.snapshot.items) {
      const { id } = line;
      const state = stateOf(line);
      this.#seen.add(id);
      const former = this.#states.get(id);
      if (!former) this.#states.set(id, state);
      else if (!former.endsWith(state)) this.#states.set(id, `${former}, ${state}`);
    }
  }
}

declare global {
  var tab: TabWitness | undefined;
}

const chat = document.querySelector('mini-chat');
await chat?.updateComplete;
if (chat?.session) globalThis.tab = new TabWitness(chat.session, chat.reportId);
