import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../base/locale.js';
import type { Position } from '../../base/list/paged-list.js';
import { reward, statusBadge } from '../../base/status-badge.js';
import { timeAgo } from '../../base/time-ago.js';
import { unreadBadge, unreadOf } from '../../base/unread-badge.js';
import type { WaitingMarks } from '../../base/waiting-marks.js';
import type { ReportSummary } from '../../contract/report.js';
import type { WaitingReport } from '../../stores/report-outbox/report-outbox.js';

/** How a row is seen. */
export interface RowView {
  readonly locale: Locale;
  /** Whether a reviewer looks: then the row says whose report it is. */
  readonly reviews: boolean;
  readonly selected: boolean;
  /** That its next round waits to be sent. */
  readonly waits: unknown;
  readonly position: Position;
  readonly select: () => void;
}

/** Whose move it is, from the side of who looks; nobody's once it is decided. */
function turnWord({ turn }: ReportSummary, reviews: boolean) {
  if (turn === null) return null;
  if ((turn === 'reviewer') === reviews) return 'yourTurn';
  return reviews ? 'waitingForMember' : 'waitingForReviewer';
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';

/** One report: task and score, where it stands, whose turn it is, since when, how it begins. */
export function reportRow(report: ReportSummary, view: RowView): TemplateResult {
  const { locale, reviews, selected, waits, position, select } = view;
  const turn = turnWord(report, reviews);
  return html`
    <li
      class="row"
      part="row"
      aria-current=${selected ? 'true' : 'false'}
      aria-posinset=${position.place}
      aria-setsize=${position.count}
    >
      <div class="top">
        <h3>
          <button class="row-button" type="button" @click=${select}>
            <bdi>${report.task.name}</bdi>
          </button>
          ${unreadBadge(unreadOf(report), locale)}
        </h3>
        <span>
          <span class="sr-only">${locale.term('approvalScore')}: </span>
          ${reward(report.score, locale, report.status === 'approved' ? '+' : '')}
        </span>
      </div>
      <p class="line muted"><bdi>${firstLine(report.text)}</bdi></p>
      <p class="facts muted small">
        ${statusBadge(report, locale)}
        ${turn && waits === nothing ? html`<span class=${turn}>${locale.term(turn)}</span>` : waits}
        ${reviews ? html`<bdi>${report.member.name}</bdi>` : nothing}
        ${timeAgo(report.updatedAt, locale)}
      </p>
    </li>
  `;
}

/** A report that is on no server yet. It leads to its task, whose form shows it. */
export const waitingRow = (
  entry: WaitingReport,
  marks: WaitingMarks,
  locale: Locale,
  select: () => void,
): TemplateResult => html`
  <li class="row">
    <div class="top">
      <h3>
        <button class="row-button" type="button" @click=${select}><bdi>${entry.name}</bdi></button>
      </h3>
    </div>
    <p class="line muted"><bdi>${firstLine(entry.text)}</bdi></p>
    <p class="facts muted small">${marks.badge(({ id }) => id === entry.id, locale)}</p>
  </li>
`;
