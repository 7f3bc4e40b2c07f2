import type { ErrorCode } from '../../api/api-error.js';
import type { Decision, Verdict } from '../../contract/decision.js';
import type { ReportSummary } from '../../contract/report.js';

/** What becomes of a line. */
export type Outcome =
  /** It says all that is needed, and is not compared with its report yet. */
  | { readonly kind: 'unchecked' }
  /** It will be decided so. */
  | { readonly kind: 'ready'; readonly verdict: Verdict; readonly report: ReportSummary }
  /** It has no verdict, and its report is left alone. */
  | { readonly kind: 'blank' }
  /** What it says is not enough, or too much. */
  | { readonly kind: 'no-report' | 'no-round' | 'no-reason' | 'extra-cells' | 'bad-quotes' }
  | { readonly kind: 'unknown-verdict'; readonly word: string }
  | { readonly kind: 'long-reason'; readonly over: number }
  /** Another line says the same, or otherwise, about its report: it stands in that row. */
  | { readonly kind: 'repeated' | 'contradicted'; readonly row: number }
  /** Its report is not what it takes it for. */
  | { readonly kind: 'missing' | 'own' }
  | { readonly kind: 'settled'; readonly decision: Decision }
  | { readonly kind: 'revised' | 'other-round'; readonly round: number }
  /** It was about to be decided. */
  | { readonly kind: 'sending' | 'prevented' }
  | { readonly kind: 'done'; readonly verdict: Verdict }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/** A line of the file. */
export interface SheetLine {
  /** Where a spreadsheet shows it; the line with the names of the columns is 1. */
  readonly row: number;
  /** As it was read, to be written again. */
  readonly cells: readonly string[];
  readonly report: string;
  /** The round that it decides; 0 when it says none. */
  readonly round: number;
  /** As the file says, or the backend once it was asked. */
  readonly member: string;
  readonly task: string;
  /** Undefined when it says none. */
  readonly verdict: Verdict | undefined;
  /** What the member will read; empty when it says nothing. */
  readonly reason: string;
  readonly outcome: Outcome;
}

/**
 * What lines are counted by: the kind of their outcome, and where there is one its verdict, as
 * `ready approved`.
 */
export type Group = string;

export const groupOf = ({ outcome }: SheetLine): Group =>
  outcome.kind === 'ready' || outcome.kind === 'done'
    ? `${outcome.kind} ${outcome.verdict}`
    : outcome.kind;

const fine = new Set<Outcome['kind']>(['unchecked', 'ready', 'blank', 'sending', 'done']);

/** Whether somebody wanted something of this line that does not happen. */
export const isProblem = ({ outcome }: SheetLine): boolean => !fine.has(outcome.kind);
