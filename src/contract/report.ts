import * as v from 'valibot';
import { attachmentIds, attachmentSchema } from './attachment.js';
import { decisionSchema, reasonTemplateSchema } from './decision.js';
import { limits } from './limits.js';
import { personSchema } from './member.js';
import { pageOf } from './page.js';
import { cursor, id, pageLimit, search, text, timestamp, words } from './values.js';

export const reportStatusSchema = v.picklist(['awaiting', 'approved', 'rejected']);
export type ReportStatus = v.InferOutput<typeof reportStatusSchema>;

/** Who is to move while a report is awaiting. */
export const turnSchema = v.picklist(['reviewer', 'member']);
export type Turn = v.InferOutput<typeof turnSchema>;

/** A report as its member submits it; `taskId` says for which task. */
export const submissionSchema = v.strictObject({
  taskId: id,
  text: words(limits.reportText),
  attachments: attachmentIds,
});
export type Submission = v.InferInput<typeof submissionSchema>;

/** What opens a report's next round. It may name again what an earlier round took along. */
export const revisionSchema = v.strictObject({
  text: words(limits.reportText),
  attachments: attachmentIds,
});
export type Revision = v.InferInput<typeof revisionSchema>;

/** A rejected report awaits again, with the same proof. */
export const reopeningSchema = v.strictObject({});

/** One round: a proof, how it came, and what was decided about it. */
export const roundSchema = v.object({
  n: v.number(),
  kind: v.picklist(['submitted', 'revised', 'reopened']),
  text: v.string(),
  attachments: v.array(attachmentSchema),
  openedBy: personSchema,
  openedAt: timestamp,
  decision: v.nullable(decisionSchema),
});
export type Round = v.InferOutput<typeof roundSchema>;

/**
 * A report as lists and live events show it. `task.name` and `score` are copies, made when the
 * report was submitted and never edited: the brief's *Task* and *Task Approval Score*.
 */
export const reportSummarySchema = v.object({
  id,
  task: v.object({ id, name: v.string() }),
  score: v.number(),
  member: personSchema,
  status: reportStatusSchema,
  /** Null once the report is approved or rejected. */
  turn: v.nullable(turnSchema),
  /** The current round, from 1. */
  round: v.number(),
  /** The proof of the current round. */
  text: v.string(),
  attachments: v.array(attachmentSchema),
  /** The newest decision of any round. */
  decision: v.nullable(decisionSchema),
  /** The `seq` of the newest line of the dialogue. */
  lastSeq: v.number(),
  /**
   * How far the asker has read: every line up to here is marked as read or is their own. There is
   * something unread exactly if `lastSeq` is greater. Absent in live events.
   */
  readSeq: v.optional(v.number()),
  /** Grows with every change of the report itself; messages do not change it. */
  version: v.number(),
  /** Hours within which the site promises a decision. */
  reviewWithin: v.nullable(v.number()),
  submittedAt: timestamp,
  /** Since when the current round waits for its decision. */
  awaitingSince: timestamp,
  updatedAt: timestamp,
});
export type ReportSummary = v.InferOutput<typeof reportSummarySchema>;

const outcomesSchema = v.object({ approved: v.number(), rejected: v.number() });

/** What became of all reports of a member, and of those decided since the month began (UTC). */
export const memberRecordSchema = v.object({ ...outcomesSchema.entries, month: outcomesSchema });
export type MemberRecord = v.InferOutput<typeof memberRecordSchema>;

/** What stands between a report and its decision, while it awaits a reviewer. */
export const waitSchema = v.object({
  /** How many reports of the site have waited longer. */
  ahead: v.number(),
  /** Half of the site's latest decisions took no longer than this; null while they are few. */
  usualMinutes: v.nullable(v.number()),
});
export type Wait = v.InferOutput<typeof waitSchema>;

/** A report with all its rounds, first to last. */
export const reportSchema = v.object({
  ...reportSummarySchema.entries,
  rounds: v.array(roundSchema),
  /** For reviewers who read a report: how its member has done. A backend may leave it out. */
  record: v.optional(memberRecordSchema),
  /** For reviewers: the reasons that its task offers. A backend may leave them out. */
  reasons: v.optional(v.array(reasonTemplateSchema)),
  /** For whoever reads it while it awaits a reviewer. A backend may leave it out. */
  wait: v.optional(waitSchema),
});
export type Report = v.InferOutput<typeof reportSchema>;

/** How many reports there are where: with a reviewer, with their member, or decided. */
export const reportCountsSchema = v.object({
  reviewer: v.number(),
  member: v.number(),
  approved: v.number(),
  rejected: v.number(),
});
export type ReportCounts = v.InferOutput<typeof reportCountsSchema>;

/** Somebody opens a report to review it, or is still there; false when they leave it. */
export const lookSchema = v.strictObject({ looking: v.boolean() });

export const reportPageSchema = pageOf(reportSummarySchema);

/** Which reports are counted; without a word of it, all that the asker may see. */
export const reportCountsQuerySchema = v.object({
  task: v.optional(id),
  member: v.optional(text(255)),
  q: search,
});
export type ReportCountsQuery = v.InferOutput<typeof reportCountsQuerySchema>;

/**
 * `oldest`: the longest wait first, as a reviewer works. `unread`: what the asker has not read of
 * the dialogue, then what it is their turn with, then the rest, each with the newest first. What is
 * read while one pages goes behind, and may come once more. Default `newest`.
 */
export const reportQuerySchema = v.object({
  ...reportCountsQuerySchema.entries,
  status: v.optional(reportStatusSchema),
  turn: v.optional(turnSchema),
  sort: v.optional(v.picklist(['newest', 'oldest', 'unread']), 'newest'),
  after: cursor,
  limit: pageLimit,
});
export type ReportQuery = v.InferOutput<typeof reportQuerySchema>;
