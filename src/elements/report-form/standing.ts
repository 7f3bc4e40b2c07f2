import { html, nothing, type TemplateResult } from 'lit';
import { formatHours, formatMinutes, formatNumber, isolated } from '../../base/format.js';
import {
  chatIcon,
  checkIcon,
  clockIcon,
  crossIcon,
  lockIcon,
  turnIcon,
  type Icon,
} from '../../base/icons.js';
import { linkedText } from '../../base/linked-text.js';
import type { Locale } from '../../base/locale.js';
import { timeAgo } from '../../base/time-ago.js';
import { unreadBadge, unreadOf } from '../../base/unread-badge.js';
import type { Decision } from '../../contract/decision.js';
import type { Report } from '../../contract/report.js';

const looks = {
  changes: { picture: turnIcon, tone: 'turn', word: 'changesRequestedBy' },
  rejected: { picture: crossIcon, tone: 'rejected', word: 'rejectedBy' },
  approved: { picture: checkIcon, tone: 'approved', word: 'approvedBy' },
} as const satisfies Record<Decision['verdict'], { picture: Icon; tone: string; word: string }>;

/** A decision: what, by whom, when, and why. */
export function decisionNote(
  { verdict, reviewer, decidedAt, reason }: Decision,
  locale: Locale,
): TemplateResult {
  const { picture, tone, word } = looks[verdict];
  return html`
    <div class="note ${tone}" part="decision">
      <p class="what landing" tabindex="-1">
        ${picture()}
        <span>
          <bdi>${locale.term(word, isolated(reviewer.name))}</bdi>
          <span class="muted small">${timeAgo(decidedAt, locale)}</span>
        </span>
      </p>
      ${reason ? html`<p class="prose">${linkedText(reason)}</p>` : nothing}
    </div>
  `;
}

/** `50 points`, in the words and digits of the language. */
const earned = (points: number, locale: Locale): string =>
  `${formatNumber(points, locale.lang())} ${locale.term('points', points)}`;

/** `2 reports are before yours. Half of them are decided within 3 hours.` */
function place({ wait }: Report, locale: Locale): unknown {
  if (!wait) return nothing;
  const { ahead, usualMinutes } = wait;
  const before = locale.term('reportsBefore', ahead, formatNumber(ahead, locale.lang()));
  const usual =
    usualMinutes === null
      ? ''
      : ` ${locale.term('usuallyWithin', formatMinutes(usualMinutes, locale.lang()))}`;
  return html`<p class="muted small number" part="wait">${before}${usual}</p>`;
}

function waiting(report: Report, locale: Locale): TemplateResult {
  const { reviewWithin, score } = report;
  const hours = reviewWithin === null ? '' : formatHours(reviewWithin, locale.lang());
  const title = hours ? locale.term('waitingReviewWithin', hours) : locale.term('waitingReview');
  return html`
    <div class="note awaiting" part="decision">
      <p class="what landing" tabindex="-1">${clockIcon()}<span>${title}</span></p>
      ${score > 0 ? html`<p>${locale.term('waitingWords', earned(score, locale))}</p>` : nothing}
      ${place(report, locale)}
    </div>
  `;
}

function approved(report: Report, locale: Locale): TemplateResult {
  return html`
    <p class="earned number">
      +${formatNumber(report.score, locale.lang())}
      <small>${locale.term('points', report.score)}</small>
    </p>
    ${report.decision ? decisionNote(report.decision, locale) : nothing}
    <p class="muted small lasting">${lockIcon()}${locale.term('approvedWords')}</p>
  `;
}

/** What was sent, when, and in which round. */
export const sentText = (report: Report, locale: Locale, files: unknown): TemplateResult => html`
  <figure class="sent" part="sent">
    <figcaption class="muted small">
      ${locale.term('sent')} ${timeAgo(report.awaitingSince, locale)}
      ${report.round > 1 ? html`· ${locale.term('round', report.round)}` : nothing}
    </figcaption>
    <blockquote class="prose">${linkedText(report.text)}</blockquote>
    ${files}
  </figure>
`;

/** The way to the dialogue, with what is unread there. */
export const messagesButton = (
  report: Report,
  locale: Locale,
  go: () => void,
): TemplateResult => html`
  <button class="button" part="messages" type="button" @click=${go}>
    ${chatIcon()}${locale.term('toMessages')} ${unreadBadge(unreadOf(report), locale)}
  </button>
`;

/** Where a report stands that asks nothing of its member. */
export const standing = (report: Report, locale: Locale, files: unknown): TemplateResult => html`
  ${report.status === 'approved' ? approved(report, locale) : waiting(report, locale)}
  ${sentText(report, locale, files)}
`;
