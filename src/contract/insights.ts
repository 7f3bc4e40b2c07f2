import * as v from 'valibot';
import { limits } from './limits.js';
import { personSchema } from './member.js';
import { day, id, timestamp, zone } from './values.js';

/**
 * Seconds from the opening of a round to its decision: half of the decisions took no longer than
 * `median`, nine tenths no longer than `ninetieth`. A backend may keep them in classes; ours are
 * at most 4.5 % away from the exact ones. Below 15 seconds all is one class.
 */
export const decisionTimeSchema = v.object({ median: v.number(), ninetieth: v.number() });
export type DecisionTime = v.InferOutput<typeof decisionTimeSchema>;

const verdictsSchema = v.object({
  approved: v.number(),
  rejected: v.number(),
  /** Decisions that asked for changes. */
  changes: v.number(),
  /** Of all three kinds of decisions; null without any. */
  decisionTime: v.nullable(decisionTimeSchema),
});

/** What happened in some span of time. Each event counts where it happened. */
export const figuresSchema = v.object({
  /** How often members opened a task: each member once for each task and day (UTC). */
  opened: v.number(),
  /** New reports; revisions are none. */
  submitted: v.number(),
  ...verdictsSchema.entries,
  /** Given by approvals. */
  points: v.number(),
  /** Given, or with a minus taken, by corrections. Of one task: those that name its report. */
  corrected: v.number(),
});
export type Figures = v.InferOutput<typeof figuresSchema>;

/** A span of whole days of the zone that was asked for, both included. */
const spanSchema = v.object({ from: day, to: day, ...figuresSchema.entries });

export const dayFiguresSchema = v.object({ day, ...figuresSchema.entries });
export type DayFigures = v.InferOutput<typeof dayFiguresSchema>;

/** `oldestWaiting`: since when the report waits that has waited longest for a reviewer, at present. */
export const taskFiguresSchema = v.object({
  task: v.object({ id, name: v.string() }),
  ...figuresSchema.entries,
  oldestWaiting: v.nullable(timestamp),
});
export type TaskFigures = v.InferOutput<typeof taskFiguresSchema>;

/** The approval rate is `approved` of `approved + rejected`. */
export const reviewerFiguresSchema = v.object({
  reviewer: personSchema,
  ...verdictsSchema.entries,
});
export type ReviewerFigures = v.InferOutput<typeof reviewerFiguresSchema>;

export const insightsSchema = v.object({
  zone: v.string(),
  /** The period that was asked for. */
  period: spanSchema,
  /** As many days, just before it. */
  before: spanSchema,
  /** Each day of the period in order, also those on which nothing happened. */
  days: v.array(dayFiguresSchema),
  /** Where something happened in the period, the most submitted first; at most 200. */
  tasks: v.array(taskFiguresSchema),
  /** Who decided in the period, the most decisions first; at most 200. Empty for one task. */
  reviewers: v.array(reviewerFiguresSchema),
  /** Since when the report waits that has waited longest for a reviewer, at present. */
  oldestWaiting: v.nullable(timestamp),
});
export type Insights = v.InferOutput<typeof insightsSchema>;

const milliseconds = 86_400_000;

const daysIn = ({ from, to }: { from: string; to: string }): number =>
  (Date.parse(to) - Date.parse(from)) / milliseconds + 1;

/**
 * `from` and `to` are days of `zone`, both included, at most {@link limits.insightDays} together.
 * `task` narrows all but `reviewers` to one task.
 */
export const insightsQuerySchema = v.pipe(
  v.object({ from: day, to: day, zone: v.optional(zone, 'UTC'), task: v.optional(id) }),
  v.forward(
    v.partialCheck([['from'], ['to']], (span) => daysIn(span) >= 1, 'Must not be before from.'),
    ['to'],
  ),
  v.forward(
    v.partialCheck(
      [['from'], ['to']],
      (span) => daysIn(span) <= limits.insightDays,
      `At most ${limits.insightDays} days.`,
    ),
    ['to'],
  ),
);
export type InsightsQuery = v.InferInput<typeof insightsQuerySchema>;

/** A member opens a task: a hint for the figures. */
export const openingSchema = v.strictObject({});
