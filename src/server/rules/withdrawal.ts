import { sql } from 'kysely';
import { limits } from '../../contract/limits.js';
import type { TextMessage } from '../../contract/message.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Place } from '../files/file-store.js';
import { announce } from '../live/notice.js';
import { Refusal } from '../problems.js';
import { digestOfMessage } from './digest.js';
import { asText, readMessage } from './message.js';

interface Request {
  report: string;
  id: string;
}

interface Withdrawn {
  message: TextMessage;
  /** Where the bytes of its attachments are, which nothing names any more. */
  places: Place[];
}

/** Empties an own text message while it is young. Its line stays where it is, marked. */
export async function withdraw(
  transaction: SiteTransaction,
  asker: Asker,
  request: Request,
): Promise<Withdrawn> {
  const { id } = request;
  const { site } = asker;
  const emptied = await emptyMessage(transaction, asker, request);
  if (emptied) await announce(transaction, site, [{ type: 'message', id }]);
  else await refuseUnlessWithdrawn(transaction, asker, request);
  const places = emptied ? await removeAttachments(transaction, site, id) : [];
  return { message: asText(await readMessage(transaction, asker, id)), places };
}

const isYoung = sql<boolean>`message.sent_at > clock_timestamp()
  - make_interval(secs => ${sql.lit(limits.withdrawalSeconds)})`;

const emptyMessage = (
  transaction: SiteTransaction,
  { site, id: author, role }: Asker,
  { report, id }: Request,
) =>
  transaction
    .updateTable('message')
    .from('report')
    .set({
      text: '',
      attachments: [],
      withdrawn_at: sql`clock_timestamp()`,
      digest: digestOfMessage,
    })
    .whereRef('report.site', '=', 'message.site')
    .whereRef('report.id', '=', 'message.report_id')
    .where('message.site', '=', site)
    .where('message.report_id', '=', report)
    .where('message.id', '=', id)
    .where('message.author_id', '=', author)
    .where('message.kind', '=', 'text')
    .where('message.withdrawn_at', 'is', null)
    .where(isYoung)
    .$if(role === 'member', (own) => own.where('report.member_id', '=', author))
    .returning('message.id')
    .executeTakeFirst();

const removeAttachments = (
  transaction: SiteTransaction,
  site: string,
  message: string,
): Promise<Place[]> =>
  transaction
    .deleteFrom('attachment')
    .where('site', '=', site)
    .where('message_id', '=', message)
    .returning(['site', 'key'])
    .execute();

/** Why nothing was emptied: it was before, or it is not the asker's to withdraw, or no longer. */
async function refuseUnlessWithdrawn(
  transaction: SiteTransaction,
  { site, id: author, role }: Asker,
  { report, id }: Request,
): Promise<void> {
  const row = await transaction
    .selectFrom('message')
    .innerJoin('report', (join) =>
      join.onRef('report.site', '=', 'message.site').onRef('report.id', '=', 'message.report_id'),
    )
    .where('message.site', '=', site)
    .where('message.report_id', '=', report)
    .where('message.id', '=', id)
    .select(['message.author_id', 'message.withdrawn_at', 'report.member_id'])
    .executeTakeFirst();
  const visible = row && (role !== 'member' || row.member_id === author);
  if (!visible) throw new Refusal('not-found');
  if (row.author_id !== author || row.withdrawn_at === null) throw new Refusal('forbidden');
}
