/** What a sheet tells of each report; the last two are for the reviewer to fill in. */
export const columns = [
  'report',
  'round',
  'member',
  'task',
  'points',
  'awaiting since',
  'text',
  'verdict',
  'reason',
] as const;
export type Column = (typeof columns)[number];

/** Without these, nobody knows what is meant. */
const needed = ['report', 'round', 'verdict'] as const satisfies readonly Column[];

/** What a sheet gets beside its columns when it has been worked off. */
export const outcomeColumn = 'outcome';

/** Where each column stands; -1 for one that is not there. */
export type Places = Readonly<Record<Column, number>>;

const nameOf = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** Finds the columns by their names, in any order. */
export function placesIn(header: readonly string[]): Places {
  const names = header.map(nameOf);
  return Object.fromEntries(columns.map((column) => [column, names.indexOf(column)])) as Places;
}

/** The first column that is needed, and not there. */
export const missingIn = (places: Places): Column | undefined =>
  needed.find((column) => places[column] < 0);

/** A column that stands there twice, so that nobody knows which is meant. */
export function twiceIn(header: readonly string[]): Column | undefined {
  const names = header.map(nameOf);
  return columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
}
