import { limits } from '../../contract/limits.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce } from '../live/notice.js';
import { Refusal } from '../problems.js';
import { mayRead } from '../queries/may-read.js';

/** Hints remembered, at most. What is forgotten lets one hint more through. */
const most = 10_000;

/**
 * Passes on that somebody is writing. Each process lets one hint of a member and report through
 * in `limits.typingPause` seconds, and drops the others without a word.
 */
export function typing(): (
  transaction: SiteTransaction,
  asker: Asker,
  report: string,
) => Promise<void> {
  const told = new Map<string, number>();
  return async (transaction, asker, report) => {
    if (!(await mayRead(transaction, asker, report))) throw new Refusal('not-found');
    const { site, id: member } = asker;
    const key = JSON.stringify([site, report, member]);
    const now = performance.now();
    if (now - (told.get(key) ?? -Infinity) < limits.typingPause * 1_000) return;
    if (told.size >= most) told.clear();
    told.set(key, now);
    await announce(transaction, site, [{ type: 'typing', report, member }]);
  };
}
