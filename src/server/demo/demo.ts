import { Hono } from 'hono';
import type { Database } from '../database/database.js';
import { pageRoutes } from './page.js';
import { demoSite } from './people.js';
import { keep } from './secret.js';
import { seed } from './seed.js';
import { setBack } from './set-back.js';
import { Storyteller, type Fetch } from './storyteller.js';
import { tokenRoutes } from './tokens.js';

export interface Demo {
  /** The site that the demo's people belong to. */
  site: string;
  /** Signs the demo's tokens; the handler is opened with it. */
  secret: string;
  /**
   * Fills the demo at its first start, and gives its routes: the page at `/`, the tokens at
   * `/demo/token`. `endpoint` is where `fetch` has the API, as `http://localhost/api/v1`.
   */
  begin(backend: { fetch: Fetch; database: Database; endpoint: string }): Promise<Hono>;
}

/** A believable site to try the tags on. Its secret and its beginning are kept in `directory`. */
export async function openDemo(directory: string): Promise<Demo> {
  const { secret, begun } = await keep(directory);
  const beginning = Date.parse(begun);
  return {
    site: demoSite,
    secret,
    async begin({ fetch, database, endpoint }) {
      const told = await seed(new Storyteller(fetch, endpoint, secret), beginning);
      // Without the times of its story the demo is as good, only younger.
      if (told) await setBack(database.kysely, beginning).catch(() => {});
      return new Hono().route('/demo', tokenRoutes(secret)).route('/', pageRoutes());
    },
  };
}
