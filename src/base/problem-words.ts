import type { ErrorCode } from '../api/api-error.js';
import type { Words } from '../locales/en.js';

/** The keys of those words that stand alone, without a number or a name in them. */
type PlainWord = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];

/** For each code, the plain sentence that tells a person what happened. */
const words: Record<ErrorCode, PlainWord> = {
  network: 'problemNetwork',
  timeout: 'problemTimeout',
  aborted: 'problemNetwork',
  'bad-answer': 'problemBadAnswer',
  'wrong-endpoint': 'problemWrongEndpoint',
  'token-unavailable': 'problemToken',
  unauthenticated: 'problemUnauthenticated',
  forbidden: 'problemForbidden',
  'not-found': 'problemNotFound',
  'already-decided': 'problemDecided',
  'already-approved': 'problemApproved',
  'task-inactive': 'problemTaskInactive',
  'task-closed': 'problemTaskClosed',
  'limit-reached': 'problemLimit',
  'quota-reached': 'problemQuota',
  stale: 'problemStale',
  'too-large': 'problemTooLarge',
  'unsupported-type': 'problemBadAnswer',
  invalid: 'problemInvalid',
  'id-conflict': 'problemConflict',
  'rate-limited': 'problemUnavailable',
  unavailable: 'problemUnavailable',
};

/** A code's sentence, as a key of the locale; an unknown code of a foreign backend gets the title. */
export const problemWord = (code: ErrorCode): PlainWord => words[code] ?? 'problemTitle';
