import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { SentFiles } from '../../../base/files/sent-files.js';
import { addStyles, type Later } from '../../../base/later.js';
import { speak, type Locale } from '../../../base/locale.js';
import type { ReportSummary } from '../../../contract/report.js';
import { reviewReportWords } from '../../../locales/en/review-report.js';
import type { Session } from '../../../stores/session.js';
import type { Around } from '../around/around.js';
import type { Breadth } from '../breadth.js';
import type { Deciding } from '../decision/deciding.js';
import { decisionBar } from '../decision/decision-bar.js';
import { decisionStyles } from '../decision/decision.styles.js';
import type { Narrowing } from '../queue/narrowing.js';
import { Changes } from './changes.js';
import { Comments } from './comments.js';
import type { OpenedReport } from '../opened-report.js';
import { reportStyles } from './report.styles.js';
import { reportView } from './report-view.js';

interface PaneHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
  readonly endpoint: string;
  readonly tokenUrl: string;
}

/** What the report has to do with. */
interface Desk {
  readonly opened: OpenedReport;
  readonly deciding: Deciding;
  readonly narrowing: Narrowing;
  readonly breadth: Breadth;
  readonly around: Later<Around>;
}

/** The report that is read, its comments, and the way to a decision. */
export class ReportPane {
  readonly #host: PaneHost;
  readonly #desk: Desk;
  readonly #comments: Comments;
  readonly #changes: Changes;
  readonly #files: SentFiles;

  constructor(host: PaneHost, parts: Desk) {
    this.#host = host;
    this.#desk = parts;
    this.#comments = new Comments(host);
    this.#changes = new Changes(host);
    this.#files = new SentFiles(host);
    addStyles(host, reportStyles, decisionStyles);
  }

  draw(report: ReportSummary): TemplateResult {
    const { locale, session } = this.#host;
    const own = session?.isMe(report.member.id) ?? false;
    return html`
      ${this.#report(report, own)}
      <section class="comments" part="comments">
        <h3>${locale.term('comments')}</h3>
        ${this.#comments.of(report.id)}
      </section>
      ${this.#decision(report, own)}
    `;
  }

  #report(report: ReportSummary, own: boolean): TemplateResult {
    const { opened, deciding, around } = this.#desk;
    const { rounds, record } = opened;
    return reportView({
      ...{ locale: this.#host.locale, report, rounds, record, own },
      lookers: around.here?.lookers.line(report.id),
      changes: this.#changes.of(report, rounds),
      stands: deciding.standing(report),
      files: (attachments) => this.#files.of(attachments),
      narrow: (to) => this.#narrow(to, report),
    });
  }

  #decision(report: ReportSummary, own: boolean): TemplateResult {
    const { deciding, breadth } = this.#desk;
    const alone = !breadth.wide;
    const aside = alone ? deciding.undoBar : nothing;
    return decisionBar({
      ...deciding.view(report),
      ...{ locale: this.#host.locale, own, alone, aside },
    });
  }

  /** The queue that is then kept to may be out of sight. */
  #narrow(to: 'member' | 'task', report: ReportSummary): void {
    const { narrowing, breadth, opened } = this.#desk;
    narrowing.to(to, report);
    if (!breadth.wide) opened.open(null);
  }
}

speak(reviewReportWords);
