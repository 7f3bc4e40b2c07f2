import { Observable } from './observable.js';
import type { Session } from './session.js';

/**
 * A person's wish to see the tag that takes the report. Only such tags listen, so that `observed`
 * tells whether there is one in the session.
 */
export class ReportCall extends Observable<{ readonly wanted: boolean }> {
  call(): void {
    this.patch({ wanted: true });
  }

  answer(): void {
    this.patch({ wanted: false });
  }
}

export const reportCallOf = (session: Session): ReportCall =>
  session.store('report call', () => new ReportCall({ wanted: false }));
