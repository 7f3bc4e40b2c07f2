import type { Verdict } from '../../contract/decision.js';

const verdicts: Readonly<Record<string, Verdict>> = {
  approve: 'approved',
  approved: 'approved',
  reject: 'rejected',
  rejected: 'rejected',
  changes: 'changes',
  'changes requested': 'changes',
  'ask for changes': 'changes',
};

/** The verdict that somebody has written; undefined for a word that means none. */
export const verdictOf = (word: string): Verdict | undefined => {
  const name = word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return Object.hasOwn(verdicts, name) ? verdicts[name] : undefined;
};
