import type { LedgerEntry } from '../contract/points.js';
import { draftsOf } from './drafts.js';
import type { Session } from './session.js';

/** A correction as it is written. */
export interface CorrectionDraft {
  /** Under which it was sent, if it was: a repeat after a lost answer books nothing twice. */
  readonly id?: string | undefined;
  readonly gives: boolean;
  /** As it stands in the field. */
  readonly points: string;
  readonly reason: string;
}

const keyOf = (member: string): string => `correction ${member}`;

/** What an owner has begun to write about a member's points, also before a reload. */
export async function recallCorrection(
  session: Session,
  member: string,
): Promise<CorrectionDraft | undefined> {
  const kept = await draftsOf(session).get(keyOf(member));
  return kept === undefined ? undefined : (JSON.parse(kept) as CorrectionDraft);
}

export const keepCorrection = (
  session: Session,
  member: string,
  draft: CorrectionDraft,
): Promise<void> => draftsOf(session).set(keyOf(member), JSON.stringify(draft));

export const forgetCorrection = (session: Session, member: string): Promise<void> =>
  draftsOf(session).delete(keyOf(member));

/** The points that a field holds: a whole number, without a sign; NaN if it is none. */
export const pointsIn = (text: string): number =>
  /^\d{1,7}$/.test(text.trim()) ? Number(text) : NaN;

/** The draft with the id that it is sent under, until something else is written. */
export async function identified(session: Session, draft: CorrectionDraft) {
  return { ...draft, id: draft.id ?? (await session.client()).newId() };
}

/**
 * Books a correction, and tells all stores. Its id is kept first: sent again, also by a later page,
 * it is booked once.
 * @throws {ApiError}
 */
export async function sendCorrection(
  session: Session,
  member: string,
  draft: CorrectionDraft & { readonly id: string },
): Promise<LedgerEntry> {
  const client = await session.client();
  await keepCorrection(session, member, draft);
  const points = pointsIn(draft.points) * (draft.gives ? 1 : -1);
  const entry = await client.correctPoints(draft.id, { member, points, reason: draft.reason });
  await forgetCorrection(session, member);
  const { balance } = entry;
  // A backend that does not say what the balance is now is asked for it.
  session.connection.announce(
    balance === undefined
      ? { type: 'resync', data: {} }
      : { type: 'points', data: { member, balance, entry } },
  );
  return entry;
}
