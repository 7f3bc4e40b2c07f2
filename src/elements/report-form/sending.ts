import type { LitElement } from 'lit';
import { ApiError } from '../../api/api-error.js';
import { TaskchatErrorEvent } from '../../base/error-event.js';
import type { Report } from '../../contract/report.js';
import { reportOf } from '../../stores/report-store.js';
import { submissionOf } from '../../stores/submission.js';
import { tooLong } from './composer.js';
import { Delivery } from './delivery.js';
import type { ProofFiles } from './proof-files.js';
import type { DraftPlace, ReportDraft } from './report-draft.js';
import type { ReportSubject } from './report-subject.js';

/** A report is about to be sent. `preventDefault()` keeps it in the form. */
export class ReportSubmitEvent extends Event {
  static readonly eventName = 'report-submit';

  constructor(
    readonly taskId: string,
    readonly text: string,
    /** The report that is revised; null for another one. */
    readonly reportId: string | null,
    /** The ids of the files that are picked. */
    readonly attachments: readonly string[] = [],
  ) {
    super(ReportSubmitEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A report was sent and stands on the server. */
export class ReportSubmittedEvent extends Event {
  static readonly eventName = 'report-submitted';

  constructor(readonly report: Report) {
    super(ReportSubmittedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'report-submit': ReportSubmitEvent;
    'report-submitted': ReportSubmittedEvent;
  }
}

/** Sends what stands in the form, and tells the page. */
export class Sending {
  /** Somebody tried to send nothing. */
  missing = false;
  readonly #host: LitElement;
  readonly #subject: ReportSubject;
  readonly #draft: ReportDraft;
  readonly #files: ProofFiles;
  readonly #delivery: Delivery;

  constructor(host: LitElement, subject: ReportSubject, draft: ReportDraft, files: ProofFiles) {
    this.#host = host;
    this.#subject = subject;
    this.#draft = draft;
    this.#files = files;
    this.#delivery = new Delivery(host);
  }

  /** Whether the text in the form is on its way. */
  get busy(): boolean {
    return this.#delivery.isSending(this.#key);
  }

  /** Why the last attempt failed. */
  get failure(): ApiError | null {
    return this.#delivery.failure(this.#key);
  }

  async send(): Promise<void> {
    const { place, text } = this.#draft;
    const { taskId, purpose, report: known, refusal } = this.#subject;
    if (!place || !taskId || this.busy) return;
    if (refusal === 'task-inactive' || !this.#isFit(text) || this.#files.isBlocked) return;
    const reportId = (purpose === 'revise' && known?.id) || null;
    const { ids } = this.#files;
    if (!this.#host.dispatchEvent(new ReportSubmitEvent(taskId, text, reportId, ids))) return;
    try {
      const report = await this.#delivery.run(place.key, () =>
        this.#deliver(place, text, ids, reportId),
      );
      await this.#files.forget(ids, place);
      await this.#draft.clear(place, text);
      this.#host.dispatchEvent(new ReportSubmittedEvent(report));
    } catch (error) {
      this.#host.dispatchEvent(new TaskchatErrorEvent(ApiError.from(error)));
    }
  }

  get #key(): string {
    return this.#draft.place?.key ?? '';
  }

  async #deliver(
    place: DraftPlace,
    text: string,
    picked: readonly string[],
    reportId: string | null,
  ): Promise<Report> {
    const { session } = place;
    const { taskId = '', report: known } = this.#subject;
    // What the report had before stays with it.
    const had = known?.attachments.map(({ id }) => id) ?? [];
    await this.#files.deliver(picked, place);
    const report = reportId
      ? await reportOf(session, reportId).revise(text, [...had, ...picked])
      : await submissionOf(session).submit(taskId, text, picked);
    if (this.#subject.taskId === taskId) this.#subject.take(report);
    return report;
  }

  /** Whether the text can be sent; if not, the field says why and has the focus. */
  #isFit(text: string): boolean {
    this.missing = text.trim() === '';
    this.#host.requestUpdate();
    const fit = !this.missing && !tooLong(text);
    if (!fit) this.#host.renderRoot.querySelector('textarea')?.focus();
    return fit;
  }
}
