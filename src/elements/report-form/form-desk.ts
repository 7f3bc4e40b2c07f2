import { nothing, type LitElement, type TemplateResult } from 'lit';
import { KnownIds } from '../../base/known-ids.js';
import { addStyles } from '../../base/later.js';
import { speak, type Locale } from '../../base/locale.js';
import { taskFactsStyles } from '../../base/task-facts.styles.js';
import { taskHeadStyles } from '../../base/task-head.styles.js';
import { taskTextStyles } from '../../base/task-text.styles.js';
import { reportFormLaterWords } from '../../locales/en/report-form-later.js';
import type { Report, Round } from '../../contract/report.js';
import type { Session } from '../../stores/session.js';
import { dialogueCallOf } from '../../stores/calls.js';
import { formBody } from './form-body.js';
import { ProofFiles } from './proof-files.js';
import { ReportDraft, type DraftPlace } from './report-draft.js';
import { reportFormStyles } from './report-form.styles.js';
import type { ReportSubject } from './report-subject.js';
import { Sending } from './sending.js';
import { messagesButton } from './standing.js';
import { timeline, type TimelineView } from './timeline.js';
import { waitingCard } from './waiting-card.js';

interface DeskHost extends LitElement {
  readonly locale: Locale;
  readonly session: Session | undefined;
}

/** All that the form does with a task and a report once they are there. */
export class FormDesk {
  readonly #host: DeskHost;
  readonly #subject: ReportSubject;
  readonly #draft: ReportDraft;
  readonly #files: ProofFiles;
  readonly #ids: KnownIds;
  readonly #sending: Sending;

  constructor(host: DeskHost, subject: ReportSubject) {
    this.#host = host;
    this.#subject = subject;
    this.#draft = new ReportDraft(host, () => this.#place());
    this.#files = new ProofFiles(host);
    this.#ids = new KnownIds(host);
    this.#sending = new Sending(host, { subject, draft: this.#draft, files: this.#files });
    addStyles(host, taskFactsStyles, taskHeadStyles, taskTextStyles, reportFormStyles);
  }

  /** A draft belongs to a task, and that of a revision to its report. */
  #place(): DraftPlace | undefined {
    const { session } = this.#host;
    const { taskId, task, report, purpose, loading } = this.#subject;
    if (!session || !taskId || (loading && !this.holds)) return undefined;
    const key = `report ${taskId}`;
    if (purpose === 'submit' || !report) return { session, key, initial: '', sent: report?.text };
    // What was taken back may have arrived all the same: what was then written belongs to it.
    const earlier = task?.limit === 1 ? key : undefined;
    return { session, key: `${key} ${report.id}`, initial: report.text, earlier };
  }

  /** Whether what is shown stays until all is known about what was sent. */
  get holds(): boolean {
    return this.#sending.holds;
  }

  /** Whether what waits is shown by itself, and not by the field that it was written in. */
  get #isApart(): boolean {
    const { entry, busy } = this.#sending;
    const { session } = this.#host;
    if (!entry) return false;
    const isHere = entry.place === this.#draft.place?.key && this.#subject.purpose !== 'stand';
    if (!isHere) return true;
    return entry.state === 'waiting' && !(busy && session?.connection.snapshot.online);
  }

  render(): TemplateResult {
    const { place } = this.#draft;
    const { report, purpose } = this.#subject;
    const { task } = this.#subject;
    const entry = this.#sending.entry;
    const isApart = this.#isApart;
    const isHere = entry?.place === place?.key;
    const picking = place && this.#files.picking(place);
    return formBody({
      picking,
      sentFiles: report && this.#files.sent(report.attachments),
      locale: this.#host.locale,
      task,
      report,
      ids: task ? this.#ids.of(task, purpose === 'submit' ? null : report) : {},
      purpose,
      timeline: report ? timeline(this.#timelineOf(report)) : nothing,
      messages: report ? this.#wayToMessages(report) : nothing,
      draft: this.#draft,
      waiting: isApart && entry ? this.#card(isHere ? picking?.tray : nothing) : nothing,
      isWaiting: isApart && isHere && entry?.state === 'waiting',
      sending: this.#sending.busy,
      missing: this.#sending.missing,
      failure: isHere ? (entry?.problem ?? null) : null,
      refusal: this.#subject.refusal,
      send: () => void this.#sending.send(),
      takeBack:
        entry && this.#files.areOnTheirWay ? () => this.#sending.takeBack(entry) : undefined,
      wishFor: (wish) => this.#subject.wishFor(wish),
      wished: this.#subject.wish !== null,
    });
  }

  #timelineOf(report: Report): TimelineView {
    const filesOf = ({ attachments }: Round): unknown => this.#files.sent(attachments);
    return { report, locale: this.#host.locale, filesOf };
  }

  /** Nothing where no tag of the session would follow. */
  #wayToMessages(report: Report): unknown {
    const { session, locale } = this.#host;
    const call = session && dialogueCallOf(session);
    if (!call?.observed) return nothing;
    return messagesButton(report, locale, () => {
      session?.selection.selectReport(report.id);
      call.call();
    });
  }

  #card(tray: unknown): unknown {
    const { entry, durable } = this.#sending;
    if (!entry) return nothing;
    const view = { entry, durable, tray, locale: this.#host.locale };
    return waitingCard({
      ...view,
      takeBack: () => this.#sending.takeBack(entry),
      discard: () => this.#sending.discard(entry),
    });
  }
}

speak(reportFormLaterWords);
