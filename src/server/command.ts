#!/usr/bin/env node
import { Hono } from 'hono';
import { pino } from 'pino';
import type { Database } from './database/database.js';
import { s3Files } from './files/s3-files.js';
import { createHandler, type Handler } from './handler.js';
import { openDatabase } from './node/open-database.js';
import { serve, type Served } from './node/serve.js';
import { readSettings, StartRefusal, type Settings } from './node/settings.js';

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

/** What `--demo` adds, as `./demo/demo.js` gives it; undefined without it. */
async function openDemo({ directory }: Settings, asked: boolean) {
  return asked ? (await import('./demo/demo.js')).openDemo(directory) : undefined;
}
type Demo = Awaited<ReturnType<typeof openDemo>>;

/** A demo has its own secret and its own site; without it both must be told. */
function identity(
  settings: Settings,
  demo: Demo,
): Pick<Settings, 'sites' | 'publishedSites' | 'boardSites'> & {
  auth: NonNullable<Settings['auth']>;
} {
  const { auth, sites, publishedSites, boardSites } = settings;
  if (demo) {
    const own = [demo.site];
    return { auth: { secret: demo.secret }, sites: own, publishedSites: own, boardSites: own };
  }
  if (!auth) throw new StartRefusal('Set TASKCHAT_SECRET or TASKCHAT_JWKS, or start with --demo.');
  if (sites.length === 0) throw new StartRefusal('Set TASKCHAT_SITES to the sites to serve.');
  return { auth, sites, publishedSites, boardSites };
}

async function start(settings: Settings, demoAsked: boolean): Promise<void> {
  const logger = pino({ level: process.env.LOG_LEVEL || 'warn' }, pino.destination(2));
  const demo = await openDemo(settings, demoAsked);
  const whose = identity(settings, demo);
  const database = await openDatabase(settings, say, () => {
    say('Another process has taken the data directory; this one stops before it does harm.');
    process.exit(1);
  });
  const { origins, s3 } = settings;
  const files = s3 && { files: s3Files(s3) };
  const handler = createHandler({ database, ...whose, ...files, origins, logger });
  const app = new Hono();
  app.all('/api/v1/*', ({ req }) => handler.fetch(req.raw));
  app.all('/api/v1', ({ req }) => handler.fetch(req.raw));
  if (demo) {
    const endpoint = 'http://localhost/api/v1';
    app.route('/', await demo.begin({ fetch: handler.fetch, database, endpoint }));
  }
  const served = await serve(app.fetch, settings);
  stopOnSignal({ served, handler, database });
  process.stdout.write(`Taskchat listens on ${served.url}\n`);
}

interface Running {
  served: Served;
  handler: Handler;
  database: Database;
}

function stopOnSignal({ served, handler, database }: Running): void {
  const stop = async () => {
    const stopped = served.stop();
    await handler.close();
    await stopped;
    await database.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

const demoAsked = process.argv.includes('--demo');
try {
  await start(await readSettings(process.env, demoAsked), demoAsked);
} catch (error) {
  say(error instanceof StartRefusal ? error.message : `The server did not start: ${String(error)}`);
  process.exit(1);
}
