import { missingIn, placesIn, twiceIn } from './columns.js';
import { textOf, UnfitFile } from './file-text.js';
import { lineOf } from './judge-line.js';
import { firstRow, readRows } from './read-rows.js';
import { markRepeats } from './repeats.js';
import type { SheetLine } from './sheet-line.js';

/** What a file holds. */
export interface SheetFile {
  /** The names of its columns, as they were read. */
  readonly header: readonly string[];
  readonly lines: SheetLine[];
}

const delimiters = [',', ';', '\t'];

const countOf = (header: readonly string[]): number =>
  Object.values(placesIn(header)).filter((place) => place >= 0).length;

/** Spreadsheets write what their country uses: the delimiter that finds the most columns. */
function delimiterOf(text: string): string {
  const found = delimiters.map((one) => [one, countOf(firstRow(text, one))] as const);
  return found.sort(([, one], [, other]) => other - one)[0]![0];
}

function placesOf(header: readonly string[]) {
  const places = placesIn(header);
  const missing = missingIn(places);
  if (missing) throw new UnfitFile({ kind: 'no-column', column: missing });
  const twice = twiceIn(header);
  if (twice) throw new UnfitFile({ kind: 'column-twice', column: twice });
  return places;
}

/**
 * Reads a file in pieces between which the page lives on; each line is judged by what it says.
 * @throws {UnfitFile} when there is nothing to go by.
 */
export async function readSheet(
  file: Blob,
  signal: AbortSignal,
  onProgress: (lines: number) => void = () => {},
): Promise<SheetFile> {
  const text = (await textOf(file)).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  if (text.trim() === '') throw new UnfitFile({ kind: 'empty' });
  const delimiter = delimiterOf(text);
  let places: ReturnType<typeof placesOf> | undefined;
  let header: readonly string[] = [];
  const lines: SheetLine[] = [];
  const take = (row: Parameters<Parameters<typeof readRows>[2]>[0]): void => {
    if (places) lines.push(lineOf({ ...row, width: header.length }, places));
    else places = placesOf((header = row.cells));
    if (lines.length % 1_000 === 0) onProgress(lines.length);
  };
  await readRows(text, delimiter, take, signal);
  if (lines.length === 0) throw new UnfitFile({ kind: 'empty' });
  await markRepeats(lines);
  return { header, lines };
}
