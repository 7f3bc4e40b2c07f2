import * as v from 'valibot';
import { limits } from './limits.js';
import { id, timestamp } from './values.js';

/**
 * A file that somebody has uploaded. `name` is the name that was sent, cleaned of what could
 * deceive; `type` is what the bytes are, whatever was said of them.
 */
export const attachmentSchema = v.object({
  id,
  name: v.string(),
  type: v.string(),
  /** Bytes. */
  size: v.number(),
  /** Pixels, as a browser shows it. Present exactly for pictures that may be shown in place. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
});
export type Attachment = v.InferOutput<typeof attachmentSchema>;

/** A way to the bytes, for everybody who has it. Good until `expiresAt`. */
export const attachmentLinkSchema = v.object({
  /** Absolute, or relative to the endpoint with a slash at its end. */
  url: v.string(),
  expiresAt: timestamp,
});
export type AttachmentLink = v.InferOutput<typeof attachmentLinkSchema>;

/** Uploads that a message, a report or a revision takes along, in the order to show them in. */
export const attachmentIds = v.optional(
  v.pipe(
    v.array(id),
    v.maxLength(limits.attachments, `At most ${limits.attachments}.`),
    v.check((ids) => new Set(ids).size === ids.length, 'Must not name one twice.'),
  ),
  [],
);

/** What a backend takes. Of uploads that nothing has taken along yet, a member has so many. */
export const attachmentLimitsSchema = v.object({
  /** Bytes of one file. */
  maxBytes: v.number(),
  /** Files of one message, report or revision. */
  maxPerMessage: v.number(),
  /** Uploads waiting to be taken along, of one member: how many, and how many bytes. */
  maxWaiting: v.number(),
  maxWaitingBytes: v.number(),
  /** Seconds for which an upload waits before it is given up. */
  waitsSeconds: v.number(),
  /** The types of pictures shown in place. Any other file is taken too, and only downloaded. */
  pictures: v.array(v.string()),
});
export type AttachmentLimits = v.InferOutput<typeof attachmentLimitsSchema>;
