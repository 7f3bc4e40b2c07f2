import type { Selectable } from 'kysely';
import type { Attachment } from '../../contract/attachment.js';
import type { Person } from '../../contract/member.js';
import type { Happening, Message, MessagePage, MessageQuery } from '../../contract/message.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { attachmentsOf } from './attachment.js';
import { containing } from './cursor.js';
import { readReaders } from './readers.js';
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
    .select(['author.name', 'author.picture', attachmentsOf('message').as('files')]);

export type MessageRow = Selectable<Tables['message']> &
  Pick<Person, 'name' | 'picture'> & { files: Attachment[] };

export function toMessage(row: MessageRow): Message {
  const line = {
    id: row.id,
    report: row.report_id,
    seq: row.seq,
    author: { id: row.author_id, name: row.name, picture: row.picture, role: row.author_role },
    sentAt: row.sent_at.toISOString(),
  };
  return row.kind === 'text'
    ? { ...line, kind: 'text', ...toText(row) }
    : { ...line, kind: 'system', happening: toHappening(row) };
}

const toText = (row: MessageRow) => ({
  text: row.text ?? '',
  replyTo: row.reply_to,
  attachments: row.withdrawn_at ? [] : row.files,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
});

/** The table's own checks see to it that a system line has all of these. */
const toHappening = (row: MessageRow): Happening => ({
  type: row.happening as Happening['type'],
  round: row.round ?? 0,
  points: row.points ?? 0,
  reason: row.reason,
});

/** What is looked for. System lines and withdrawn messages have no text to find it in. */
export const wordsIn = (q = ''): string[] => q.split(/\s+/).filter((word) => word !== '');

/** A page of a dialogue, or of what is found in it. Who may read it, the caller knows. */
export async function listMessages(
  transaction: SiteTransaction,
  asker: Asker,
  report: string,
  query: MessageQuery,
): Promise<MessagePage> {
  const words = wordsIn(query.q);
  const forward = query.after !== undefined && words.length === 0;
  let found = selectMessages(transaction, asker.site).where('message.report_id', '=', report);
  for (const word of words) found = found.where('message.text', 'ilike', containing(word));
  if (query.after !== undefined)
    found = found.where('message.seq', forward ? '>' : '<', query.after);
  if (query.before !== undefined) found = found.where('message.seq', '<', query.before);
  const rows = await found
    .orderBy('message.seq', forward ? 'asc' : 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  const next = rows.length > query.limit ? String(page.at(-1)?.seq) : null;
  if (!forward && words.length === 0) page.reverse();
  const { last_seq: lastSeq, read_seq: readSeq } = await selectReading(
    transaction,
    asker,
    report,
  ).executeTakeFirstOrThrow();
  const readers = await readReaders(transaction, asker, report);
  return { items: page.map(toMessage), next, lastSeq, readSeq, readers };
}
