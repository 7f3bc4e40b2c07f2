import { v7 } from 'uuid';
import { ApiError } from '../../api/api-error.js';
import type { Client } from '../../api/client.js';
import type { LiveEvent } from '../../contract/live.js';
import type { Report } from '../../contract/report.js';
import { coalesced } from '../coalesced.js';
import { draftsOf } from '../drafts.js';
import { OutgoingFiles } from '../files/outgoing-files.js';
import { Observable } from '../observable.js';
import { OutboxEntries } from '../outbox/outbox-entries.js';
import { Turns } from '../outbox/turns.js';
import { tellReport } from '../report-store.js';
import type { Session } from '../session.js';
import { ReportIds } from './report-ids.js';
import {
  isRound,
  keeping,
  revisionOf,
  type Arrived,
  type KeptReport,
  type WaitingReport,
  type WrittenReport,
} from './waiting-report.js';

export type { Arrived, WaitingReport, WrittenReport } from './waiting-report.js';

/** What this page has sent last; each arrival is told. */
class Arrivals extends Observable<{ readonly last: Arrived | null }> {
  tell(last: Arrived): void {
    this.publish({ last });
  }
}

/**
 * Sends reports and revisions until the server has them, those of each place by themselves. Each
 * is stored before its first attempt, and a later page goes on with it. After an attempt whose
 * outcome is not known, the server is asked for the report before it is sent again.
 */
