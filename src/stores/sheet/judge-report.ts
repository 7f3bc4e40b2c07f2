import type { Report, ReportSummary } from '../../contract/report.js';
import type { Outcome, SheetLine } from './sheet-line.js';

const withoutRounds = (report: ReportSummary | Report): ReportSummary => {
  if (!('rounds' in report)) return report;
  const { rounds: _, record: __, wait: ___, reasons: ____, ...summary } = report;
  return summary;
};

/** What a line comes to, once it is known how its report stands; null for one that is not there. */
export function judgeReport(
  { round, verdict }: SheetLine,
  report: ReportSummary | Report | null,
  isMe: (person: string) => boolean,
): Outcome {
  if (!report || !verdict) return { kind: 'missing' };
  const { decision, turn } = report;
  if (turn !== 'reviewer' && decision) return { kind: 'settled', decision };
  if (isMe(report.member.id)) return { kind: 'own' };
  if (report.round > round) return { kind: 'revised', round: report.round };
  if (report.round < round) return { kind: 'other-round', round: report.round };
  return { kind: 'ready', verdict, report: withoutRounds(report) };
}
