import type { Verdict } from '../../contract/decision.js';
import { limits } from '../../contract/limits.js';
import type { Places } from './columns.js';
import { unguarded } from '../../contract/formula-guard.js';
import type { Outcome, SheetLine } from './sheet-line.js';
import { verdictOf } from './verdict-words.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Spreadsheets may write a whole number with a fraction of none. */
const roundOf = (cell: string): number => {
  const [, digits] = /^(\d{1,9})(?:[.,]0+)?$/.exec(cell.trim()) ?? [];
  return Number(digits ?? 0);
};

/** A row of a file: its cells, and what the reading of it has met. */
export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
  readonly hasBadQuotes: boolean;
  /** How many cells the line with the names has. */
  readonly width: number;
}

/** What a row says, and whether that is enough. */
export function lineOf(raw: Row, places: Places): SheetLine {
  const { row, cells } = raw;
  const cell = (column: keyof Places): string => unguarded(cells[places[column]] ?? '');
  const word = cell('verdict').trim();
  const written = cell('reason');
  const report = cell('report').trim().toLowerCase();
  const round = roundOf(cell('round'));
  const verdict = verdictOf(word);
  const reason = written.trim() === '' ? '' : written;
  const outcome: Outcome =
    (word === '' && { kind: 'blank' }) ||
    misread(raw) ||
    unidentified(report, round) ||
    undecided(word, verdict, reason);
  const [member, task] = [cell('member'), cell('task')];
  return { row, cells, report, round, member, task, verdict, reason, outcome };
}

/** What stands in the cells may then be another column's. */
function misread({ cells, width, hasBadQuotes }: Row): Outcome | undefined {
  if (hasBadQuotes) return { kind: 'bad-quotes' };
  const hasExtra = cells.length > width && cells.slice(width).some((extra) => extra.trim() !== '');
  return hasExtra ? { kind: 'extra-cells' } : undefined;
}

function unidentified(report: string, round: number): Outcome | undefined {
  if (!report) return { kind: 'no-report' };
  if (!uuid.test(report)) return { kind: 'missing' };
  return round ? undefined : { kind: 'no-round' };
}

function undecided(word: string, verdict: Verdict | undefined, reason: string): Outcome {
  if (!verdict) return { kind: 'unknown-verdict', word };
  if (verdict !== 'approved' && !reason) return { kind: 'no-reason' };
  const over = reason.length - limits.reason;
  return over > 0 ? { kind: 'long-reason', over } : { kind: 'unchecked' };
}
