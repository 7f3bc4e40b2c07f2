import type { Verdict } from '../../../contract/decision.js';
import type { Report, ReportSummary } from '../../../contract/report.js';

/** Somebody is about to decide. `preventDefault()` leaves everything as it is. */
export class ReportDecideEvent extends Event {
  static readonly eventName = 'report-decide';

  constructor(
    readonly report: ReportSummary,
    readonly verdict: Verdict,
    /** What the member will read; null when there is nothing to be read. */
    readonly reason: string | null,
  ) {
    super(ReportDecideEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A report was decided, and the decision stands on the server. */
export class ReportDecidedEvent extends Event {
  static readonly eventName = 'report-decided';

  constructor(readonly report: Report) {
    super(ReportDecidedEvent.eventName, { bubbles: true, composed: true });
  }
}

/** Asks the page whether this may be decided. */
export const isLet = (
  host: EventTarget,
  { report, verdict, reason }: Pick<ReportDecideEvent, 'report' | 'verdict' | 'reason'>,
): boolean => host.dispatchEvent(new ReportDecideEvent(report, verdict, reason));

declare global {
  interface HTMLElementEventMap {
    'report-decide': ReportDecideEvent;
    'report-decided': ReportDecidedEvent;
  }
}
