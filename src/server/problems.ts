import type { Decision } from '../contract/decision.js';
import { problemCodes, type Problem, type ProblemCode } from '../contract/problem.js';

type Details = Pick<Problem, 'errors' | 'decision'>;

/** A request that the contract refuses. Thrown inside a transaction, it rolls it back. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** Refuses with `invalid`; `path` says where. The message never holds what was sent. */
export const invalid = (path: string, message: string): Refusal =>
  new Refusal('invalid', { errors: [{ path, message }] });

/** Refuses because an earlier decision stands. */
export const standing = (
  code: 'already-approved' | 'already-decided',
  decision: Decision,
): Refusal => new Refusal(code, { decision });

/** Headers of every answer: what is told to one person is kept by nobody on the way. */
export const answerHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Seconds after which a client may ask again. */
const retryAfter = '2';

const extraHeaders: Partial<Record<ProblemCode, Record<string, string>>> = {
  unauthenticated: { 'WWW-Authenticate': 'Bearer' },
  'rate-limited': { 'Retry-After': retryAfter },
  unavailable: { 'Retry-After': retryAfter },
};

/** A refusal as `application/problem+json` (RFC 9457). */
export function problemResponse({ code, details }: Refusal): Response {
  const problem: Problem = {
    type: `urn:taskchat:problem:${code}`,
    ...problemCodes[code],
    code,
    ...details,
  };
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...answerHeaders,
      ...extraHeaders[code],
    },
  });
}

/** A success as JSON. */
export const jsonResponse = (body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json', ...answerHeaders, ...headers },
  });
