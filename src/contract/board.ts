import * as v from 'valibot';
import { pageOf } from './page.js';
import { cursor, pageLimit } from './values.js';

/** `month` is the calendar month in UTC, the same for everybody wherever they are. */
export const boardPeriodSchema = v.picklist(['month', 'all']);
export type BoardPeriod = v.InferOutput<typeof boardPeriodSchema>;

/** Somebody on the board, by the name that they show and by nothing else. */
export const boardEntrySchema = v.object({
  /** Tells the entries of one period apart, and says nothing of the member. */
  key: v.string(),
  /** From 1; equal points share a place, and the next one is left out for each that does. */
  place: v.number(),
  name: v.string(),
  /** The sum of the period's ledger entries, corrections among them. */
  points: v.number(),
  /** Whether this is whoever asks. */
  mine: v.boolean(),
});
export type BoardEntry = v.InferOutput<typeof boardEntrySchema>;

/** The most points first; who has none is not on the board. */
export const boardPageSchema = v.object({
  ...pageOf(boardEntrySchema).entries,
  /** The month that is shown, as `2026-11`; null for all time. */
  month: v.nullable(v.string()),
  /** The asker's own entry, on whatever page it is; null if they are not on the board. */
  own: v.nullable(boardEntrySchema),
});
export type BoardPage = v.InferOutput<typeof boardPageSchema>;

export const boardQuerySchema = v.object({
  period: v.optional(boardPeriodSchema, 'month'),
  after: cursor,
  limit: pageLimit,
});
export type BoardQuery = v.InferOutput<typeof boardQuerySchema>;
