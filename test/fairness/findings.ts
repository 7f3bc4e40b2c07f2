import type { Verdict } from '../support/verdict.js';

/** The checks of this proof, by what each of them finds. */
export const kinds = [
  /** A round with more than one decision, or with none when all is over. */
  'decisions',
  /** Ledger, approvals and scores that differ at a moment while the work goes on. */
  'books in between',
  /** The same when all is over. */
  'books at the end',
  /** A balance that the API tells, and that the ledger did not have meanwhile. */
  'balances',
  /** Dialogues with a gap, or without exactly one line for each decision. */
  'lines',
  /** Somebody was told another decision than the one that stands. */
  'told',
  /** The same request again, and another answer. */
  'repeats',
  /** A decision on a round that its reviewer had not seen. */
  'unseen',
  /** A revision and a decision that went past each other. */
  'order',
  /** An attempt that ended neither in its decision nor in a refusal that the rules give. */
  'unexplained',
] as const;

export type Kind = (typeof kinds)[number];
export type Findings = Verdict<Kind>;
