import { v7 } from 'uuid';
import { ApiError } from '../../api/api-error.js';
import type { LiveEvent } from '../../contract/live.js';
import type { TextMessage } from '../../contract/message.js';
import { coalesced } from '../coalesced.js';
import { OutgoingFiles } from '../files/outgoing-files.js';
import type { Session } from '../session.js';
import { OutboxEntries } from './outbox-entries.js';
import { Turns } from './turns.js';
import { fromKept, requestOf, toKept, type Kept, type Waiting } from './waiting.js';

export type { Waiting } from './waiting.js';

interface Promised {
  readonly resolve: (message: TextMessage) => void;
  readonly reject: (problem: ApiError) => void;
}

/**
 * Sends messages, for each report one after the other, until they are acknowledged. Each is
 * stored before its first attempt.
 */
export class Outbox extends OutboxEntries<Waiting, Kept, TextMessage> {
  readonly #turns = new Turns(this.session, {
    name: 'send',
    begin: (awake) => this.#begin(awake),
    send: (report, awake) => this.#send(report, awake),
    failed: (report, problem) => this.#failed(report, problem),
  });
  readonly #files = new OutgoingFiles(this.session);
  readonly #promised = new Map<string, Promised>();
  readonly #takeUp = coalesced(() => this.#turns.identified(() => this.#pumpAll()));
  readonly #catchUp = coalesced(() => this.#turns.identified(() => this.#learnMissed()));

  constructor(session: Session) {
    super(session, { kind: 'outbox', toKept, fromKept });
    const leave = session.connection.listen((event) => this.#hear(event));
    session.signal.addEventListener('abort', leave);
    this.#turns.start();
  }

  /** Resolves with the server's copy; rejects with an ApiError when it is refused for good. */
  add(
    report: string,
    text: string,
    replyTo: string | null = null,
    attachments: readonly string[] = [],
  ): Promise<TextMessage> {
    const written = { id: v7(), report, text, replyTo, attachments };
    return this.#queue({ ...written, state: 'waiting', problem: null });
  }

  /** Sends a refused message again. */
  retry(id: string): Promise<TextMessage> {
    const entry = this.find(id);
    if (!entry) return Promise.reject(new ApiError('not-found'));
    return this.#queue({ ...entry, state: 'waiting', problem: null });
  }

  /** Throws a message away that has not been acknowledged. */
  async discard(id: string): Promise<void> {
    const entry = this.find(id);
    this.drop(id);
    await this.settle();
    if (!entry) return;
    this.#turns.pump(entry.report);
    await this.#files.forget(entry.attachments);
  }

  protected kept(): void {
    this.#takeUp();
  }

  protected taken(message: TextMessage): void {
    void this.#files.forget(this.find(message.id)?.attachments ?? []);
    this.session.connection.announce({ type: 'message', data: message });
    this.#promised.get(message.id)?.resolve(message);
    this.#promised.delete(message.id);
  }

  #hear(event: LiveEvent): void {
    if (event.type === 'message') this.news(event.data, this.#promised.has(event.data.id));
    if (event.type === 'resync') this.#turns.back(() => this.#catchUp());
  }

  #queue(entry: Waiting): Promise<TextMessage> {
    this.put(entry);
    const promise = new Promise<TextMessage>((resolve, reject) => {
      this.#promised.set(entry.id, { resolve, reject });
    });
    // The refusal is in the snapshot too, for those who do not wait for the promise.
    promise.catch(() => {});
    this.#turns.pump(entry.report);
    return promise;
  }

  async #begin(awake: AbortSignal): Promise<void> {
    await this.#turns.identified(() => this.join(awake));
    this.#catchUp();
  }

  /** Goes on with what this page, another or an earlier one has left. */
  async #pumpAll(): Promise<void> {
    await this.look();
    for (const { id, problem, state } of this.snapshot.entries) {
      if (state === 'refused' && problem) this.#promised.get(id)?.reject(problem);
    }
    for (const report of new Set(this.snapshot.entries.map((entry) => entry.report))) {
      if (this.#head(report)?.state === 'waiting') this.#turns.pump(report);
    }
  }

  /** Learns what has become of those that other tabs took out while this one was put away. */
  async #learnMissed(): Promise<void> {
    for (const { id, report } of await this.missed()) {
      const client = await this.session.client();
      const { items } = await client.listMessages(report);
      const message = items.find((line): line is TextMessage => line.id === id);
      if (message) this.done(message);
      else this.drop(id);
    }
    await this.#pumpAll();
  }

  #head(report: string): Waiting | undefined {
    return this.snapshot.entries.find((entry) => entry.report === report);
  }

  #failed(report: string, problem: ApiError): void {
    const head = this.#head(report);
    if (head?.state === 'waiting') this.show({ ...head, problem });
  }

  async #send(report: string, awake: AbortSignal): Promise<ApiError | null> {
    let problem: ApiError | null = null;
    while (!problem) {
      await this.settle();
      const entry = (await this.look()).find((candidate) => candidate.report === report);
      if (entry?.state !== 'waiting' || awake.aborted) return null;
      problem = await this.#attempt(entry, awake);
    }
    return problem;
  }

  async #attempt(entry: Waiting, awake: AbortSignal): Promise<ApiError | null> {
    try {
      await this.#files.deliver(entry.attachments, awake);
      const client = await this.session.client();
      const message = await client.sendMessage(entry.report, entry.id, requestOf(entry));
      this.#turns.succeeded();
      await this.#files.forget(entry.attachments);
      this.done(message);
    } catch (error) {
      const problem = ApiError.from(error);
      if (problem.transient || awake.aborted) return problem;
      this.put({ ...entry, state: 'refused', problem });
      this.#promised.get(entry.id)?.reject(problem);
    }
    return null;
  }
}

export const outboxOf = (session: Session): Outbox =>
  session.store('outbox', () => new Outbox(session));
