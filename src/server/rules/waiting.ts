import { sql } from 'kysely';
import type { AttachmentLimits } from '../../contract/attachment.js';
import { limits } from '../../contract/limits.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { pictureTypes } from '../files/content.js';
import { Refusal } from '../problems.js';
import { given } from './given.js';

/** What this backend says of attachments. */
export const attachmentLimits: AttachmentLimits = {
  maxBytes: limits.attachmentBytes,
  maxPerMessage: limits.attachments,
  maxWaiting: 4 * limits.attachments,
  maxWaitingBytes: limits.attachments * limits.attachmentBytes,
  waitsSeconds: 86_400,
  pictures: pictureTypes,
};

/** Uploads swept at once: the rest goes with the next one. */
const sweptAtOnce = 100;

/** Seconds after which an attempt that is not completed has died with its server. */
const attemptSeconds = 3_600;

/** Removes what nobody attached in its time, and gives where bytes are that must go. */
export async function sweep(transaction: SiteTransaction, site: string): Promise<string[]> {
  await removeLate(transaction, site);
  const rows = await transaction
    .selectFrom('file_leftover')
    .where('site', '=', site)
    .limit(sweptAtOnce)
    .select('key')
    .execute();
  return rows.map(({ key }) => key);
}

const late = sql<boolean>`started_at < clock_timestamp() - make_interval(secs =>
  case when completed_at is null then ${sql.lit(attemptSeconds)}
    else ${sql.lit(attachmentLimits.waitsSeconds)} end)`;

const removeLate = (transaction: SiteTransaction, site: string) =>
  transaction
    .deleteFrom('attachment')
    .where('site', '=', site)
    .where('report_id', 'is', null)
    .where('key', 'in', (eb) =>
      eb
        .selectFrom('attachment')
        .where('site', '=', site)
        .where('report_id', 'is', null)
        .where(late)
        .orderBy('key')
        .limit(sweptAtOnce)
        .forUpdate()
        .skipLocked()
        .select('key'),
    )
    .execute();

interface Attempt {
  key: string;
  id: string;
  name: string;
  /** Bytes that may come. */
  size: number;
}

/**
 * Writes down an attempt to upload, or refuses with `limit-reached`. What is on its way counts
 * with all the bytes that may come. The lock lets the attempts of one member in one after the
 * other, so that each sees those before it.
 */
export async function begin(
  transaction: SiteTransaction,
  { site, id: member }: Asker,
  { key, id, name, size }: Attempt,
): Promise<void> {
  await transaction
    .selectFrom('member')
    .where('site', '=', site)
    .where('id', '=', member)
    .forNoKeyUpdate()
    .select('id')
    .execute();
  const begun = await transaction
    .insertInto('attachment')
    .columns(['site', 'key', 'id', 'member_id', 'name', 'size'])
    .expression((eb) =>
      eb
        .selectFrom('attachment')
        .where('site', '=', site)
        .where('member_id', '=', member)
        .where('report_id', 'is', null)
        .select([
          given(site, 'text').as('site'),
          given(key, 'uuid').as('key'),
          given(id, 'uuid').as('id'),
          given(member, 'text').as('member_id'),
          given(name, 'text').as('name'),
          given(size, 'integer').as('size'),
        ]).having(sql<boolean>`count(*) < ${attachmentLimits.maxWaiting}::integer
          and coalesce(sum(size), 0) + ${size}::integer
            <= ${attachmentLimits.maxWaitingBytes}::integer`),
    )
    .returning('key')
    .executeTakeFirst();
  if (!begun) throw new Refusal('limit-reached');
}
