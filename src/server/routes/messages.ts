import type { Database } from '../database/database.js';
import { inSite, readSite } from '../database/in-site.js';
import type { FileStore } from '../files/file-store.js';
import type { Bind } from '../operation.js';
import { invalid, Refusal } from '../problems.js';
import { mayRead } from '../queries/may-read.js';
import { listMessages, wordsIn } from '../queries/message.js';
import { sendMessage } from '../rules/message.js';
import { markRead } from '../rules/reading.js';
import { typing } from '../rules/typing.js';
import { withdraw } from '../rules/withdrawal.js';

export function messageRoutes(bind: Bind, { kysely }: Database, files: FileStore): void {
  bind('listMessages', ({ asker, parameters: { report }, query }) => {
    if (query.before !== undefined && query.after !== undefined) {
      throw invalid('before', 'Must not come together with after.');
    }
    if (query.before !== undefined && wordsIn(query.q).length > 0) {
      throw invalid('before', 'Must not come together with q.');
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
  bind('withdrawMessage', async ({ asker, parameters: { report, message: id } }) => {
    const { message, places } = await inSite(kysely, asker.site, (transaction) =>
      withdraw(transaction, asker, { report, id }),
    );
    await files.remove(places);
    return message;
  });
  const hint = typing();
  bind('hintTyping', async ({ asker, parameters: { report } }) => {
    await inSite(kysely, asker.site, (transaction) => hint(transaction, asker, report));
    return {};
  });
  bind('markRead', async ({ asker, parameters: { report }, body }) => {
    const seq = await inSite(kysely, asker.site, (transaction) =>
      markRead(transaction, asker, report, body.seq),
    );
    if (seq === undefined) throw new Refusal('not-found');
    return { seq };
  });
}
