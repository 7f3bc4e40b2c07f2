import * as v from 'valibot';
import { limits } from './limits.js';
import { pageOf } from './page.js';
import { reportStatusSchema, turnSchema } from './report.js';
import { cursor, id, link, pageLimit, search, text, timestamp, whole, words } from './values.js';

export const taskStatusSchema = v.picklist(['active', 'inactive']);
export type TaskStatus = v.InferOutput<typeof taskStatusSchema>;

/** What an owner writes. The optional fields are null when left out. */
export const taskRequestSchema = v.strictObject({
  name: words(limits.taskName),
  description: text(limits.taskDescription),
  points: whole(0, limits.points),
  status: taskStatusSchema,
  /** Where the action happens. */
  url: v.optional(v.nullable(link), null),
  /** Reports that one member may send. */
  limit: v.optional(whole(1, 1_000), 1),
  /** Places: reports awaiting or approved. A rejection frees one. */
  quota: v.optional(v.nullable(whole(1, 1_000_000_000)), null),
  closesAt: v.optional(v.nullable(timestamp), null),
  /** Hours within which a report is reviewed; shown to both sides. */
  reviewWithin: v.optional(v.nullable(whole(1, 8_760)), null),
});
export type TaskRequest = v.InferInput<typeof taskRequestSchema>;

/** What became of the asker's own reports on a task: the newest one, and how many were sent. */
export const ownReportSchema = v.object({
  id,
  status: reportStatusSchema,
  turn: v.nullable(turnSchema),
  score: v.number(),
  submitted: v.number(),
});
export type OwnReport = v.InferOutput<typeof ownReportSchema>;

/**
 * What became of the asker's own newest report on a task: `none` where they sent nothing, `changes`
 * while they were asked for some, `awaiting` while the reviewer is to move.
 */
export const outcomeSchema = v.picklist(['none', 'awaiting', 'changes', 'approved', 'rejected']);
export type Outcome = v.InferOutput<typeof outcomeSchema>;

export const taskSchema = v.object({
  id,
  name: v.string(),
  description: v.string(),
  points: v.number(),
  status: taskStatusSchema,
  url: v.nullable(v.string()),
  limit: v.number(),
  quota: v.nullable(v.number()),
  closesAt: v.nullable(timestamp),
  reviewWithin: v.nullable(v.number()),
  /** Places still free; null without a quota. */
  placesLeft: v.nullable(v.number()),
  /** Grows with every edit; goes into `If-Match`. */
  version: v.number(),
  createdAt: timestamp,
  updatedAt: timestamp,
  /** For a signed-in asker; null when they have sent nothing. Absent in live events. */
  mine: v.optional(v.nullable(ownReportSchema)),
  /** For reviewers: how many reports await a reviewer. Absent in live events. */
  awaiting: v.optional(v.number()),
});
export type Task = v.InferOutput<typeof taskSchema>;

export const taskPageSchema = pageOf(taskSchema);

/** `site` is for visitors without a token; a token names its own site. */
export const taskQuerySchema = v.object({
  site: v.optional(text(255)),
  status: v.optional(taskStatusSchema),
  /** Only tasks of which this became; a visitor has sent nothing. Optional: a capability. */
  mine: v.optional(outcomeSchema),
  q: search,
  sort: v.optional(v.picklist(['newest', 'reward', 'closing']), 'newest'),
  after: cursor,
  limit: pageLimit,
});
export type TaskQuery = v.InferOutput<typeof taskQuerySchema>;
