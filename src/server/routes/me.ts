import { readSite } from '../database/in-site.js';
import type { Database } from '../database/database.js';
import type { Bind } from '../operation.js';
import { readBalance } from '../queries/points.js';

export function meRoutes(bind: Bind, { kysely }: Database): void {
  bind('getMe', async ({ asker }) => {
    const { id, name, picture, role, site } = asker;
    const points = await readSite(kysely, site, (transaction) =>
      readBalance(transaction, site, id),
    );
    return { id, name, picture, role, points };
  });
}
