import type { Database } from '../database/database.js';
import { inSite, readSite } from '../database/in-site.js';
import type { Bind } from '../operation.js';
import { Refusal } from '../problems.js';
import { listBoard } from '../queries/board.js';
import { listPoints } from '../queries/points.js';
import { correct } from '../rules/correction.js';

/** @param hasBoard which sites show their members who has the most points */
export function pointsRoutes(
  bind: Bind,
  { kysely }: Database,
  hasBoard: (site: string) => boolean,
): void {
  bind('listPoints', ({ asker, query }) => {
    const { member = asker.id } = query;
    if (member !== asker.id && asker.role !== 'owner') throw new Refusal('forbidden');
    return readSite(kysely, asker.site, (transaction) =>
      listPoints(transaction, asker.site, member, query),
    );
  });
  bind('correctPoints', ({ asker, parameters: { correction: id }, body: correction }) =>
    correct((work) => inSite(kysely, asker.site, work), asker, { id, correction }),
  );
  bind('listBoard', async ({ asker, query }) => {
    if (!hasBoard(asker.site)) throw new Refusal('not-found');
    return readSite(kysely, asker.site, (transaction) => listBoard(transaction, asker, query));
  });
}
