/** Runs one statement as a superuser. */
export type Query = (text: string, values: string[]) => Promise<Record<string, unknown>[]>;

const tablesWithSite = `
  select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
  from information_schema.columns
  where column_name = 'site' and table_schema not in ('pg_catalog', 'information_schema')
  order by 1`;

/** Every row of a site in every table that knows sites, as one comparable text. */
export async function dumpSite(query: Query, site: string): Promise<string> {
  const tables = await query(tablesWithSite, []);
  if (tables.length === 0) throw new Error('No table has a column named site.');
  const parts: string[] = [];
  for (const { name } of tables) {
    const statement = `select to_jsonb(t)::text as line from ${String(name)} t where site = $1 order by 1`;
    const rows = await query(statement, [site]);
    parts.push(String(name), ...rows.map((row) => String(row.line)));
  }
  return parts.join('\n');
}
