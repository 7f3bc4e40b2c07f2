import { ApiError } from '../api/api-error.js';
import { Backoff } from '../api/backoff.js';

/** Told why another attempt is waited for; null once it has succeeded. */
export type OnWait = (problem: ApiError | null) => void;

/**
 * Attempts it again after each failure that may pass, with pauses that grow or that the server has
 * asked for.
 * @throws {ApiError} what does not pass; and what failed last, when the signal aborts.
 */
export async function persist<Answer>(
  attempt: () => Promise<Answer>,
  signal: AbortSignal,
  onWait: OnWait = () => {},
): Promise<Answer> {
  const backoff = new Backoff();
  for (;;) {
    try {
      const answer = await attempt();
      onWait(null);
      return answer;
    } catch (error) {
      const problem = ApiError.from(error);
      if (!problem.transient || signal.aborted) throw problem;
      onWait(problem);
      await backoff.wait(signal, problem.retryAfter);
      if (signal.aborted) throw problem;
    }
  }
}
