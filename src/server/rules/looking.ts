import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce } from '../live/notice.js';
import { Refusal } from '../problems.js';
import { mayRead } from '../queries/may-read.js';

/** Passes on that a reviewer looks at a report, or has left it. */
export async function look(
  transaction: SiteTransaction,
  asker: Asker,
  report: string,
  looking: boolean,
): Promise<void> {
  if (!(await mayRead(transaction, asker, report))) throw new Refusal('not-found');
  const { site, id: member } = asker;
  await announce(transaction, site, [{ type: 'looking', report, member, looking }]);
}
