import * as v from 'valibot';
import { limits } from './limits.js';
import { personSchema } from './member.js';
import { id, timestamp, words } from './values.js';

/** `changes` leaves the report awaiting and gives the turn to the member. */
export const verdictSchema = v.picklist(['approved', 'rejected', 'changes']);
export type Verdict = v.InferOutput<typeof verdictSchema>;

/** A reason that is given often. */
export const reasonTemplateSchema = v.strictObject({
  text: words(limits.reasonTemplate),
  /** What it is a reason for; null for both. */
  verdict: v.optional(v.nullable(v.picklist(['rejected', 'changes'])), null),
});
export type ReasonTemplate = v.InferOutput<typeof reasonTemplateSchema>;

/** A decision as a reviewer sends it. A rejection or a request for changes says why. */
export const decisionRequestSchema = v.variant('verdict', [
  v.strictObject({
    id,
    verdict: v.literal('approved'),
    reason: v.optional(words(limits.reason)),
  }),
  v.strictObject({
    id,
    verdict: v.picklist(['rejected', 'changes']),
    reason: words(limits.reason),
  }),
]);
export type DecisionRequest = v.InferOutput<typeof decisionRequestSchema>;

/** A decision as it stands, for ever. At most one for each round of a report. */
export const decisionSchema = v.object({
  id,
  round: v.number(),
  verdict: verdictSchema,
  reason: v.nullable(v.string()),
  reviewer: personSchema,
  decidedAt: timestamp,
});
export type Decision = v.InferOutput<typeof decisionSchema>;
