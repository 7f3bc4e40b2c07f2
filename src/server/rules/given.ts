import { sql, type RawBuilder } from 'kysely';

type SqlType = 'uuid' | 'uuid[]' | 'text' | 'integer';

/** A value of ours in the select list of an `INSERT … SELECT`, where SQL does not infer its type. */
export const given = <Value>(value: Value, type: SqlType): RawBuilder<Value> =>
  sql<Value>`${value}::${sql.raw(type)}`;
