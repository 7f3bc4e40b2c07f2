import Papa from 'papaparse';
import type { ExportFormat } from '../../contract/export.js';
import { formula } from '../../contract/formula-guard.js';

/** How rows are written, before, between and after. */
export interface Format {
  type: string;
  head(columns: readonly string[]): string;
  lines(columns: readonly string[], rows: readonly object[]): string;
  end(rows: number): string;
}

const csvLines = (lines: readonly (readonly unknown[])[]): string =>
  lines.length === 0
    ? ''
    : `${Papa.unparse(lines as unknown[][], { newline: '\r\n', escapeFormulae: formula })}\r\n`;

/** What has parts is one cell all the same. */
const cell = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`;

export const formats: Record<ExportFormat, Format> = {
  // RFC 4180. By the byte order mark, Excel knows that it is UTF-8.
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    head: (columns) => `\uFEFF${csvLines([columns])}`,
    lines: (columns, rows) =>
      csvLines(rows.map((row) => columns.map((column) => cell(row[column as keyof typeof row])))),
    end: () => '',
  },
  // What breaks off may end with a line: that it is whole is said by the last one.
  ndjson: {
    type: 'application/x-ndjson',
    head: () => '',
    lines: (_columns, rows) => rows.map(jsonLine).join(''),
    end: (rows) => jsonLine({ end: true, rows }),
  },
};
