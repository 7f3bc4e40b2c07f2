import { sql, type Expression } from 'kysely';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { given } from './given.js';

/** A message as its request says it, with its id: equal texts have unequal digests. */
interface Said {
  id: Expression<string>;
  replyTo: Expression<string | null>;
  attachments: Expression<string[]>;
  text: Expression<string | null>;
}

/** What is left of a request when its text must be gone: enough to know a repeat by. */
const digestOf = ({ id, replyTo, attachments, text }: Said) =>
  sql<Uint8Array>`sha256(convert_to(concat_ws(' ', ${id}::text, coalesce(${replyTo}::text, '-'),
    array_to_string(${attachments}, ','), ${text}), 'UTF8'))`;

/** The digest of a message that still has its text, as SQL over `message`. */
export const digestOfMessage = digestOf({
  id: sql.ref('message.id'),
  replyTo: sql.ref('message.reply_to'),
  attachments: sql.ref('message.attachments'),
  text: sql.ref('message.text'),
});

/** Whether a withdrawn message was sent with just this. */
export async function wasSaid(
  transaction: SiteTransaction,
  { site }: Asker,
  id: string,
  message: { text: string; replyTo: string | null; attachments: string[] },
): Promise<boolean> {
  const digest = digestOf({
    id: given(id, 'uuid'),
    replyTo: given(message.replyTo, 'uuid'),
    attachments: given(message.attachments, 'uuid[]'),
    text: given(message.text, 'text'),
  });
  const row = await transaction
    .selectFrom('message')
    .where('site', '=', site)
    .where('id', '=', id)
    .where('digest', '=', digest)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}
