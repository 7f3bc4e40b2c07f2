import * as v from 'valibot';
import { pageOf } from './page.js';
import { cursor, id, pageLimit, text, timestamp } from './values.js';

/** One booking. An approval names its report, a correction its reason. */
export const ledgerEntrySchema = v.object({
  id,
  kind: v.picklist(['approval', 'correction']),
  points: v.number(),
  report: v.nullable(v.object({ id, taskName: v.string() })),
  reason: v.nullable(v.string()),
  bookedAt: timestamp,
});
export type LedgerEntry = v.InferOutput<typeof ledgerEntrySchema>;

/** Newest first. `balance` is the sum of all entries, not of this page. */
export const pointsPageSchema = v.object({
  ...pageOf(ledgerEntrySchema).entries,
  balance: v.number(),
});
export type PointsPage = v.InferOutput<typeof pointsPageSchema>;

/** `member` is for owners; everyone else asks about themselves. */
export const pointsQuerySchema = v.object({
  member: v.optional(text(255)),
  after: cursor,
  limit: pageLimit,
});
export type PointsQuery = v.InferOutput<typeof pointsQuerySchema>;
