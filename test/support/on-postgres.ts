import { describe, test } from 'node:test';
import { postgresIsMissing } from './postgres.js';

/** Tests that need a PostgreSQL; where there is none, one skipped test gives the reason. */
export function onPostgres(name: string, tests: () => void, options = {}): void {
  const reason = postgresIsMissing();
  if (reason === undefined) describe(name, options, tests);
  else test(name, { skip: reason });
}
