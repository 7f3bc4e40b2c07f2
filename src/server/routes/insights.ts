import type { Database } from '../database/database.js';
import { inSite, readSite } from '../database/in-site.js';
import type { Folding } from '../insights/folding.js';
import { readInsights } from '../insights/insights.js';
import type { Bind } from '../operation.js';
import { open } from '../rules/opening.js';

export function insightRoutes(bind: Bind, { kysely }: Database, folding: Folding): void {
  bind('getInsights', async ({ asker: { site }, query }) => {
    const { insights, notes } = await readSite(kysely, site, (transaction) =>
      readInsights(transaction, site, query),
    );
    folding.count(site, notes);
    return insights;
  });
  bind('openTask', async ({ asker, parameters: { task } }) => {
    await inSite(kysely, asker.site, (transaction) => open(transaction, asker, task));
    folding.count(asker.site);
    return {};
  });
}
