import * as v from 'valibot';
import { limits } from './limits.js';
import { pageOf } from './page.js';
import { reasonTemplateSchema } from './decision.js';
import { reportStatusSchema, turnSchema } from './report.js';
import {
  cursor,
  id,
  pageLimit,
  search,
  taskLink,
  text,
  timestamp,
  whole,
  words,
} from './values.js';

export const taskStatusSchema = v.picklist(['active', 'inactive']);
export type TaskStatus = v.InferOutput<typeof taskStatusSchema>;

/** A proof as it should be, or as it should not. */
export const exampleSchema = v.strictObject({
  kind: v.picklist(['good', 'bad']),
  text: words(limits.exampleText),
});
export type Example = v.InferOutput<typeof exampleSchema>;

const fields = v.strictObject({
  name: words(limits.taskName),
  description: text(limits.taskDescription),
  points: whole(0, limits.points),
  status: taskStatusSchema,
  /** Where the action happens. */
  url: v.optional(v.nullable(taskLink), null),
  /** Reports that one member may send. */
  limit: v.optional(whole(1, 1_000), 1),
  /** Places: reports awaiting or approved. A rejection frees one. */
  quota: v.optional(v.nullable(whole(1, 1_000_000_000)), null),
  /** Until then it takes no report. */
  opensAt: v.optional(v.nullable(timestamp), null),
  closesAt: v.optional(v.nullable(timestamp), null),
  /** Hours within which a report is reviewed; shown to both sides. */
  reviewWithin: v.optional(v.nullable(whole(1, 8_760)), null),
  examples: v.optional(v.pipe(v.array(exampleSchema), v.maxLength(limits.examples)), []),
  /** What reviewers of its reports may choose from when they give a reason. Members see none. */
  reasons: v.optional(
    v.pipe(v.array(reasonTemplateSchema), v.maxLength(limits.reasonTemplates)),
    [],
  ),
});

type Fields = v.InferOutput<typeof fields>;

/** What an owner writes. The optional fields are null, or empty, when left out. */
export const taskRequestSchema = v.pipe(
  fields,
  v.forward(
    v.check(
      ({ opensAt, closesAt }: Fields) => !opensAt || !closesAt || opensAt < closesAt,
      'Must be later than it opens.',
    ),
    ['closesAt'],
  ),
);
export type TaskRequest = v.InferInput<typeof taskRequestSchema>;

/** The same with nothing left out. */
export type TaskContent = v.InferOutput<typeof taskRequestSchema>;

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

/** Reports of a task by where they stand; awaiting with either side. */
const outcomesSchema = v.object({
  awaiting: v.number(),
  approved: v.number(),
  rejected: v.number(),
});
export type Outcomes = v.InferOutput<typeof outcomesSchema>;

export const taskSchema = v.object({
  id,
  name: v.string(),
  description: v.string(),
  points: v.number(),
  status: taskStatusSchema,
  url: v.nullable(v.string()),
  limit: v.number(),
  quota: v.nullable(v.number()),
  /** A backend may leave it out. */
  opensAt: v.optional(v.nullable(timestamp)),
  closesAt: v.nullable(timestamp),
  reviewWithin: v.nullable(v.number()),
  /** A backend may leave them out. */
  examples: v.optional(v.array(exampleSchema)),
  /** Where it stands in the order of the owners: it compares as text, the smaller first. */
  position: v.optional(v.string()),
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
  /** For reviewers. Absent in live events; a backend may leave it out. */
  outcomes: v.optional(outcomesSchema),
  /** For reviewers. Absent in live events; a backend may leave it out. */
  reasons: v.optional(v.array(reasonTemplateSchema)),
});
export type Task = v.InferOutput<typeof taskSchema>;

/** Puts a task before another one, or at the end. */
export const taskPositionSchema = v.strictObject({ before: v.nullable(id) });
export type TaskPosition = v.InferOutput<typeof taskPositionSchema>;

export const taskPageSchema = pageOf(taskSchema);

/**
 * `site` is for visitors without a token; a token names its own site. `order` is as the owners
 * have put the tasks: what nobody has moved, with the newest first.
 */
export const taskQuerySchema = v.object({
  site: v.optional(text(255)),
  status: v.optional(taskStatusSchema),
  /** Only tasks of which this became; a visitor has sent nothing. Optional: a capability. */
  mine: v.optional(outcomeSchema),
  q: search,
  sort: v.optional(v.picklist(['newest', 'reward', 'closing', 'order']), 'newest'),
  after: cursor,
  limit: pageLimit,
});
export type TaskQuery = v.InferOutput<typeof taskQuerySchema>;
