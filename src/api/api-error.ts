import type { Problem, ProblemCode } from '../contract/problem.js';

/** Why something failed: a code of the contract, or what went wrong before one could be given. */
export type ErrorCode =
  | ProblemCode
  | 'network'
  | 'timeout'
  | 'bad-answer'
  | 'wrong-endpoint'
  | 'token-unavailable'
  | 'aborted';

/** What is known beside the code. */
export interface ErrorFacts {
  status?: number | undefined;
  retryAfter?: number | undefined;
  errors?: Problem['errors'];
  decision?: Problem['decision'];
  cause?: unknown;
}

/** Codes after which the same request may succeed later. */
const passing: readonly ErrorCode[] = [
  'network',
  'timeout',
  'bad-answer',
  'wrong-endpoint',
  'token-unavailable',
  'unauthenticated',
  'rate-limited',
  'unavailable',
];

/** The one error of this library's requests. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** Seconds to wait before the next attempt, when the server said so. */
  readonly retryAfter: number | undefined;
  /** With `invalid`: where, and what is wrong there. */
  readonly errors: Problem['errors'];
  /** With `already-decided` and `already-approved`: the decision that stands. */
  readonly decision: Problem['decision'];

  constructor(code: ErrorCode, { status, retryAfter, errors, decision, cause }: ErrorFacts = {}) {
    super(code, { cause });
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
    this.errors = errors;
    this.decision = decision;
  }

  /** Whether the same request may succeed later, with nothing changed in it. */
  get transient(): boolean {
    return passing.includes(this.code);
  }

  /**
   * Any failure as an ApiError; what is unknown came from an answer that was not as agreed. The
   * name is compared, not the class: two copies of this library may share one page.
   */
  static from(error: unknown): ApiError {
    return error instanceof Error && error.name === 'ApiError'
      ? (error as ApiError)
      : new ApiError('bad-answer', { cause: error });
  }
}
