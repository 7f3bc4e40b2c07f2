import Papa from 'papaparse';
import type { ReportSummary } from '../../contract/report.js';
import { columns, outcomeColumn, type Column } from './columns.js';
import { Breath } from './breath.js';
import { formula, unguarded } from '../../contract/formula-guard.js';
import type { SheetLine } from './sheet-line.js';

/** Lines that are written between two looks at the time. */
const piece = 200;

/** Each cell is text: no spreadsheet shall take what a member wrote for a formula. */
const written = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(rows as string[][], { newline: '\r\n', escapeFormulae: formula })}\r\n`;

const cellsOf = (report: ReportSummary): readonly string[] => {
  const cells: Partial<Record<Column, string>> = {
    report: report.id,
    round: String(report.round),
    member: report.member.name,
    task: report.task.name,
    points: String(report.score),
    'awaiting since': report.awaitingSince,
    text: report.text,
  };
  return columns.map((column) => cells[column] ?? '');
};

const fileOf = (parts: readonly string[]): Blob =>
  // By the byte order mark, Excel knows that it is UTF-8.
  new Blob(['\uFEFF', ...parts], { type: 'text/csv;charset=utf-8' });

/** A sheet of reports that grows page by page. */
export class SheetWriter {
  readonly #parts = [written([columns])];
  count = 0;

  add(reports: readonly ReportSummary[]): void {
    if (reports.length > 0) this.#parts.push(written(reports.map(cellsOf)));
    this.count += reports.length;
  }

  get file(): Blob {
    return fileOf(this.#parts);
  }
}

/** The lines as they were read, each with what came of it. */
export async function writeOutcomes(
  header: readonly string[],
  lines: readonly SheetLine[],
  wordsOf: (line: SheetLine) => string,
): Promise<Blob> {
  const breath = new Breath();
  // One that was loaded with its outcomes gets no second column of them.
  const place = header.findIndex((name) => name.trim().toLowerCase() === outcomeColumn);
  const width = place < 0 ? header.length : place;
  const withLast = (cells: readonly string[], last: string): readonly string[] => {
    const row = Array.from({ length: Math.max(width, cells.length) }, (_, n) => cells[n] ?? '');
    return row.toSpliced(width, place < 0 ? 0 : 1, last);
  };
  const parts = [written([withLast(header, outcomeColumn)])];
  for (let from = 0; from < lines.length; from += piece) {
    await breath.take();
    const some = lines.slice(from, from + piece);
    parts.push(written(some.map((line) => withLast(line.cells.map(unguarded), wordsOf(line)))));
  }
  return fileOf(parts);
}
