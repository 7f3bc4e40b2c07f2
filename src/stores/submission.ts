import { ApiError } from '../api/api-error.js';
import type { Report, Submission as Submitted } from '../contract/report.js';
import { draftsOf, type Drafts } from './drafts.js';
import { Observable } from './observable.js';
import { announceReport } from './report-store.js';
import type { Session } from './session.js';

export interface SubmissionSnapshot {
  /** Whether a report is on its way. */
  readonly busy: boolean;
}

/** Sends new reports. */
export class Submission extends Observable<SubmissionSnapshot> {
  readonly #session: Session;
  readonly #drafts: Drafts;
  /** The id of the report that is being written for a task. */
  readonly #ids = new Map<string, Promise<string>>();

  constructor(session: Session) {
    super({ busy: false });
    this.#session = session;
    this.#drafts = draftsOf(session);
  }

  /**
   * Submits a report. After a failure whose outcome is not known, the next attempt speaks of the
   * same report, also after a reload; no report is ever sent twice. Rejects with an ApiError.
   */
  async submit(taskId: string, text: string, attachments: readonly string[] = []): Promise<Report> {
    this.patch({ busy: true });
    try {
      const files = attachments.length > 0 ? { attachments: [...attachments] } : {};
      const report = await this.#send(await this.#id(taskId), { taskId, text, ...files });
      await this.#forget(taskId);
      announceReport(this.#session, report);
      return report;
    } catch (error) {
      const problem = ApiError.from(error);
      if (!problem.transient) await this.#forget(taskId);
      throw problem;
    } finally {
      this.patch({ busy: false });
    }
  }

  async #send(id: string, submission: Submitted): Promise<Report> {
    const client = await this.#session.client();
    try {
      return await client.submitReport(id, submission);
    } catch (error) {
      if (ApiError.from(error).code !== 'id-conflict') throw error;
      // An earlier attempt did arrive, with the text as it was then.
      const { round } = await client.getReport(id);
      const { taskId: _, ...revision } = submission;
      return client.reviseReport(id, round + 1, revision);
    }
  }

  #id(taskId: string): Promise<string> {
    const known = this.#ids.get(taskId);
    if (known) return known;
    const id = this.#recall(taskId);
    this.#ids.set(taskId, id);
    id.catch(() => this.#ids.delete(taskId));
    return id;
  }

  async #recall(taskId: string): Promise<string> {
    const key = keyOf(taskId);
    const client = await this.#session.client();
    const id = (await this.#drafts.get(key)) ?? client.newId();
    await this.#drafts.set(key, id);
    return id;
  }

  #forget(taskId: string): Promise<void> {
    this.#ids.delete(taskId);
    return this.#drafts.delete(keyOf(taskId));
  }
}

const keyOf = (taskId: string): string => `report id ${taskId}`;

export const submissionOf = (session: Session): Submission =>
  session.store('submission', () => new Submission(session));
