import type { Report } from '../../contract/report.js';

/** A report is about to be sent. `preventDefault()` keeps it in the form. */
export class ReportSubmitEvent extends Event {
  static readonly eventName = 'report-submit';

  constructor(
    readonly taskId: string,
    readonly text: string,
    /** The report that is revised; null for another one. */
    readonly reportId: string | null,
    /** The ids of the files that are picked. */
    readonly attachments: readonly string[] = [],
  ) {
    super(ReportSubmitEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A report stands on the server; without a connection, that may be long after it was sent. */
export class ReportSubmittedEvent extends Event {
  static readonly eventName = 'report-submitted';

  constructor(readonly report: Report) {
    super(ReportSubmittedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'report-submit': ReportSubmitEvent;
    'report-submitted': ReportSubmittedEvent;
  }
}
