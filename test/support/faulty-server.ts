import pg from 'pg';
import { openPostgres } from '../../src/server/database/postgres.js';
import { createHandler } from '../../src/server/handler.js';
import { serve } from '../../src/server/node/serve.js';
import { faults } from './faults/faults.js';
import { testSecret } from './people.js';

/*
 * The server with one rule broken, named by TASKCHAT_FAULT: what a race test must find before its
 * zero counts. It alters the tables of its database: give it one of its own.
 */
const { DATABASE_URL: url = '', TASKCHAT_FAULT: name = '' } = process.env;
const fault = faults[name];
if (!fault) throw new Error(`TASKCHAT_FAULT must be one of ${Object.keys(faults).join(', ')}.`);

const database = await openPostgres({ url, plugins: fault.plugin ? [fault.plugin] : [] });
const owner = new pg.Client(url);
await owner.connect();
// Servers that start together would wait for each other's tables.
await owner.query('select pg_advisory_lock(1)');
for (const statement of fault.statements ?? []) await owner.query(statement);
await owner.query('select pg_advisory_unlock(1)');
const { chore } = fault;
if (chore) setInterval(() => void owner.query(chore), 3_000);
else await owner.end();

const handler = createHandler({ database, auth: { secret: testSecret }, sites: ['test-*'] });
const served = await serve((request) => handler.fetch(request), { host: '127.0.0.1', port: 0 });
process.once('SIGTERM', () => process.exit(0));
process.stdout.write(`Taskchat listens on ${served.url}\n`);
