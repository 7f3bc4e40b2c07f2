import ky, { HTTPError, TimeoutError, type Options, type RetryOptions } from 'ky';
import { ApiError } from './api-error.js';
import { failedAnswer } from './failed-answer.js';
import type { Transport } from './transport.js';

/** Seconds that a repeat may be put off while somebody waits for the answer. */
const patience = 5;

const retry: RetryOptions = {
  limit: 2,
  methods: ['get', 'put', 'delete'],
  statusCodes: [408, 429, 502, 503, 504],
  afterStatusCodes: [429, 503],
  jitter: true,
  async shouldRetry({ error }) {
    if (error instanceof HTTPError) {
      const { retryAfter = 0 } = await failedAnswer(error.response.clone());
      return retryAfter > patience ? false : undefined;
    }
    return ApiError.from(error).code === 'network' ? undefined : false;
  },
};

/** ky reads inherited options: what could turn a request or look into it is given as an own one. */
const uninherited = {
  json: undefined,
  body: undefined,
  hooks: undefined,
  searchParams: '',
  prefixUrl: '',
} as object;

const meaning = async (error: unknown, signal?: AbortSignal): Promise<ApiError> => {
  if (signal?.aborted) return new ApiError('aborted', { cause: error });
  if (error instanceof HTTPError) return failedAnswer(error.response);
  return error instanceof TimeoutError ? new ApiError('timeout') : ApiError.from(error);
};

/** The object that an answer holds; every answer of the contract is one. */
export const objectOf = async (response: Response): Promise<object> => {
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer === 'object' && answer && !Array.isArray(answer)) return answer;
  throw new ApiError('bad-answer', { status: response.status });
};

/** Sends one request, with repeats where they are safe. Every failure is an {@link ApiError}. */
export async function request(
  { endpoint, fetch, ready }: Transport,
  path: string,
  { headers, ...options }: Options,
  signal?: AbortSignal,
): Promise<object> {
  try {
    await ready();
    const response = await ky(endpoint + path, {
      ...uninherited,
      ...options,
      headers: { accept: 'application/json', ...(headers as Record<string, string>) },
      fetch,
      retry: { ...retry },
      timeout: 10_000,
      ...(signal && { signal }),
    });
    return await objectOf(response);
  } catch (error) {
    throw await meaning(error, signal);
  }
}
