import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { emptyVerdict } from '../support/verdict.js';
import { checkBooks, type Totals } from './books.js';
import { kinds, type Findings } from './findings.js';

/*
 * Looks at the tables again and again, until it is told to end: `watch-books.ts URL SITE`. A process
 * of its own, so that it is not late when a thousand answers arrive at once.
 */

export interface Sample {
  readonly findings: Findings;
  readonly totals: Totals;
  /** Milliseconds since the sample before. */
  readonly gap: number;
}

/** Milliseconds from the start of one sample to that of the next, unless one takes longer. */
const pace = 700;

const [url = '', site = ''] = process.argv.slice(2);
const database = new pg.Pool({ connectionString: url, max: 1 });
let isOver = false;
process.once('message', () => (isOver = true));

for (let [last, isLast] = [Date.now(), false]; !isLast;) {
  isLast = isOver;
  const start = Date.now();
  const findings = emptyVerdict(kinds);
  const totals = await checkBooks(database, site, findings, 'books in between');
  process.send?.({ findings, totals, gap: start - last } satisfies Sample);
  last = start;
  if (!isLast) await wait(Math.max(0, start + pace - Date.now()));
}
await database.end();
process.disconnect();
