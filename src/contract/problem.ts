import * as v from 'valibot';
import { decisionSchema } from './decision.js';

/** Every refusal's stable code, with its HTTP status and its title. Codes are never renamed. */
export const problemCodes = {
  unauthenticated: { status: 401, title: 'A valid token is needed.' },
  forbidden: { status: 403, title: 'The token does not allow this.' },
  'not-found': { status: 404, title: 'There is no such thing here.' },
  'already-decided': { status: 409, title: 'This round is decided.' },
  'already-approved': { status: 409, title: 'The report is approved, for ever.' },
  'task-inactive': { status: 409, title: 'The task takes no reports.' },
  'task-not-open': { status: 409, title: 'The task is not open yet.' },
  'task-closed': { status: 409, title: 'The task is closed.' },
  'limit-reached': { status: 409, title: 'You have sent all that is taken from you.' },
  'quota-reached': { status: 409, title: 'All places of the task are taken.' },
  stale: { status: 412, title: 'It has changed since you saw it.' },
  'too-large': { status: 413, title: 'The body is too large.' },
  'unsupported-type': { status: 415, title: 'The body must be application/json.' },
  invalid: { status: 422, title: 'The request is not valid.' },
  'id-conflict': { status: 422, title: 'This id was used with other content.' },
  'rate-limited': { status: 429, title: 'Too many requests.' },
  unavailable: { status: 503, title: 'Not available for the moment.' },
} as const;
export type ProblemCode = keyof typeof problemCodes;

/** `application/problem+json` (RFC 9457). It never repeats what was sent. */
export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
  /** With `invalid`: where, as a path of keys joined by dots, and what is wrong there. */
  errors: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  /** With `already-decided` and `already-approved`: the decision that stands. */
  decision: v.optional(decisionSchema),
});
export type Problem = v.InferOutput<typeof problemSchema>;
