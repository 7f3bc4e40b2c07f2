import { formatNumber, isolated } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import type { Decision } from '../../../contract/decision.js';
import type { ReportSummary } from '../../../contract/report.js';
import type { Case } from './cases.js';

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
