import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '../../../base/format.js';
import { crossIcon, lockIcon, turnIcon, type Icon } from '../../../base/icons.js';
import { linkedText } from '../../../base/linked-text.js';
import type { Locale } from '../../../base/locale.js';
import { timeAgo } from '../../../base/time-ago.js';
import type { Decision, Verdict } from '../../../contract/decision.js';
import type { ReportSummary } from '../../../contract/report.js';
import { pointsOf } from './standing.js';

const looks = {
  approved: { picture: lockIcon, word: 'approvedBy' },
  rejected: { picture: crossIcon, word: 'rejectedBy' },
  changes: { picture: turnIcon, word: 'changesRequestedBy' },
} as const satisfies Record<Verdict, { picture: Icon; word: string }>;

/** What an approval came to, for ever. */
export const approvedWords = (report: ReportSummary, locale: Locale): string =>
  report.score === 0
    ? locale.term('approvedWords')
    : locale.term('pointsAwarded', pointsOf(report, locale), isolated(report.member.name));

/** `Approved by Rui Tavares`. */
export const decisionWords = ({ verdict, reviewer }: Decision, locale: Locale): string =>
  locale.term(looks[verdict].word, isolated(reviewer.name));

/** What was decided, by whom, and when. */
export function decisionLine(decision: Decision, locale: Locale): TemplateResult {
  const { verdict, decidedAt } = decision;
  return html`
    <p class="stands ${verdict}">
      ${looks[verdict].picture()}
      <span>
        <strong>${decisionWords(decision, locale)}</strong>
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
