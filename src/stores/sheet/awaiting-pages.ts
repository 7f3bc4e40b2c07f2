import { limits } from '../../contract/limits.js';
import type { ReportSummary } from '../../contract/report.js';
import { persist, type OnWait } from '../persist.js';
import type { ReportFilter } from '../reports-store.js';
import type { Session } from '../session.js';

/** What awaits a reviewer, the longest wait first. */
const awaiting = { status: 'awaiting', turn: 'reviewer', sort: 'oldest' } as const;

/** All that await a reviewer, page by page. @throws {ApiError} */
export async function* awaitingPages(
  session: Session,
  narrowed: Pick<ReportFilter, 'q' | 'task' | 'member'>,
  signal: AbortSignal,
  onWait: OnWait,
): AsyncGenerator<readonly ReportSummary[]> {
  let after: string | undefined;
  do {
    const query = { ...narrowed, ...awaiting, limit: limits.pageMost, after };
    const page = await persist(
      async () => (await session.client()).listReports(query, signal),
      signal,
      onWait,
    );
    yield page.items;
    after = page.next ?? undefined;
  } while (after);
}
