import Papa from 'papaparse';
import { Breath } from './breath.js';
import { UnfitFile } from './file-text.js';

/** Characters that are read between two looks at the time. */
const piece = 32_768;
/** Pieces without the end of a line after which a quotation mark counts as never closed. */
const patience = 32;

/** A row as it stands in the file. */
export interface RawRow {
  /** From 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Whether a quotation mark stands where none belongs. */
  readonly hasBadQuotes: boolean;
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The cells of the first row that says something, as this delimiter cuts it. */
export const firstRow = (text: string, delimiter: string): readonly string[] =>
  Papa.parse<string[]>(text.slice(0, piece).trimStart(), { delimiter, newline: '\n', preview: 1 })
    .data[0] ?? [];

/**
 * Reads a text piece by piece; rows without a word are left out, and counted.
 * @throws {UnfitFile} when a quotation mark is never closed.
 */
export function readRows(
  text: string,
  delimiter: string,
  take: (row: RawRow) => void,
  signal: AbortSignal,
): Promise<void> {
  const breath = new Breath();
  let read = 0;
  let idle = 0;
  const takeIn = ({ data, errors }: Papa.ParseResult<string[]>): void => {
    const bad = new Set(errors.map(({ row }) => row));
    idle = data.length > 0 ? 0 : idle + 1;
    const open = errors.find(({ code }) => code === 'MissingQuotes');
    if (open || idle > patience) {
      throw new UnfitFile({ kind: 'open-quotes', row: read + (open?.row ?? 0) + 1 });
    }
    for (const [index, cells] of data.entries()) {
      const row = (read += 1);
      if (!isEmpty(cells)) take({ row, cells, hasBadQuotes: bad.has(index) });
    }
  };
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter,
      newline: '\n',
      chunkSize: piece,
      chunk(results: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        try {
          signal.throwIfAborted();
          takeIn(results);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          return parser.abort();
        }
        parser.pause();
        void breath.take().then(() => parser.resume());
      },
      complete: () => resolve(),
    });
  });
}
