import { ApiError } from '../api/api-error.js';
import type { Client } from '../api/client.js';
import type { DecisionRequest, Verdict } from '../contract/decision.js';
import type { LiveEvent } from '../contract/live.js';
import type { Report } from '../contract/report.js';
import type { Snapshot } from './loader.js';
import type { Session } from './session.js';
import { Store } from './store.js';

export interface ReportSnapshot extends Snapshot {
  readonly report: Report | null;
  /** Whether a command is on its way. */
  readonly busy: boolean;
}

/** What a reviewer decides. `reason` is needed unless the report is approved. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason?: string | undefined;
  /** The round the reviewer saw; without it, the one in the snapshot. */
  readonly round?: number | undefined;
}

/** An attempt as it goes over the wire, so that a repeat is the same request. */
interface Attempt {
  readonly id: string;
  readonly round: number;
}

type Send = (client: Client, attempt: Attempt) => Promise<Report>;

/** One report with its rounds, and what can be done to it. Commands reject with an ApiError. */
export class ReportStore extends Store<ReportSnapshot> {
  readonly #id: string;
  /** Attempts whose outcome is not known, by what they meant. */
  readonly #attempts = new Map<string, Attempt>();

  constructor(session: Session, id: string) {
    super(session, { status: 'idle', problem: null, report: null, busy: false });
    this.#id = id;
  }

  decide({ verdict, reason, round: seen }: Judgement): Promise<Report> {
    const send: Send = (client, { id, round }) =>
      client.decideReport(this.#id, round, decisionRequest(id, verdict, reason));
    return this.#do(`${verdict} ${reason}`, send, seen);
  }

  /** Lets a rejected report await again. */
  reopen(): Promise<Report> {
    return this.#do('reopen', (client, { id }) => client.reopenReport(this.#id, id));
  }

  /** Shows what the server has answered to a command, and tells all other stores. */
  take(report: Report): void {
    // What is written answers without them.
    const { record, reasons } = this.snapshot.report ?? {};
    this.patch({
      report: { ...(record && { record }), ...(reasons && { reasons }), ...report },
      status: 'ready',
      problem: null,
    });
    announceReport(this.session, report);
  }

  protected async fetch(signal: AbortSignal): Promise<Partial<ReportSnapshot>> {
    const client = await this.session.client();
    const report = await client.getReport(this.#id, signal);
    // A command may have been answered while this was on its way.
    const { report: known } = this.snapshot;
    return { report: known && known.version > report.version ? known : report };
  }

  protected override hear(event: LiveEvent): void {
    super.hear(event);
    const { report } = this.snapshot;
    if (event.type !== 'report' || event.data.id !== this.#id) return;
    // The event lacks the rounds.
    if (event.data.version > (report?.version ?? 0)) void this.load();
  }

  async #do(meaning: string, send: Send, seen = this.snapshot.report?.round ?? 0): Promise<Report> {
    this.patch({ busy: true });
    try {
      const client = await this.session.client();
      const attempt = this.#attempts.get(meaning) ?? { id: client.newId(), round: seen };
      this.#attempts.set(meaning, attempt);
      const report = await send(client, attempt);
      this.#attempts.delete(meaning);
      this.take(report);
      return report;
    } catch (error) {
      const problem = ApiError.from(error);
      if (!problem.transient) this.#attempts.delete(meaning);
      void this.load();
      throw problem;
    } finally {
      this.patch({ busy: false });
    }
  }
}

/** A decision as it goes over the wire. */
export const decisionRequest = (
  id: string,
  verdict: Verdict,
  reason?: string | null,
): DecisionRequest =>
  verdict === 'approved'
    ? { id, verdict, ...(reason && { reason }) }
    : { id, verdict, reason: reason ?? '' };

/** Tells all stores the outcome of an own command, as the live stream would. */
export const announceReport = (session: Session, report: Report): void => {
  const { rounds: _, record: __, wait: ___, reasons: ____, ...data } = report;
  session.connection.announce({ type: 'report', data });
};

/** As {@link announceReport}, with all that the answer says of the report itself. */
export const tellReport = (session: Session, report: Report): void =>
  reportOf(session, report.id).take(report);

export const reportOf = (session: Session, id: string): ReportStore =>
  session.store(`report ${id}`, () => new ReportStore(session, id));
