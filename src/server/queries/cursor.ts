import * as v from 'valibot';
import { invalid, type Refusal } from '../problems.js';

/** The keys of a page's last row, packed so that nobody is tempted to make one. */
export const writeCursor = (keys: readonly (string | number | null)[]): string =>
  btoa(JSON.stringify(keys)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

export const badCursor = (): Refusal =>
  invalid('after', 'Must be the mark that an earlier page of the same list gave.');

/** Unpacks a cursor that {@link writeCursor} made; anything else is `invalid`. */
export function readCursor<Schema extends v.GenericSchema>(
  schema: Schema,
  cursor: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, unpack(cursor));
  if (!parsed.success) throw badCursor();
  return parsed.output;
}

function unpack(cursor: string): unknown {
  try {
    return JSON.parse(atob(cursor.replace(/-/g, '+').replace(/_/g, '/')));
  } catch {
    return undefined;
  }
}

/** Splits what a query with one row more than asked for has found. */
export function cutPage<Row>(rows: Row[], limit: number): { rows: Row[]; last: Row | undefined } {
  const page = rows.slice(0, limit);
  return { rows: page, last: rows.length > limit ? page.at(-1) : undefined };
}

/** What a person typed, as a pattern for `ILIKE` that finds it anywhere, letter by letter. */
export const containing = (typed: string): string => `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
