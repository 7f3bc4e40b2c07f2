import type { Correction, LedgerEntry } from '../../contract/points.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import { announce } from '../live/notice.js';
import { Refusal } from '../problems.js';
import { selectEntries, toEntry } from '../queries/points.js';
import { given } from './given.js';

interface Request {
  id: string;
  correction: Correction;
}

/** Carries the reason out of a transaction that must not keep what it has done to the balance. */
class NotWritten extends Error {}

/**
 * Books points that an owner gives or takes. The key of the ledger lets each id in once. An entry
 * that is not let in has been counted already: `run` gives each attempt a transaction of its own, so
 * that this is undone.
 */
export async function correct(
  run: <Result>(work: (transaction: SiteTransaction) => Promise<Result>) => Promise<Result>,
  asker: Asker,
  request: Request,
): Promise<LedgerEntry> {
  // As nobody decides their own report.
  if (request.correction.member === asker.id) throw new Refusal('forbidden');
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
): Promise<LedgerEntry> {
  const { id } = request;
  if (!(await insertEntry(transaction, asker, request))) throw new NotWritten();
  await announce(transaction, asker.site, [{ type: 'points', id }]);
  return toEntry(await readEntry(transaction, asker, id).executeTakeFirstOrThrow());
}

/** Writes it, if the site knows the member. */
const insertEntry = (
  transaction: SiteTransaction,
  { site, id: owner }: Asker,
  { id, correction: { member, points, reason } }: Request,
) =>
  transaction
    .insertInto('ledger')
    .columns(['site', 'id', 'member_id', 'kind', 'points', 'reason', 'corrected_by'])
    .expression((eb) =>
      eb
        .selectFrom('member')
        .where('member.site', '=', site)
        .where('member.id', '=', member)
        .select([
          'member.site',
          given(id, 'uuid').as('id'),
          'member.id as member_id',
          given('correction' as const, 'text').as('kind'),
          given(points, 'integer').as('points'),
          given(reason, 'text').as('reason'),
          given(owner, 'text').as('corrected_by'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();

const readEntry = (transaction: SiteTransaction, { site }: Asker, id: string) =>
  selectEntries(transaction, site).where('ledger.id', '=', id);

/** Why nothing was written: the same request came before, the id is taken, or nobody is there. */
async function repeatOrRefuse(
  transaction: SiteTransaction,
  asker: Asker,
  { id, correction: { member, points, reason } }: Request,
): Promise<LedgerEntry> {
  const earlier = await readEntry(transaction, asker, id).executeTakeFirst();
  if (!earlier) throw new Refusal('not-found');
  const same =
    earlier.kind === 'correction' &&
    earlier.member_id === member &&
    earlier.points === points &&
    earlier.reason === reason &&
    earlier.corrected_by === asker.id;
  if (!same) throw new Refusal('id-conflict');
  return toEntry(earlier);
}
