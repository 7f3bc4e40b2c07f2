import { ApiError } from '../../api/api-error.js';
import { whenLeaving } from '../../api/tabs.js';
import type { Report } from '../../contract/report.js';
import { Observable } from '../observable.js';
import { persist } from '../persist.js';
import { announceReport, decisionRequest, reportOf } from '../report-store.js';
import type { Session } from '../session.js';
import { DecisionShelf } from './decision-shelf.js';
import type { Held, Judged, Taken } from './held.js';

/** Decisions that were taken together, and are taken back together. */
export interface Batch {
  readonly decisions: readonly Taken[];
  readonly due: number;
}

export interface DecisionsSnapshot {
  /** What can still be taken back, the last one last. */
  readonly batches: readonly Batch[];
  /** What is decided and not yet on the server, held or on its way: by the report's id. */
  readonly open: ReadonlyMap<string, Held>;
  /** How many were to be sent since something was last on its way, and how many of them are. */
  readonly sending: { readonly sent: number; readonly all: number };
}

const requestOf = ({ id, verdict, reason }: Held) => decisionRequest(id, verdict, reason);

/** Milliseconds after which a decision that another tab has held, and not sent, is sent here. */
const grace = 5_000;

interface Course {
  readonly held: Held;
  readonly resolve: (report: Report) => void;
  readonly reject: (problem: ApiError) => void;
}

/**
 * Takes decisions, holds each for a while in which it can be taken back, then sends it. Whoever
 * leaves the page sends at once what is held; what could not be sent is sent by the next page.
 */
export class Decisions extends Observable<DecisionsSnapshot> {
  readonly #session: Session;
  readonly #shelf: DecisionShelf;
  readonly #courses = new Map<string, Course>();
  /** What is on its way, and told by whoever has sent it. */
  readonly #uncounted = new Set<string>();
  #all = 0;

  constructor(session: Session) {
    super({ batches: [], open: new Map(), sending: { sent: 0, all: 0 } });
    this.#session = session;
    this.#shelf = new DecisionShelf(session);
    whenLeaving(session.signal, () => void this.#leave());
    session.signal.addEventListener('abort', () => this.#sendHeld());
  }

  /**
   * Decides these reports, after so many seconds; after a failure that may pass it tries again.
   * Each promise resolves with the report as it then stands on the server, and rejects with an
   * ApiError: `aborted` when it was taken back.
   */
  async take(judged: readonly Judged[], seconds: number): Promise<readonly Promise<Report>[]> {
    const client = await this.#session.client();
    const due = Date.now() + seconds * 1_000;
    const decisions = judged.map((each): Taken => ({ ...each, id: client.newId(), due }));
    const outcomes = decisions.map((held) => this.#begin(held));
    const batch: Batch = { decisions, due };
    this.#show([...this.snapshot.batches, batch]);
    for (const held of decisions) void this.#shelf.put(held);
    setTimeout(() => this.#send(batch), seconds * 1_000);
    return outcomes;
  }

  /** Decides one of very many: it is sent at once, cannot be taken back, and is not counted. */
  async send(judged: Judged): Promise<Report> {
    const client = await this.#session.client();
    const held: Taken = { ...judged, id: client.newId(), due: Date.now() };
    this.#uncounted.add(held.id);
    const outcome = this.#begin(held);
    void this.#shelf.put(held);
    void this.#deliver(held);
    return outcome;
  }

  /** Takes back what was decided last, and is not sent yet. */
  undo(): readonly Taken[] {
    const { batches } = this.snapshot;
    const last = batches.at(-1);
    if (!last) return [];
    this.#show(batches.slice(0, -1));
    for (const held of last.decisions) this.#end(held)?.reject(new ApiError('aborted'));
    return last.decisions;
  }

  protected override started(): void {
    // Without a token there is nothing of anybody's to be sent.
    this.#recall().catch(() => {});
  }

  /** Sends what an earlier page has left; what another tab still holds is looked at again later. */
  async #recall(): Promise<void> {
    const left = await this.#shelf.list();
    const foreign = left.filter(({ id }) => !this.#courses.has(id));
    const isLate = ({ due }: Held): boolean => due + grace <= Date.now();
    for (const held of foreign.filter(isLate)) {
      // Nobody waits for it any more: what became of it stands at its report.
      this.#begin(held).catch(() => {});
      void this.#deliver(held);
    }
    const next = Math.min(...foreign.filter((held) => !isLate(held)).map(({ due }) => due));
    if (next < Infinity) setTimeout(() => this.started(), next + grace - Date.now());
  }

  #begin(held: Held): Promise<Report> {
    return new Promise((resolve, reject) => {
      this.#courses.set(held.id, { held, resolve, reject });
    });
  }

  #end(held: Held): Course | undefined {
    const course = this.#courses.get(held.id);
    this.#courses.delete(held.id);
    this.#uncounted.delete(held.id);
    void this.#shelf.remove(held);
    this.#show(this.snapshot.batches);
    return course;
  }

  #show(batches: readonly Batch[]): void {
    const open = [...this.#courses.values()].map(({ held }) => [held.report.id, held] as const);
    const held = batches.reduce((sum, { decisions }) => sum + decisions.length, 0);
    const left = this.#courses.size - this.#uncounted.size - held;
    if (left === 0) this.#all = 0;
    const sending = { sent: this.#all - left, all: this.#all };
    this.publish({ batches, open: new Map(open), sending });
  }

  #send(batch: Batch): void {
    const { batches } = this.snapshot;
    if (!batches.includes(batch)) return;
    this.#all += batch.decisions.length;
    this.#show(batches.filter((each) => each !== batch));
    void this.#deliverAll(batch.decisions);
  }

  #sendHeld(): void {
    for (const batch of this.snapshot.batches) this.#send(batch);
  }

  /** One after the other: what is decided many at a time leaves room for who is deciding now. */
  async #deliverAll(decisions: readonly Held[]): Promise<void> {
    for (const held of decisions) await this.#deliver(held);
  }

  async #deliver(held: Held): Promise<void> {
    const { signal } = this.#session;
    try {
      const decided = await persist(() => this.#attempt(held), signal);
      announceReport(this.#session, decided);
      this.#end(held)?.resolve(decided);
    } catch (error) {
      const problem = ApiError.from(error);
      // What may still pass is left to the next page.
      if (problem.transient) return;
      this.#end(held)?.reject(problem);
      // What stands there instead is shown.
      void reportOf(this.#session, held.report.id).load();
    }
  }

  async #attempt(held: Held): Promise<Report> {
    const { id, round } = held.report;
    const client = await this.#session.client();
    return client.decideReport(id, round, requestOf(held));
  }

  /** Nobody hears the answers: if the page comes back, all is sent again, which changes nothing. */
  async #leave(): Promise<void> {
    const client = await this.#session.client();
    for (const { held } of this.#courses.values()) {
      client.decideOnLeaving(held.report.id, held.report.round, requestOf(held));
    }
    this.#sendHeld();
  }
}

export const decisionsOf = (session: Session): Decisions =>
  session.store('decisions', () => new Decisions(session));
