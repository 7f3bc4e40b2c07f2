import type { Asker } from '../authentication.js';
import type { Database } from '../database/database.js';
import { inSite, readSite, type SiteTransaction } from '../database/in-site.js';
import type { Bind } from '../operation.js';
import { invalid, Refusal } from '../problems.js';
import { listMessages } from '../queries/message.js';
import { sendMessage } from '../rules/message.js';
import { markRead } from '../rules/reading.js';

export function messageRoutes(bind: Bind, { kysely }: Database): void {
  bind('listMessages', ({ asker, parameters: { report }, query }) => {
    if (query.before !== undefined && query.after !== undefined) {
      throw invalid('before', 'Must not come together with after.');
    }
    return readSite(kysely, asker.site, async (transaction) => {
      if (!(await mayRead(transaction, asker, report))) throw new Refusal('not-found');
      return listMessages(transaction, asker, report, query);
    });
  });
  bind('sendMessage', ({ asker, parameters, body }) =>
    sendMessage((work) => inSite(kysely, asker.site, work), asker, {
      report: parameters.report,
      id: parameters.message,
      message: body,
    }),
  );
  bind('markRead', async ({ asker, parameters: { report }, body }) => {
    const seq = await inSite(kysely, asker.site, (transaction) =>
      markRead(transaction, asker, report, body.seq),
    );
    if (seq === undefined) throw new Refusal('not-found');
    return { seq };
  });
}

async function mayRead(
  transaction: SiteTransaction,
  { site, id, role }: Asker,
  report: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('report')
    .where('site', '=', site)
    .where('id', '=', report)
    .select('member_id')
    .executeTakeFirst();
  return row !== undefined && (role !== 'member' || row.member_id === id);
}
