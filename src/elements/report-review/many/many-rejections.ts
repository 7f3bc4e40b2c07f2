import type { LitElement } from 'lit';
import type { Locale } from '../../../base/locale.js';
import type { ReportSummary } from '../../../contract/report.js';

/** More of them are not rejected before somebody has seen whom it hits. */
const unasked = 10;

/** Whether so many are to be rejected; asks only where a slip would hit many. */
export async function isMeant(
  host: LitElement & { readonly locale: Locale },
  reports: readonly ReportSummary[],
): Promise<boolean> {
  if (reports.length <= unasked) return true;
  const { confirmRejection } = await import('./confirm-rejection.js');
  return confirmRejection(host, reports);
}
