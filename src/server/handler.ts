import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { authentication, type Auth } from './authentication.js';
import type { Database } from './database/database.js';
import { databaseFiles } from './files/database-files.js';
import type { FileStore } from './files/file-store.js';
import { Links } from './files/links.js';
import { withSureRemoval } from './files/sure-removal.js';
import { Folding } from './insights/folding.js';
import { Hub } from './live/hub.js';
import { describeError, silentLogger, type Logger } from './logger.js';
import { binder } from './operation.js';
import { problemResponse, Refusal } from './problems.js';
import { attachmentRoutes } from './routes/attachments.js';
import { exportRoutes } from './routes/exports.js';
import { fileRoutes } from './routes/files.js';
import { insightRoutes } from './routes/insights.js';
import { liveRoutes } from './routes/live.js';
import { meRoutes } from './routes/me.js';
import { messageRoutes } from './routes/messages.js';
import { pointsRoutes } from './routes/points.js';
import { reportRoutes } from './routes/reports.js';
import { serviceRoutes } from './routes/service.js';
import { taskRoutes } from './routes/tasks.js';
import { meeting } from './rules/member.js';
import { sitesMatcher } from './sites.js';

export interface HandlerOptions {
  /** Stays the caller's: closing the handler leaves it open. */
  database: Database;
  auth: Auth;
  /** Whose tokens are taken. A trailing `*` stands for any ending. */
  sites: readonly string[];
  /** Which sites show their active tasks to visitors without a token. Default: none. */
  publishedSites?: readonly string[];
  /** Which sites show their members who has the most points. Default: none. */
  boardSites?: readonly string[];
  /** Origins of the pages that may ask (CORS), or `*`. Default: none but the handler's own. */
  origins?: readonly string[];
  /** Where the bytes of attachments are kept. Default: in the database. */
  files?: FileStore;
  /** The path below which the API lies. Default: `/api/v1`. */
  basePath?: string;
  /** Milliseconds between two signs of life of a live stream. Default: 15,000. */
  liveHeartbeat?: number;
  /** Default: nothing is logged. */
  logger?: Logger;
}

/** The backend as a function from request to response: in Node, in a worker or in a page. */
export interface Handler {
  fetch(request: Request): Promise<Response> | Response;
  /** Ends the live streams, and waits for what is done behind the requests. */
  close(): Promise<void>;
}

/** Serves the contract. */
export function createHandler(options: HandlerOptions): Handler {
  const { database, basePath = '/api/v1', liveHeartbeat = 15_000 } = options;
  const { logger = silentLogger, files: store = databaseFiles(database.kysely) } = options;
  const files = withSureRemoval(database.kysely, store);
  const hub = new Hub(database, logger);
  const app = new Hono({ strict: false }).basePath(basePath);
  app.use(shareWith(options.origins ?? []));
  app.notFound(() => problemResponse(new Refusal('not-found')));
  app.onError((error, { req }) => problemResponse(toRefusal(error, req.routePath, logger)));
  const bind = binder(app, {
    authenticate: authentication(options.auth, options.sites),
    meet: meeting(database.kysely),
  });
  const hasBoard = sitesMatcher(options.boardSites ?? []);
  serviceRoutes(bind, hasBoard);
  meRoutes(bind, database);
  taskRoutes(bind, database, sitesMatcher(options.publishedSites ?? []));
  const folding = new Folding(database.kysely, logger);
  reportRoutes(bind, database, folding);
  insightRoutes(bind, database, folding);
  exportRoutes(bind, database, logger);
  messageRoutes(bind, database, files);
  pointsRoutes(bind, database, hasBoard);
  const links = new Links(database.kysely);
  attachmentRoutes(bind, database, files, links);
  fileRoutes(app, database, files, links);
  liveRoutes(bind, hub, liveHeartbeat);
  return {
    // HEAD would be answered by GET, and leave a live stream open that nobody reads.
    fetch: (request) =>
      request.method === 'HEAD' ? problemResponse(new Refusal('not-found')) : app.fetch(request),
    async close() {
      await hub.close();
      await folding.close();
    },
  };
}

const shareWith = (origins: readonly string[]) =>
  cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'PUT', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'Content-Disposition', 'If-Match'],
    exposeHeaders: ['ETag', 'Retry-After', 'Taskchat-Total'],
    maxAge: 7_200,
  });

/**
 * What is not a refusal is a lost database or a mistake of ours. Both are logged, and answered
 * with `unavailable`: every request may be sent again.
 */
function toRefusal(error: Error, route: string, logger: Logger): Refusal {
  if (error instanceof Refusal) return error;
  logger.error({ error: describeError(error), route }, 'A request failed.');
  return new Refusal('unavailable');
}
