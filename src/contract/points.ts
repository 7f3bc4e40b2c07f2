import * as v from 'valibot';
import { limits } from './limits.js';
import { personSchema } from './member.js';
import { pageOf } from './page.js';
import { cursor, id, pageLimit, text, timestamp, whole, words } from './values.js';

/** One booking. An approval names its report, a correction its reason and who made it. */
export const ledgerEntrySchema = v.object({
  id,
  /** The place among the member's entries, from 1 and without a gap. A backend may leave it out. */
  seq: v.optional(v.number()),
  kind: v.picklist(['approval', 'correction']),
  points: v.number(),
  /** The sum of this entry and all before it. A backend may leave it out. */
  balance: v.optional(v.number()),
  report: v.nullable(v.object({ id, taskName: v.string(), taskId: v.optional(id) })),
  reason: v.nullable(v.string()),
  /** The owner who made the correction. A backend may leave it out. */
  correctedBy: v.optional(v.nullable(personSchema)),
  bookedAt: timestamp,
});
export type LedgerEntry = v.InferOutput<typeof ledgerEntrySchema>;

/** Newest first. `balance` is the sum of all entries, not of this page. */
export const pointsPageSchema = v.object({
  ...pageOf(ledgerEntrySchema).entries,
  balance: v.number(),
  /** What the member's reports that await would bring if all were approved. */
  waiting: v.optional(v.number()),
  /** Whose points these are; null if the site does not know them. */
  member: v.optional(v.nullable(personSchema)),
});
export type PointsPage = v.InferOutput<typeof pointsPageSchema>;

/** `member` is for owners; everyone else asks about themselves. */
export const pointsQuerySchema = v.object({
  member: v.optional(text(255)),
  after: cursor,
  limit: pageLimit,
});
export type PointsQuery = v.InferOutput<typeof pointsQuerySchema>;

/**
 * Points that an owner gives or takes, with a reason that the member can read. It is never about
 * the owner's own points: as nobody decides their own report, nobody corrects their own balance. A
 * balance may fall below 0.
 */
export const correctionSchema = v.strictObject({
  member: text(255),
  points: v.pipe(
    whole(-limits.points, limits.points),
    v.check((value) => value !== 0, 'Must not be 0.'),
  ),
  reason: words(limits.reason),
});
export type Correction = v.InferOutput<typeof correctionSchema>;
