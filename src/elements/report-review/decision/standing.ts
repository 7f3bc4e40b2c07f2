import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, isolated } from '../../../base/format.js';
import { crossIcon, lockIcon, turnIcon, type Icon } from '../../../base/icons.js';
import { linkedText } from '../../../base/linked-text.js';
import type { Locale } from '../../../base/locale.js';
import { timeAgo } from '../../../base/time-ago.js';
import type { Decision, Verdict } from '../../../contract/decision.js';
import type { ReportSummary } from '../../../contract/report.js';
import type { Case } from './cases.js';

const looks = {
  approved: { picture: lockIcon, word: 'approvedBy' },
  rejected: { picture: crossIcon, word: 'rejectedBy' },
  changes: { picture: turnIcon, word: 'changesRequestedBy' },
} as const satisfies Record<Verdict, { picture: Icon; word: string }>;

/** `+50 points`, in the words and digits of the language; the sign stays where it belongs. */
export const pointsOf = ({ score }: ReportSummary, locale: Locale): string =>
  `${isolated(`+${formatNumber(score, locale.lang())}`)} ${locale.term('points', score)}`;

/**
 * The decision of the round that is shown; null while it awaits one. A refusal brings the
 * decision that stands before the report itself can be had again.
 */
export function standingDecision(report: ReportSummary, { failure }: Case): Decision | null {
  if (report.turn !== 'reviewer') return report.decision;
  const told = failure?.decision;
  return told && told.round >= report.round ? told : null;
}

/** What an approval came to, for ever. */
export const approvedWords = (report: ReportSummary, locale: Locale): string =>
  report.score === 0
    ? locale.term('approvedWords')
    : locale.term('pointsAwarded', pointsOf(report, locale), isolated(report.member.name));

/** What was decided, by whom, and when. */
export function decisionLine(
  { verdict, reviewer, decidedAt }: Decision,
  locale: Locale,
): TemplateResult {
  const { picture, word } = looks[verdict];
  return html`
    <p class="stands ${verdict}">
      ${picture()}
      <span>
        <strong>${locale.term(word, isolated(reviewer.name))}</strong>
        <span class="muted">· ${timeAgo(decidedAt, locale)}</span>
      </span>
    </p>
  `;
}

/** Why it was decided so. */
export const reasonOf = ({ reason }: Decision): unknown =>
  reason
    ? html`<blockquote class="reason prose" part="reason">${linkedText(reason)}</blockquote>`
    : nothing;
