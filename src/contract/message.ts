import * as v from 'valibot';
import { attachmentIds, attachmentSchema } from './attachment.js';
import { limits } from './limits.js';
import { personSchema, roleSchema } from './member.js';
import { pageOf } from './page.js';
import { id, pageLimit, search, sequence, text, timestamp, whole } from './values.js';

/**
 * A message as its sender writes it. `replyTo` names a message of the same dialogue. The text may
 * be empty if something is attached.
 */
export const messageRequestSchema = v.pipe(
  v.strictObject({
    text: text(limits.messageText),
    replyTo: v.optional(v.nullable(id), null),
    attachments: attachmentIds,
  }),
  v.forward(
    v.check(
      (message) => message.text.trim() !== '' || message.attachments.length > 0,
      'Must not be empty.',
    ),
    ['text'],
  ),
);
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
  /** Empty when the message is withdrawn, and where what is attached says it all. */
  text: v.string(),
  replyTo: v.nullable(id),
  /** None when the message is withdrawn. */
  attachments: v.array(attachmentSchema),
  /** Since when only this mark of the message is left: the same `id`, the same `seq`. */
  withdrawnAt: v.nullable(timestamp),
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

/** Somebody who has read up to `seq`, and as what. Who has read nothing is no reader. */
export const readerSchema = v.object({ ...authorSchema.entries, seq: v.number() });
export type Reader = v.InferOutput<typeof readerSchema>;

/**
 * In the order of `seq`; without `before` and `after` the newest. `next` is the `seq` to pass on
 * in the same direction, null at its end. What was found with `q` comes newest first, and its
 * `next` goes into `after`.
 */
export const messagePageSchema = v.object({
  ...pageOf(messageSchema).entries,
  /** The newest line of the dialogue: behind a page that ends before it there are more. */
  lastSeq: v.number(),
  /** How far the asker has read, as in a report. */
  readSeq: v.number(),
  /** How far the others have read, whichever page this is. */
  readers: v.array(readerSchema),
});
export type MessagePage = v.InferOutput<typeof messagePageSchema>;

/**
 * `before` and `after` are exclusive, and exclude each other. `q` finds text messages that contain
 * each of its words, whatever their case; with it there is no `before`, and `after` takes the
 * `next` of the page before. A `q` without a word is none.
 */
export const messageQuerySchema = v.object({
  q: search,
  before: sequence,
  after: sequence,
  limit: pageLimit,
});
export type MessageQuery = v.InferOutput<typeof messageQuerySchema>;

/**
 * How far somebody has read a dialogue. It only ever grows, and own lines that follow count as
 * read: the answer may name a later line than the request.
 */
export const readRequestSchema = v.strictObject({ seq: whole(0, 999_999_999) });
export const readSchema = v.object({ seq: v.number() });

/**
 * A hint that the asker is writing, kept nowhere. It is good for `limits.typingSeconds`: who goes
 * on writing says so again before they are over, but not sooner than `limits.typingPause` seconds
 * after the last time, or the hint is dropped.
 */
export const typingSchema = v.strictObject({});
