import { nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ApiError } from '../../api/api-error.js';
import { define } from '../../base/define.js';
import { speak } from '../../base/locale.js';
import { reportFormWords } from '../../locales/en.js';
import { TaskchatErrorEvent } from '../../base/error-event.js';
import { emptyNotice } from '../../base/notices.js';
import { statusBadge } from '../../base/status-badge.js';
import { taskFactsStyles } from '../../base/task-facts.styles.js';
import { TaskchatElement, type Phase } from '../../base/taskchat-element.js';
import type { Report } from '../../contract/report.js';
import { reportOf } from '../../stores/report-store.js';
import { submissionOf } from '../../stores/submission.js';
import { tooLong } from './composer.js';
import { Delivery } from './delivery.js';
import { formBody } from './form-body.js';
import { ReportDraft, type DraftPlace } from './report-draft.js';
import { reportFormStyles } from './report-form.styles.js';
import { ReportSubject } from './report-subject.js';

/** A report is about to be sent. `preventDefault()` keeps it in the form. */
export class ReportSubmitEvent extends Event {
  static readonly eventName = 'report-submit';

  constructor(
    readonly taskId: string,
    readonly text: string,
    /** The report that is revised; null for another one. */
    readonly reportId: string | null,
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

/**
 * @summary Reports a task, revises a report, and says where it stands.
 * @fires {ReportSubmitEvent} report-submit - A report is about to be sent; can be cancelled.
 * @fires {ReportSubmittedEvent} report-submitted - A report was sent.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart task - The task that is reported.
 * @csspart composer - The field with its button.
 * @csspart field - The field for the text.
 * @csspart send - The button that sends.
 * @csspart decision - What was decided, or that it waits.
 * @csspart sent - The text that was sent.
 * @cssstate loading - The task is on its way.
 * @cssstate empty - No task is chosen.
 * @cssstate problem - The task could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class ReportForm extends TaskchatElement {
  static readonly tag = 'report-form';
  static override styles = [TaskchatElement.styles, taskFactsStyles, reportFormStyles];

  /** The task to report. Default: the one chosen in the session. */
  @property({ attribute: 'task-id' }) taskId = '';

  readonly #subject = new ReportSubject(this);
  protected override readonly main = this.#subject.main;
  readonly #draft = new ReportDraft(this, () => this.#place());
  readonly #delivery = new Delivery(this);
  #missing = false;
  #held: Element | null | undefined;

  protected override get heading(): string {
    return this.locale.term('yourReport');
  }

  protected override get phase(): Phase {
    const phase = super.phase;
    return phase === 'ready' && this.#waits ? 'loading' : phase;
  }

  /** Whether nothing can be shown yet. While one sends, the field stays until all is known. */
  get #waits(): boolean {
    const sending = this.#delivery.isSending(this.#draft.place?.key ?? '');
    return this.#subject.loading && !sending;
  }

  protected override isEmpty(): boolean {
    return !this.#subject.task && !this.#subject.report && !this.#subject.loading;
  }

  /** A draft belongs to a task, and that of a revision to its report. */
  #place(): DraftPlace | undefined {
    const { session } = this;
    const { taskId, report, purpose } = this.#subject;
    if (!session || !taskId || this.#waits) return undefined;
    return purpose === 'submit' || !report
      ? { session, key: `report ${taskId}`, initial: '', sent: report?.text }
      : { session, key: `report ${taskId} ${report.id}`, initial: report.text };
  }

  async #send(): Promise<void> {
    const { place, text } = this.#draft;
    const { taskId, purpose, report: known, refusal } = this.#subject;
    if (!place || !taskId || this.#delivery.isSending(place.key)) return;
    if (refusal === 'task-inactive' || !this.#isFit(text)) return;
    const reportId = (purpose === 'revise' && known?.id) || null;
    if (!this.dispatchEvent(new ReportSubmitEvent(taskId, text, reportId))) return;
    try {
      const report = await this.#delivery.run(place.key, () =>
        this.#deliver(place, text, reportId),
      );
      await this.#draft.clear(place, text);
      this.dispatchEvent(new ReportSubmittedEvent(report));
    } catch (error) {
      this.dispatchEvent(new TaskchatErrorEvent(ApiError.from(error)));
    }
  }

  async #deliver({ session }: DraftPlace, text: string, reportId: string | null): Promise<Report> {
    const { taskId = '' } = this.#subject;
    const report = reportId
      ? await reportOf(session, reportId).revise(text)
      : await submissionOf(session).submit(taskId, text);
    if (this.#subject.taskId === taskId) this.#subject.take(report);
    return report;
  }

  /** Whether the text can be sent; if not, the field says why and has the focus. */
  #isFit(text: string): boolean {
    this.#missing = text.trim() === '';
    this.requestUpdate();
    const fit = !this.#missing && !tooLong(text);
    if (!fit) this.renderRoot.querySelector('textarea')?.focus();
    return fit;
  }

  override willUpdate(): void {
    this.#held = this.shadowRoot?.activeElement;
    if (this.#draft.text.trim()) this.#missing = false;
  }

  override updated(): void {
    super.updated();
    // What had the focus is gone: it goes on where the person would look next.
    if (!this.#held || this.#held.isConnected) return;
    const landings = this.renderRoot.querySelectorAll<HTMLElement>('.landing');
    (this.renderRoot.querySelector('textarea') ?? [...landings].at(-1))?.focus();
  }

  protected override renderTools(): unknown {
    const { report, purpose } = this.#subject;
    return this.phase === 'ready' && report && purpose !== 'submit'
      ? statusBadge(report, this.locale)
      : nothing;
  }

  protected override renderEmpty(): TemplateResult {
    const { locale } = this;
    return this.#subject.taskId
      ? emptyNotice('task', locale.term('taskGone'), locale.term('taskGoneWords'))
      : emptyNotice('task', locale.term('chooseTask'), locale.term('chooseTaskWords'));
  }

  protected override renderReady(): TemplateResult {
    const key = this.#draft.place?.key ?? '';
    return formBody({
      locale: this.locale,
      task: this.#subject.task,
      report: this.#subject.report,
      purpose: this.#subject.purpose,
      draft: this.#draft,
      sending: this.#delivery.isSending(key),
      missing: this.#missing,
      failure: this.#delivery.failure(key),
      refusal: this.#subject.refusal,
      send: () => void this.#send(),
      wishFor: (wish) => this.#subject.wishFor(wish),
      wished: this.#subject.wish !== null,
    });
  }
}

speak(reportFormWords);
define(ReportForm);

declare global {
  interface HTMLElementTagNameMap {
    'report-form': ReportForm;
  }
}
