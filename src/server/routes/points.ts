import type { Database } from '../database/database.js';
import { readSite } from '../database/in-site.js';
import type { Bind } from '../operation.js';
import { Refusal } from '../problems.js';
import { listPoints } from '../queries/points.js';

export function pointsRoutes(bind: Bind, { kysely }: Database): void {
  bind('listPoints', ({ asker, query }) => {
    const { member = asker.id } = query;
    if (member !== asker.id && asker.role !== 'owner') throw new Refusal('forbidden');
    return readSite(kysely, asker.site, (transaction) =>
      listPoints(transaction, asker.site, member, query),
    );
  });
}
