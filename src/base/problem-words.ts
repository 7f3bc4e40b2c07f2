import type { ErrorCode } from '../api/api-error.js';
import type { Locale } from './locale.js';

/** What a person reads instead of a code that has no words of its own. */
const spokenAs: Partial<Record<ErrorCode, 'network' | 'bad-answer' | 'unavailable'>> = {
  aborted: 'network',
  'unsupported-type': 'bad-answer',
  'rate-limited': 'unavailable',
};

/** The plain sentence that tells what happened; a foreign backend's own code gets the title. */
export const problemSentence = (code: ErrorCode, locale: Locale): string => {
  const key = (spokenAs[code] ?? code) as 'network';
  return locale.term(locale.exists(key, { includeFallback: true }) ? key : 'problemTitle');
};
