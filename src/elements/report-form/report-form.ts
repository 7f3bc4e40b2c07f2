import { nothing, type TemplateResult, type PropertyDeclarations } from 'lit';
import { Called } from '../../base/called.js';
import { Clock } from '../../base/clock.js';
import { define } from '../../base/define.js';
import { Later } from '../../base/later.js';
import { speak } from '../../base/locale.js';
import { reportFormWords } from '../../locales/en/report-form.js';
import { reportWords } from '../../locales/en/reports.js';
import { taskIcon } from '../../base/icons.js';
import { emptyNotice } from '../../base/notices.js';
import { reportCallOf } from '../../stores/calls.js';
import { statusBadge } from '../../base/status-badge.js';
import { TaskchatElement, type Phase } from '../../base/taskchat-element.js';
import type { Session } from '../../stores/session.js';
import { ReportSubject } from './report-subject.js';
import { WaitingPlace } from './waiting-place.js';

export { ReportSubmitEvent, ReportSubmittedEvent } from './report-events.js';

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
 * @csspart waiting - A report that waits to be sent, or was refused, with its text.
 * @csspart decision - What was decided, or that it waits.
 * @csspart wait - How many reports are before it, and how long that usually takes.
 * @csspart sent - The text that was sent.
 * @csspart timeline - What happened to the report so far.
 * @csspart messages - The button that leads to the dialogue, where a tag of the session shows it.
 * @cssstate loading - The task is on its way.
 * @cssstate empty - No task is chosen.
 * @cssstate problem - The task could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class ReportForm extends TaskchatElement {
  static readonly tag = 'report-form';
  static override readonly properties: PropertyDeclarations = { taskId: { attribute: 'task-id' } };

  /** The task to report. Default: the one chosen in the session. */
  taskId = '';

  readonly #subject = new ReportSubject(this);
  protected override readonly main = this.#subject.main;
  /** It comes while the task is on its way. */
  readonly #desk = new Later(this, async () => {
    const { FormDesk } = await import('./form-desk.js');
    return new FormDesk(this, this.#subject);
  });
  constructor() {
    super();
    new Clock(this);
    // A form that is bound to its own task does not show the one that was chosen.
    const callOf = (session: Session) => (this.taskId ? undefined : reportCallOf(session));
    new Called(this, callOf, () => this.land());
    new WaitingPlace(this, () => this.#subject.lookAgain());
  }

  protected override get heading(): string {
    return this.locale.term('yourReport');
  }

  protected override get phase(): Phase {
    const phase = super.phase;
    return phase === 'ready' && this.#waits ? 'loading' : phase;
  }

  /** Whether nothing can be shown yet. What is on its way stays until all is known. */
  get #waits(): boolean {
    const desk = this.#desk.piece;
    return !desk || (this.#subject.loading && !desk.holds);
  }

  protected override isEmpty(): boolean {
    return !this.#subject.task && !this.#subject.report && !this.#subject.loading;
  }

  /** Where the person would look next. */
  protected override land(): void {
    const landings = this.renderRoot.querySelectorAll<HTMLElement>('.landing');
    const next = this.renderRoot.querySelector('textarea') ?? [...landings].at(-1);
    if (next) next.focus();
    else super.land();
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
      ? emptyNotice(taskIcon, locale.term('taskGone'), locale.term('taskGoneWords'))
      : emptyNotice(taskIcon, locale.term('chooseTask'), locale.term('chooseTaskWords'));
  }

  protected override renderReady(): unknown {
    return this.#desk.piece?.render();
  }
}

speak({ ...reportWords, ...reportFormWords });
define(ReportForm);

declare global {
  interface HTMLElementTagNameMap {
    'report-form': ReportForm;
  }
}