export class ReportOutbox extends OutboxEntries<WaitingReport, KeptReport, Arrived> {
  readonly arrivals = new Arrivals({ last: null });
  readonly #turns = new Turns(this.session, {
    name: 'report',
    begin: (awake) => this.#begin(awake),
    send: (place, awake) => this.#send(place, awake),
    failed: (place, problem) => this.#failed(place, problem),
  });
  readonly #files = new OutgoingFiles(this.session);
  readonly #ids = new ReportIds(draftsOf(this.session));
  readonly #takeUp = coalesced(() => this.#turns.identified(() => this.#pumpAll()));

  constructor(session: Session) {
    super(session, keeping);
    const leave = session.connection.listen((event) => this.#hear(event));
    session.signal.addEventListener('abort', leave);
    this.#turns.start();
  }

  /** What waits in a place, or was refused there. */
  at(place: string): WaitingReport | undefined {
    return this.snapshot.entries.find((entry) => entry.place === place);
  }

  /** Resolves when it is known what an earlier page has left, if that can be known. */
  async ready(): Promise<void> {
    await this.look().catch(() => {});
  }

  /** The id that the report to be written for a task will have. */
  nextId(task: string): Promise<string> {
    return this.#ids.get(task);
  }

  /** Queues the first round of a report. */
  async submit(written: WrittenReport): Promise<void> {
    const report = await this.#ids.get(written.task);
    await this.#queue({ ...written, id: v7(), report, round: 1 });
  }

  /** Queues the round that follows the one which the member has seen. */
  async revise(written: WrittenReport, { id: report, round }: Report): Promise<void> {
    await this.#queue({ ...written, id: v7(), report, round: round + 1 });
  }

  /** Sends nothing of it any more. What was sent of it unheard is found by the next attempt. */
  async takeBack(id: string): Promise<void> {
    this.drop(id);
    await this.settle();
  }

  /** Throws away what was refused, with its files and its draft. */
  async discard(id: string): Promise<void> {
    const entry = this.find(id);
    await this.takeBack(id);
    if (!entry) return;
    await this.#files.forget(entry.picked);
    await this.#forgetDraft(entry.place, entry.text);
  }

  protected kept(): void {
    this.#takeUp();
  }

  protected taken(arrived: Arrived): void {
    const { id, place, report } = arrived;
    void this.#files.forget(this.find(id)?.picked ?? []);
    // A draft that stays is known by its text to be none any more.
    this.#forgetDraft(place, report.text).catch(() => {});
    void this.#ids.forget(report.task.id, report.id);
    tellReport(this.session, report);
  }

  async #forgetDraft(place: string, text: string): Promise<void> {
    const drafts = draftsOf(this.session);
    if ((await drafts.get(place)) === text) await drafts.delete(place);
  }

  async #queue(written: Omit<WaitingReport, 'state' | 'problem'>): Promise<void> {
    const former = this.at(written.place);
    if (former?.state === 'waiting') return;
    if (former) this.drop(former.id);
    this.put({ ...written, state: 'waiting', problem: null });
    await this.settle();
    this.#turns.pump(written.place);
  }

  #hear(event: LiveEvent): void {
    // The news may tell of what has arrived before its answer does.
    const isAwaited = (id: string) => this.snapshot.entries.some(({ report }) => report === id);
    if (event.type === 'report' && isAwaited(event.data.id)) this.#turns.wake();
    if (event.type === 'resync') this.#turns.back(() => this.#takeUp());
  }

  async #begin(awake: AbortSignal): Promise<void> {
    await this.#turns.identified(() => this.join(awake));
    this.#takeUp();
  }

  /** Goes on with what this page, another or an earlier one has left. */
  async #pumpAll(): Promise<void> {
    for (const { id } of await this.missed()) this.drop(id);
    for (const { state, place } of this.snapshot.entries) {
      if (state === 'waiting') this.#turns.pump(place);
    }
  }

  #failed(place: string, problem: ApiError): void {
    const entry = this.at(place);
    if (entry?.state === 'waiting') this.show({ ...entry, problem });
  }

  async #send(place: string, awake: AbortSignal): Promise<ApiError | null> {
    let problem: ApiError | null = null;
    while (!problem) {
      await this.settle();
      const entry = (await this.look()).find((candidate) => candidate.place === place);
      if (entry?.state !== 'waiting' || awake.aborted) return null;
      problem = await this.#attempt(entry, awake);
    }
    return problem;
  }

  async #attempt(entry: WaitingReport, awake: AbortSignal): Promise<ApiError | null> {
    const client = await this.session.client();
    try {
      await this.#files.deliver(entry.picked, awake);
      // It may have been taken back while its files were on their way.
      if (!this.find(entry.id)) return null;
      this.#arrived(entry, (await this.#find(client, entry)) ?? (await put(client, entry)));
    } catch (error) {
      const problem = ApiError.from(error);
      if (problem.transient || awake.aborted) return problem;
      await this.#refused(client, entry, problem);
    }
    return null;
  }

  /** What an attempt of unknown outcome has left at the server. */
  async #find(client: Client, entry: WaitingReport): Promise<Report | null> {
    const report = entry.problem && (await reportAt(client, entry.report));
    return report && isRound(report, entry.round, entry) ? report : null;
  }

  #arrived({ id, place }: WaitingReport, report: Report): void {
    this.#turns.succeeded();
    // What was taken back too late has arrived all the same.
    if (!this.find(id)) return tellReport(this.session, report);
    const arrived = { id, place, report };
    this.done(arrived);
    this.arrivals.tell(arrived);
  }

  async #refused(client: Client, entry: WaitingReport, problem: ApiError): Promise<void> {
    const known = problem.code === 'id-conflict' && (await reportAt(client, entry.report));
    // An earlier attempt did arrive, with the text as it was then: this one follows it.
    if (known && isRound(known, known.round, entry)) return this.#arrived(entry, known);
    if (known) return this.put({ ...entry, round: known.round + 1 });
    await draftsOf(this.session).set(entry.place, entry.text);
    await this.#ids.forget(entry.task, entry.report);
    this.put({ ...entry, state: 'refused', problem });
  }
}

const put = (client: Client, entry: WaitingReport): Promise<Report> =>
  entry.round === 1
    ? client.submitReport(entry.report, { taskId: entry.task, ...revisionOf(entry) })
    : client.reviseReport(entry.report, entry.round, revisionOf(entry));

const reportAt = async (client: Client, id: string): Promise<Report | null> => {
  try {
    return await client.getReport(id);
  } catch (error) {
    if (ApiError.from(error).code !== 'not-found') throw error;
    return null;
  }
};

export const reportOutboxOf = (session: Session): ReportOutbox =>
  session.store('report outbox', () => new ReportOutbox(session));
