import * as v from 'valibot';
import { ledgerEntrySchema } from './points.js';
import { reportStatusSchema, turnSchema } from './report.js';
import { exampleSchema, taskStatusSchema } from './task.js';
import { reasonTemplateSchema, verdictSchema } from './decision.js';
import { id, timestamp } from './values.js';

/** What can be taken out whole. */
export const exportables = ['reports', 'points', 'tasks'] as const;
export type Exportable = (typeof exportables)[number];

/**
 * `csv`: RFC 4180 with a header line, in UTF-8 with a byte order mark, by which Excel knows it. A
 * text that a spreadsheet would take for a formula has an apostrophe before it.
 * `ndjson`: one object a line, and at its very end `{"end":true,"rows":…}`.
 */
export const exportFormatSchema = v.picklist(['csv', 'ndjson']);
export type ExportFormat = v.InferOutput<typeof exportFormatSchema>;

export const exportQuerySchema = v.object({ format: v.optional(exportFormatSchema, 'csv') });

/**
 * A header that says how many rows there were when an export began. What comes in meanwhile may
 * come out too; a file with fewer rows is broken off.
 */
export const totalHeader = 'taskchat-total';

/** The last line of `ndjson`. Without it the file is broken off. */
export const exportEndSchema = v.object({ end: v.literal(true), rows: v.number() });

/** A row of `reports`, the oldest first. The decision is the newest of any round. */
export const exportedReportSchema = v.object({
  report: id,
  task: id,
  taskName: v.string(),
  score: v.number(),
  member: v.string(),
  memberName: v.string(),
  status: reportStatusSchema,
  turn: v.nullable(turnSchema),
  round: v.number(),
  text: v.string(),
  attachments: v.number(),
  verdict: v.nullable(verdictSchema),
  reason: v.nullable(v.string()),
  reviewer: v.nullable(v.string()),
  reviewerName: v.nullable(v.string()),
  decidedAt: v.nullable(timestamp),
  submittedAt: timestamp,
  awaitingSince: timestamp,
  updatedAt: timestamp,
});
export type ExportedReport = v.InferOutput<typeof exportedReportSchema>;

/** A row of `points`: an entry of the ledger, the oldest first. */
export const exportedEntrySchema = v.object({
  entry: id,
  member: v.string(),
  memberName: v.string(),
  kind: ledgerEntrySchema.entries.kind,
  points: v.number(),
  report: v.nullable(id),
  task: v.nullable(id),
  taskName: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  bookedAt: timestamp,
});
export type ExportedEntry = v.InferOutput<typeof exportedEntrySchema>;

/** A row of `tasks`, the oldest first. */
export const exportedTaskSchema = v.object({
  task: id,
  name: v.string(),
  description: v.string(),
  points: v.number(),
  status: taskStatusSchema,
  url: v.nullable(v.string()),
  limit: v.number(),
  quota: v.nullable(v.number()),
  opensAt: v.nullable(timestamp),
  closesAt: v.nullable(timestamp),
  reviewWithin: v.nullable(v.number()),
  /** In `csv` these two are one cell each, in JSON. */
  examples: v.array(exampleSchema),
  reasons: v.array(reasonTemplateSchema),
  /** Reports that hold a place, and those that do not. */
  awaiting: v.number(),
  approved: v.number(),
  rejected: v.number(),
  version: v.number(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type ExportedTask = v.InferOutput<typeof exportedTaskSchema>;
