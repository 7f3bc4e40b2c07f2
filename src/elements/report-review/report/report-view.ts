import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../../../base/avatar.js';
import { formatDateTime, formatMoment, formatNumber, isolated } from '../../../base/format.js';
import { checkIcon } from '../../../base/icons.js';
import { linkedText } from '../../../base/linked-text.js';
import type { Locale } from '../../../base/locale.js';
import { reward, statusBadge } from '../../../base/status-badge.js';
import { timeAgo } from '../../../base/time-ago.js';
import type { Attachment } from '../../../contract/attachment.js';
import type { Decision } from '../../../contract/decision.js';
import type { MemberRecord, ReportSummary, Round } from '../../../contract/report.js';
import type { ChangesView } from './changes.js';
import { decisionLine, reasonOf } from '../decision/decision-line.js';
import { pointsOf } from '../decision/standing.js';
import { promise, waitMark } from '../queue/waiting.js';

/** A report as its reviewer reads it. */
export interface ReportView {
  readonly locale: Locale;
  readonly report: ReportSummary;
  /** Who else looks at it. */
  readonly lookers: unknown;
  /** Undefined until they are here. */
  readonly rounds: readonly Round[] | undefined;
  /** What the revision has changed; undefined if it is none. */
  readonly changes: ChangesView | undefined;
  /** How its member has done; undefined until that is here. */
  readonly record: MemberRecord | undefined;
  readonly own: boolean;
  /** The decision of the round that is shown. */
  readonly stands: Decision | null;
  /** Keeps the queue to reports that are like this one. */
  readonly narrow: (to: 'member' | 'task') => void;
  /** Draws the files of a proof. */
  readonly files: (attachments: readonly Attachment[]) => unknown;
}

function turn({ report, own, locale }: ReportView): unknown {
  if (report.turn === 'reviewer') {
    return html`
      <strong>${locale.term(own ? 'waitingForReviewer' : 'yourDecision')}</strong>
      ${waitMark(report, locale)} ${promise(report, locale)}
    `;
  }
  if (report.turn === 'member') {
    return html`<strong>${locale.term('membersTurn', isolated(report.member.name))}</strong>`;
  }
  const approved = report.status === 'approved';
  return html`<span class="number"
    >${approved ? pointsOf(report, locale) : locale.term('noPointsAwarded')}</span
  >`;
}

const head = (view: ReportView): TemplateResult => {
  const { report, locale } = view;
  const name = locale.term('reviewFrom', isolated(report.member.name), isolated(report.task.name));
  return html`
    <h3 id="report-name" class="sr-only">${name}</h3>
    <div class="state landing small" part="status" tabindex="-1" role="group" aria-label=${name}>
      ${statusBadge(report, locale)} ${turn(view)} ${view.lookers}
    </div>
  `;
};

function earlierRound(round: Round, { locale, files }: ReportView): TemplateResult {
  return html`
    <li>
      <p class="muted small">
        ${locale.term('round', round.n)} · ${timeAgo(round.openedAt, locale)}
        ${
          round.kind === 'reopened'
            ? html`· ${locale.term('reopenedBy', isolated(round.openedBy.name))}`
            : nothing
        }
      </p>
      <blockquote class="prose">${linkedText(round.text)}</blockquote>
      ${files(round.attachments)}
      ${
        round.decision
          ? html`${decisionLine(round.decision, locale)} ${reasonOf(round.decision)}`
          : nothing
      }
    </li>
  `;
}

function earlier(view: ReportView): unknown {
  const { report, rounds, locale } = view;
  if (report.round === 1) return nothing;
  const before = rounds?.filter(({ n }) => n < report.round).reverse();
  return html`
    <details class="earlier" part="rounds">
      <summary>${locale.term('earlierRounds', report.round - 1)}</summary>
      <ol reversed>
        ${
          before?.map((round) => earlierRound(round, view)) ??
          html`<li class="muted">${locale.term('loading')}</li>`
        }
      </ol>
    </details>
  `;
}

/** The ways to a queue of what is like this. */
const only = ({ narrow, locale }: ReportView): TemplateResult => html`
  <span class="only">
    <button class="button quiet" type="button" @click=${() => narrow('member')}>
      ${locale.term('onlyMember')}
    </button>
    <button class="button quiet" type="button" @click=${() => narrow('task')}>
      ${locale.term('onlyTask')}
    </button>
  </span>
`;

/** ` · 12 approved, 1 rejected (this month 3 and 0)`. */
function recordWords({ record, locale }: ReportView): string {
  if (!record) return '';
  const { approved, rejected, month } = record;
  const [all, lost, lately, lostLately] = [
    ...[approved, rejected, month.approved, month.rejected],
  ].map((count) => formatNumber(count, locale.lang()));
  const words =
    approved + rejected === 0
      ? locale.term('recordNone')
      : locale.term('record', all!, lost!, lately!, lostLately!);
  return ` · ${words}`;
}

/** Whether the changes are marked. */
const marks = ({ changes, locale }: ReportView): unknown =>
  changes
    ? html`<button
        class="button quiet marks"
        part="changes-switch"
        type="button"
        aria-pressed=${changes.isShown ? 'true' : 'false'}
        @click=${changes.toggle}
      >
        ${changes.isShown ? checkIcon() : nothing}${locale.term('markChanges')}
      </button>`
    : nothing;

const proof = (view: ReportView): TemplateResult => html`
  <figure class="proof" part="proof">
    <blockquote class="prose">${view.changes?.text || linkedText(view.report.text)}</blockquote>
    ${marks(view)} ${view.files(view.report.attachments)}
    <figcaption>
      ${avatar(view.report.member)}
      <span>
        <bdi class="who">${view.report.member.name}</bdi>
        <span class="muted small"
          >${timeAgo(view.report.awaitingSince, view.locale)}${recordWords(view)}</span
        >
      </span>
      ${only(view)}
    </figcaption>
  </figure>
`;

function facts({ report, locale }: ReportView): TemplateResult {
  const { task, score, submittedAt, round } = report;
  const lang = locale.lang();
  return html`
    <dl class="facts" part="facts">
      <div>
        <dt>${locale.term('task')}</dt>
        <dd><bdi>${task.name}</bdi></dd>
      </div>
      <div>
        <dt>${locale.term('approvalScore')}</dt>
        <dd>${reward(score, locale)}</dd>
      </div>
      <div>
        <dt>${locale.term('submittedAt')}</dt>
        <dd>
          <time datetime=${submittedAt} title=${formatMoment(submittedAt, lang)}
            >${formatDateTime(submittedAt, lang)}</time
          >
        </dd>
      </div>
      <div>
        <dt>${locale.term('reviewRound')}</dt>
        <dd class="number">${formatNumber(round, lang)}</dd>
      </div>
    </dl>
  `;
}

/** Status and turn first, then the proof, whose it is, and what it is about. */
export const reportView = (view: ReportView): TemplateResult => html`
  ${head(view)} ${view.stands ? reasonOf(view.stands) : nothing} ${proof(view)} ${earlier(view)}
  ${facts(view)}
`;
