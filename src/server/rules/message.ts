import type { InferOutput } from 'valibot';
import type { Message, messageRequestSchema, TextMessage } from '../../contract/message.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce } from '../live/notice.js';
import { invalid, Refusal } from '../problems.js';
import { selectMessages, toMessage } from '../queries/message.js';
import { attach, wasAttached } from './attaching.js';
import { wasSaid } from './digest.js';
import { given } from './given.js';
import { readBy } from './reading.js';

interface Request {
  report: string;
  id: string;
  message: InferOutput<typeof messageRequestSchema>;
}

/** Carries the reason out of a transaction that must not keep the place it took in the dialogue. */
class NotWritten extends Error {}

/**
 * Says something in a dialogue. The report's row gives out the places, one after the other;
 * `run` gives each attempt a transaction of its own, so that a place not used is given back.
 */
export async function sendMessage(
  run: <Result>(work: (transaction: SiteTransaction) => Promise<Result>) => Promise<Result>,
  asker: Asker,
  request: Request,
): Promise<TextMessage> {
  try {
    return await run((transaction) => write(transaction, asker, request));
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    return run((transaction) => repeatOrRefuse(transaction, asker, request));
  }
}

async function write(
  transaction: SiteTransaction,
  asker: Asker,
  request: Request,
): Promise<TextMessage> {
  const seq = await takeSeq(transaction, asker, request.report);
  const inserted = await insertMessage(transaction, asker, request, seq);
  if (!inserted) throw new NotWritten();
  const { report, id, message } = request;
  await attach(transaction, asker, message.attachments, { report, message: id });
  await announce(transaction, asker.site, [
    readBy(asker, request.report),
    { type: 'message', id: request.id },
  ]);
  return asText(await readMessage(transaction, asker, request.id));
}

/** The next place in the dialogue, for its member and for reviewers. */
async function takeSeq(
  transaction: SiteTransaction,
  { site, id, role }: Asker,
  report: string,
): Promise<number> {
  let next = transaction
    .updateTable('report')
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1) }))
    .where('site', '=', site)
    .where('id', '=', report);
  if (role === 'member') next = next.where('member_id', '=', id);
  const row = await next.returning('last_seq').executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  return row.last_seq;
}

const columns = ['site', 'id', 'report_id', 'seq', 'author_id', 'author_role'] as const;

/** Writes the message, if what it replies to is in the same dialogue. */
const insertMessage = (
  transaction: SiteTransaction,
  asker: Asker,
  { report, id, message }: Request,
  seq: number,
) =>
  transaction
    .insertInto('message')
    .columns([...columns, 'kind', 'text', 'attachments', 'reply_to'])
    .expression((eb) =>
      eb
        .selectFrom('report')
        .leftJoin('message as replied', (join) =>
          join
            .onRef('replied.site', '=', 'report.site')
            .onRef('replied.report_id', '=', 'report.id')
            .on('replied.id', '=', message.replyTo),
        )
        .where('report.site', '=', asker.site)
        .where('report.id', '=', report)
        .$if(message.replyTo !== null, (own) => own.where('replied.id', 'is not', null))
        .select([
          'report.site',
          given(id, 'uuid').as('id'),
          'report.id as report_id',
          given(seq, 'integer').as('seq'),
          given(asker.id, 'text').as('author_id'),
          given(asker.role, 'text').as('author_role'),
          given('text' as const, 'text').as('kind'),
          given(message.text, 'text').as('text'),
          given(message.attachments, 'uuid[]').as('attachments'),
          'replied.id as reply_to',
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();

/** The message as it is read. Who may read it, the caller knows. */
export const readMessage = async (transaction: SiteTransaction, { site }: Asker, id: string) => {
  const row = await selectMessages(transaction, site)
    .where('message.id', '=', id)
    .executeTakeFirst();
  return row && toMessage(row);
};

/** Why nothing was written: the same message came before, the id is taken, or the reply is lost. */
async function repeatOrRefuse(
  transaction: SiteTransaction,
  asker: Asker,
  { report, id, message }: Request,
): Promise<TextMessage> {
  const earlier = await readMessage(transaction, asker, id);
  if (!earlier) throw invalid('replyTo', 'Must be a message of the same dialogue.');
  const same =
    earlier.kind === 'text' &&
    earlier.report === report &&
    earlier.author.id === asker.id &&
    (earlier.withdrawnAt === null
      ? earlier.text === message.text &&
        earlier.replyTo === message.replyTo &&
        (await wasAttached(transaction, asker, id, message.attachments))
      : await wasSaid(transaction, asker, id, message));
  if (!same) throw new Refusal('id-conflict');
  return asText(earlier);
}

export function asText(message: Message | undefined): TextMessage {
  if (message?.kind !== 'text') throw new Error('A message is not where it was written.');
  return message;
}
