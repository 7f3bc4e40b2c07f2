import type { LitElement } from 'lit';
import type { Clock } from '../../../base/clock.js';
import type { Locale } from '../../../base/locale.js';
import { PagedList } from '../../../base/list/paged-list.js';
import type { ReportSummary } from '../../../contract/report.js';
import { emptyList } from '../../../stores/list-store.js';
import type { ReportsSnapshot } from '../../../stores/reports-store.js';
import type { Navigation } from '../navigation.js';
import type { OpenedReport } from '../opened-report.js';
import type { OpenQueue } from './open-queue.js';
import type { Picked } from '../many/picked.js';
import { queueRow } from './queue.js';

interface RowsHost extends LitElement {
  readonly locale: Locale;
}

/** Who else looks at a report; `turn` is another each time that somebody comes or goes. */
interface LookerMarks {
  readonly turn: unknown;
  mark(report: string): unknown;
}

/** What a row tells and does. */
export interface RowParts {
  readonly opened: OpenedReport;
  readonly navigation: Navigation;
  readonly picked: Picked;
  readonly clock: Clock;
  /** Undefined while their code is on its way. */
  readonly lookers: LookerMarks | undefined;
}

/**
 * The rows of the queue. The parts are asked for when rows are drawn: some need the rows first.
 * `stage` draws a queue before there is one.
 */
export const queueRows = (
  host: RowsHost,
  pages: () => OpenQueue | undefined,
  parts: () => RowParts,
  stage: (queue: ReportsSnapshot) => unknown,
): PagedList<ReportSummary> =>
  new PagedList<ReportSummary>(host, {
    pages,
    row(report, position) {
      const { opened, navigation, picked, lookers } = parts();
      return queueRow(report, {
        locale: host.locale,
        position,
        opened: opened.id,
        current: navigation.current,
        open: (id) => opened.open(id),
        reach: (id) => navigation.reach(id),
        picked: picked.canBe(report) ? picked.has(report) : undefined,
        pick: (id) => picked.toggle(id),
        lookers: lookers?.mark(report.id),
      });
    },
    beside() {
      const { opened, navigation, picked, clock, lookers } = parts();
      return [opened.id, navigation.current, picked.turn, clock.turn, lookers?.turn];
    },
    estimate: () => 89,
    control: '[data-report]',
    async rehearsal() {
      const { items } = await import('./rehearsal.js');
      return { items, stage: () => stage({ ...emptyList, status: 'ready', items }) };
    },
    held: () => parts().navigation.current,
  });
