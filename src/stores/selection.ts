import { Observable } from './observable.js';

export interface SelectionSnapshot {
  readonly taskId: string | null;
  readonly reportId: string | null;
}

/** What the person chose last, for all tags of the session. The two choices are independent. */
export class Selection extends Observable<SelectionSnapshot> {
  constructor() {
    super({ taskId: null, reportId: null });
  }

  selectTask(taskId: string | null): void {
    if (taskId !== this.snapshot.taskId) this.patch({ taskId });
  }

  selectReport(reportId: string | null): void {
    if (reportId !== this.snapshot.reportId) this.patch({ reportId });
  }
}
