import * as v from 'valibot';
import { personSchema } from './member.js';
import { authorSchema, messageSchema } from './message.js';
import { ledgerEntrySchema } from './points.js';
import { reportSummarySchema } from './report.js';
import { taskSchema, taskStatusSchema } from './task.js';
import { id } from './values.js';

/**
 * The events of `GET /live` (`text/event-stream`), by name, each with its JSON data. They are
 * news, not the truth: `seq` and `version` show a gap, and what is missing is fetched.
 */
export const liveSchemas = {
  /** A new line, or with a `seq` that is known one that was withdrawn. */
  message: messageSchema,
  report: reportSummarySchema,
  /**
   * An edit, or with the same `version` another number of places left, or another position. `task` is null for
   * somebody who may no longer see it.
   */
  task: v.object({
    id,
    version: v.number(),
    status: taskStatusSchema,
    task: v.nullable(taskSchema),
  }),
  points: v.object({ member: v.string(), balance: v.number(), entry: ledgerEntrySchema }),
  /**
   * How far `member` has read, as the `readSeq` of a report; also after lines of their own.
   * `reader` is who that is, as in the `readers` of a page.
   */
  read: v.object({
    report: id,
    member: v.string(),
    seq: v.number(),
    reader: v.optional(authorSchema),
  }),
  /** Somebody else is writing; good for `limits.typingSeconds`, or until their line comes. */
  typing: v.object({ report: id, member: v.object({ id: v.string(), name: v.string() }) }),
  /** A reviewer looks at a report, for `limits.lookingSeconds`, or has left it. For reviewers. */
  looking: v.object({ report: id, member: personSchema, looking: v.boolean() }),
  /** Something may have been missed: fetch again what is on screen. */
  resync: v.object({}),
} as const;

type LiveData = { [Name in keyof typeof liveSchemas]: v.InferOutput<(typeof liveSchemas)[Name]> };

/** One event as `{type, data}`. */
export type LiveEvent = {
  [Name in keyof LiveData]: { type: Name; data: LiveData[Name] };
}[keyof LiveData];
