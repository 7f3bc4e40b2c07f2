import { sql } from 'kysely';
import type { SiteTransaction } from '../database/in-site.js';

/** Where a page ends: the time and the id of its last row. */
export type Place = readonly [Date, string];

export interface ExportPage<Row> {
  rows: Row[];
  /** Null after the last page. */
  last: Place | null;
}

/** What can be taken out, page by page, in an order in which nothing comes in before what was. */
export interface Source<Row extends object> {
  /** Of each row, in the order of the file. */
  columns: readonly (keyof Row & string)[];
  count(transaction: SiteTransaction, site: string): Promise<number>;
  page(
    transaction: SiteTransaction,
    site: string,
    place: Place | null,
    limit: number,
  ): Promise<ExportPage<Row>>;
}

/** The page of rows that were found, of at most `limit`. */
export const pageOf = <Found, Row>(
  found: readonly Found[],
  limit: number,
  toRow: (found: Found) => Row,
  placeOf: (found: Found) => Place,
): ExportPage<Row> => ({
  rows: found.map(toRow),
  last: found.length < limit ? null : placeOf(found.at(-1)!),
});

/** How many rows a table has of a site. */
export const countRows =
  (table: 'report' | 'ledger' | 'task') =>
  async (transaction: SiteTransaction, site: string): Promise<number> => {
    const { rows } = await sql<{ count: string }>`
      select count(*) from ${sql.table(table)} where site = ${site}`.execute(transaction);
    return Number(rows[0]?.count);
  };
