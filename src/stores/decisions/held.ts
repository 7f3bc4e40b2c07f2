import type { Verdict } from '../../contract/decision.js';
import type { ReportSummary } from '../../contract/report.js';

/** What somebody has decided about a report. */
export interface Judged {
  /** As the reviewer saw it: its round is the one that is decided. */
  readonly report: ReportSummary;
  readonly verdict: Verdict;
  /** What the member will read; null when there is nothing to be read. */
  readonly reason: string | null;
}

/** A decision that is not yet on the server. */
export interface Held extends Omit<Judged, 'report'> {
  /** The decision's own id, the same at each attempt: sent twice, it is one decision. */
  readonly id: string;
  readonly report: Pick<ReportSummary, 'id' | 'round'>;
  /** When it is sent, in milliseconds since 1970; until then it can be taken back. */
  readonly due: number;
}

/** One that was taken on this page. */
export type Taken = Held & Judged;
