import {
  OperationNodeTransformer,
  type InsertQueryNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
} from 'kysely';
import pg from 'pg';
import { openPostgres } from '../../src/server/database/postgres.js';
import { createHandler } from '../../src/server/handler.js';
import { serve } from '../../src/server/node/serve.js';
import { testSecret } from '../support/people.js';

/*
 * The server without the unique id of messages, in its tables and in its statements: it takes
 * every repeat for a message of its own. It alters its database: give it one of its own.
 */
class WithoutRepeats extends OperationNodeTransformer {
  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const { onConflict, ...rest } = super.transformInsertQuery(node);
    const says = node.into?.table.identifier.name === 'message';
    return { ...rest, ...(onConflict && !says && { onConflict }) };
  }
}

const transformer = new WithoutRepeats();
const plugin = {
  transformQuery: ({ node }: PluginTransformQueryArgs) => transformer.transformNode(node),
  transformResult: async ({ result }: PluginTransformResultArgs) => result,
};

const { DATABASE_URL: url = '', PORT = '0' } = process.env;
const database = await openPostgres({ url, plugins: [plugin] });
const owner = new pg.Client(url);
await owner.connect();
await owner.query('alter table message drop constraint if exists message_pkey cascade');
await owner.end();

const handler = createHandler({ database, auth: { secret: testSecret }, sites: ['test-*'] });
const place = { host: '127.0.0.1', port: Number(PORT) };
const served = await serve((request) => handler.fetch(request), place);
process.once('SIGTERM', () => process.exit(0));
process.stdout.write(`Taskchat listens on ${served.url}\n`);
