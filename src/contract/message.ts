import * as v from 'valibot';
import { limits } from './limits.js';
import { personSchema, roleSchema } from './member.js';
import { pageOf } from './page.js';
import { id, pageLimit, sequence, timestamp, whole, words } from './values.js';

/** A message as its sender writes it. `replyTo` names a message of the same dialogue. */
export const messageRequestSchema = v.strictObject({
  text: words(limits.messageText),
  replyTo: v.optional(v.nullable(id), null),
});
export type MessageRequest = v.InferInput<typeof messageRequestSchema>;

/** The author, and as what they spoke. */
export const authorSchema = v.object({ ...personSchema.entries, role: roleSchema });
export type Author = v.InferOutput<typeof authorSchema>;

/** A step of the report's life, told in its dialogue. */
export const happeningSchema = v.object({
  type: v.picklist(['submitted', 'revised', 'changes', 'approved', 'rejected', 'reopened']),
  round: v.number(),
  /** Points booked; 0 unless approved. */
  points: v.number(),
  reason: v.nullable(v.string()),
});
export type Happening = v.InferOutput<typeof happeningSchema>;

const line = {
  id,
  report: id,
  /** The place in the dialogue, from 1, without a gap; text and system lines share it. */
  seq: v.number(),
  author: authorSchema,
  sentAt: timestamp,
};

export const textMessageSchema = v.object({
  ...line,
  kind: v.literal('text'),
  text: v.string(),
  replyTo: v.nullable(id),
});
export type TextMessage = v.InferOutput<typeof textMessageSchema>;

export const systemMessageSchema = v.object({
  ...line,
  kind: v.literal('system'),
  happening: happeningSchema,
});
export type SystemMessage = v.InferOutput<typeof systemMessageSchema>;

export const messageSchema = v.variant('kind', [textMessageSchema, systemMessageSchema]);
export type Message = v.InferOutput<typeof messageSchema>;

/**
 * Always in the order of `seq`. Without `before` and `after`: the newest. `next` is the `seq` to
 * pass on in the same direction, null at the end. `readSeq` is how far the asker has read, as in
 * a report.
 */
export const messagePageSchema = v.object({
  ...pageOf(messageSchema).entries,
  readSeq: v.number(),
});
export type MessagePage = v.InferOutput<typeof messagePageSchema>;

/** `before` and `after` are exclusive, and exclude each other. */
export const messageQuerySchema = v.object({ before: sequence, after: sequence, limit: pageLimit });
export type MessageQuery = v.InferOutput<typeof messageQuerySchema>;

/**
 * How far somebody has read a dialogue. It only ever grows, and own lines that follow count as
 * read: the answer may name a later line than the request.
 */
export const readRequestSchema = v.strictObject({ seq: whole(0, 999_999_999) });
export const readSchema = v.object({ seq: v.number() });
