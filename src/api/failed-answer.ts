import type { Problem } from '../contract/problem.js';
import { ApiError, type ErrorCode } from './api-error.js';

/** What a status means when its answer names no code. */
const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'wrong-endpoint',
  408: 'unavailable',
  412: 'stale',
  413: 'too-large',
  415: 'unsupported-type',
  429: 'rate-limited',
};

/** Seconds of a `Retry-After` header, which may also be a date (RFC 9110, 10.2.3). */
const secondsOf = (header: string | null): number | undefined => {
  if (!header) return undefined;
  const seconds = Number(header);
  const value = Number.isNaN(seconds) ? (Date.parse(header) - Date.now()) / 1000 : seconds;
  return value > 0 ? value : undefined;
};

/** The meaning of an answer that is no success. */
export const failedAnswer = async (response: Response): Promise<ApiError> => {
  const { status, headers } = response;
  const told = headers.get('content-type')?.startsWith('application/problem+json');
  const problem = (told ? await response.json().catch(() => null) : null) as Problem | null;
  const { code, errors, decision } = problem ?? {};
  return new ApiError(code ?? byStatus[status] ?? (status >= 500 ? 'unavailable' : 'bad-answer'), {
    status,
    retryAfter: secondsOf(headers.get('retry-after')),
    errors,
    decision,
  });
};
