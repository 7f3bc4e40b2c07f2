import type { LitElement, ReactiveController } from 'lit';
import type { ApiError } from '../../api/api-error.js';
import { TaskchatErrorEvent } from '../../base/error-event.js';
import { StoreController } from '../../base/store-controller.js';
import {
  reportOutboxOf,
  type Arrived,
  type ReportOutbox,
  type WaitingReport,
} from '../../stores/report-outbox/report-outbox.js';
import { isRound } from '../../stores/report-outbox/waiting-report.js';
import type { Session } from '../../stores/session.js';
import { tooLong } from './composer.js';
import type { ProofFiles } from './proof-files.js';
import type { ReportDraft } from './report-draft.js';
import { ReportSubmitEvent, ReportSubmittedEvent } from './report-events.js';
import type { ReportSubject } from './report-subject.js';

interface SendingHost extends LitElement {
  readonly session: Session | undefined;
}

/** What the form shows and sends. */
interface Sheet {
  readonly subject: ReportSubject;
  readonly draft: ReportDraft;
  readonly files: ProofFiles;
}

/** Gives what stands in the form to the outbox, and tells the page what becomes of it. */
export class Sending implements ReactiveController {
  /** Somebody tried to send nothing. */
  missing = false;
  readonly #host: SendingHost;
  readonly #sheet: Sheet;
  readonly #outbox: StoreController<ReportOutbox>;
  /** The places that this form has sent from. */
  readonly #own = new Set<string>();
  readonly #told = new Set<string>();
  /** The place from which something goes to the outbox. */
  #pressed: string | undefined;
  #followed: ReportOutbox | undefined;
  #leave = (): void => {};

  constructor(host: SendingHost, sheet: Sheet) {
    this.#host = host;
    this.#sheet = sheet;
    this.#outbox = new StoreController(host, reportOutboxOf);
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#sheet.draft.text.trim()) this.missing = false;
    this.#follow(this.#outbox.store);
    if (this.entry?.problem) this.#failed(this.entry, this.entry.problem);
  }

  /** Tells it once, however often it happens. */
  #failed({ id, state, place, text }: WaitingReport, problem: ApiError): void {
    const told = `${id} ${problem.code}`;
    if (this.#told.has(told)) return;
    this.#told.add(told);
    if (state === 'refused' && place === this.#key) this.#sheet.draft.restore(text);
    this.#host.dispatchEvent(new TaskchatErrorEvent(problem));
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  /**
   * What waits in the place that is shown, or was refused there; else what the task has waiting
   * elsewhere. What has arrived is none any more, though its answer may be still on its way.
   */
  get entry(): WaitingReport | undefined {
    const { report, taskId } = this.#sheet.subject;
    const { entries = [] } = this.#outbox.snapshot ?? {};
    const ofTask = entries.filter(
      (entry) =>
        entry.task === taskId &&
        !(entry.report === report?.id && isRound(report, entry.round, entry)),
    );
    return ofTask.find(({ place }) => place === this.#key) ?? ofTask[0];
  }

  /** False when what waits ends with the page. */
  get durable(): boolean {
    return this.#outbox.snapshot?.durable ?? true;
  }

  /** Takes what waits back into the form. */
  takeBack({ id }: WaitingReport): void {
    void this.#outbox.store?.takeBack(id);
  }

  /** Throws away what was refused. */
  discard({ id, place, text }: WaitingReport): void {
    void this.#outbox.store?.discard(id);
    if (place === this.#key) this.#sheet.draft.sent(text);
  }

  /** Whether it is on its way, and nothing has come in between. */
  get busy(): boolean {
    return this.holds && !this.entry?.problem;
  }

  /** Whether what was written in the place that is shown is on its way, or waits. */
  get holds(): boolean {
    const { entry } = this;
    const isHere = entry?.state === 'waiting' && entry.place === this.#key;
    return isHere || (this.#pressed !== undefined && this.#pressed === this.#key);
  }

  async send(): Promise<void> {
    const { draft, subject, files } = this.#sheet;
    const { place, text } = draft;
    const { taskId, purpose, report, refusal } = subject;
    if (!place || !taskId || this.holds) return;
    if (refusal === 'task-inactive' || !this.#isFit(text) || files.isBlocked) return;
    const known = purpose === 'revise' ? report : null;
    const picked = files.ids;
    const event = new ReportSubmitEvent(taskId, text, known?.id ?? null, picked);
    if (!this.#host.dispatchEvent(event)) return;
    this.#own.add(place.key);
    // What the report had before stays with it.
    const attachments = [...(known?.attachments.map(({ id }) => id) ?? []), ...picked];
    const name = report?.task.name ?? subject.task?.name ?? '';
    const written = { place: place.key, task: taskId, name, text, attachments, picked };
    const outbox = reportOutboxOf(place.session);
    this.#pressed = place.key;
    this.#host.requestUpdate();
    await (known ? outbox.revise(written, known) : outbox.submit(written));
    this.#pressed = undefined;
    this.#host.requestUpdate();
  }

  get #key(): string | undefined {
    return this.#sheet.draft.place?.key;
  }

  #follow(outbox: ReportOutbox | undefined): void {
    if (outbox === this.#followed) return;
    this.#leave();
    this.#followed = outbox;
    this.#leave =
      outbox?.arrivals.subscribe(() => {
        const { last } = outbox.arrivals.snapshot;
        if (last) this.#arrived(last);
      }) ?? ((): void => {});
  }

  #arrived({ place, report }: Arrived): void {
    const { draft, subject } = this.#sheet;
    const isShown = place === this.#key;
    if (!isShown && !this.#own.has(place)) return;
    if (subject.taskId === report.task.id) subject.take(report);
    if (isShown) draft.sent(report.text);
    this.#host.dispatchEvent(new ReportSubmittedEvent(report));
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
