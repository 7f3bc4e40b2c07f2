import { ApiError } from '../../api/api-error.js';
import type { Report, ReportSummary } from '../../contract/report.js';
import { persist, type OnWait } from '../persist.js';
import type { Session } from '../session.js';
import { awaitingPages } from './awaiting-pages.js';

/** How many questions are on their way at once. */
const lanes = 4;

/** A report by its id; null when there is none that this person may see. @throws {ApiError} */
export async function findReport(
  session: Session,
  id: string,
  signal: AbortSignal,
  onWait?: OnWait,
): Promise<Report | null> {
  try {
    return await persist(
      async () => (await session.client()).getReport(id, signal),
      signal,
      onWait,
    );
  } catch (error) {
    if (ApiError.from(error).code === 'not-found') return null;
    throw error;
  }
}

/** Who is told of how a looking up goes. */
export interface LookUpListener {
  readonly found: (id: string, report: ReportSummary | Report | null) => void;
  readonly onWait: OnWait;
}

/**
 * Finds out how these reports stand: those that await come page by page, until all are found, the
 * others by their ids.
 * @throws {ApiError}
 */
export async function lookUp(
  session: Session,
  ids: Iterable<string>,
  signal: AbortSignal,
  { found, onWait }: LookUpListener,
): Promise<void> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return;
  for await (const page of awaitingPages(session, {}, signal, onWait)) {
    for (const report of page) if (wanted.delete(report.id)) found(report.id, report);
    if (wanted.size === 0) return;
  }
  const queue = wanted.values();
  const work = async (): Promise<void> => {
    for (const id of queue) found(id, await findReport(session, id, signal, onWait));
  };
  await Promise.all(Array.from({ length: lanes }, work));
}
