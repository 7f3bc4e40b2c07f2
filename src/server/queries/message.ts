import type { Selectable } from 'kysely';
import type { Happening, Message, MessagePage, MessageQuery } from '../../contract/message.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { selectReading } from './reading.js';

/** Lines of a site's dialogues with their authors. */
export const selectMessages = (transaction: SiteTransaction, site: string) =>
  transaction
    .selectFrom('message')
    .innerJoin('member as author', (join) =>
      join.onRef('author.site', '=', 'message.site').onRef('author.id', '=', 'message.author_id'),
    )
    .where('message.site', '=', site)
    .selectAll('message')
    .select(['author.name', 'author.picture']);

export type MessageRow = Selectable<Tables['message']> & { name: string; picture: string | null };

export function toMessage(row: MessageRow): Message {
  const line = {
    id: row.id,
    report: row.report_id,
    seq: row.seq,
    author: { id: row.author_id, name: row.name, picture: row.picture, role: row.author_role },
    sentAt: row.sent_at.toISOString(),
  };
  return row.kind === 'text'
    ? { ...line, kind: 'text', text: row.text ?? '', replyTo: row.reply_to }
    : { ...line, kind: 'system', happening: toHappening(row) };
}

/** The table's own checks see to it that a system line has all of these. */
const toHappening = (row: MessageRow): Happening => ({
  type: row.happening as Happening['type'],
  round: row.round ?? 0,
  points: row.points ?? 0,
  reason: row.reason,
});

/** A page of a dialogue, always in the order of `seq`. Who may read it, the caller knows. */
export async function listMessages(
  transaction: SiteTransaction,
  asker: Asker,
  report: string,
  query: MessageQuery,
): Promise<MessagePage> {
  const forward = query.after !== undefined;
  let found = selectMessages(transaction, asker.site).where('message.report_id', '=', report);
  if (query.after !== undefined) found = found.where('message.seq', '>', query.after);
  if (query.before !== undefined) found = found.where('message.seq', '<', query.before);
  const rows = await found
    .orderBy('message.seq', forward ? 'asc' : 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  const next = rows.length > query.limit ? String(page.at(-1)?.seq) : null;
  if (!forward) page.reverse();
  const reading = await selectReading(transaction, asker, report).executeTakeFirstOrThrow();
  return { items: page.map(toMessage), next, readSeq: reading.read_seq };
}
