import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { demoPeople, type DemoPerson } from './people.js';

/** As strict as a careful site has it: the tags need no exception but the name of Lit's policy. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const types: Record<string, string> = { css: 'text/css', svg: 'image/svg+xml' };

const read = (file: string): Promise<string> =>
  readFile(new URL(`page/${file}`, import.meta.url), 'utf8');

/** The tags: beside this server, or where the sources are built to. */
const findTags = (): string | undefined =>
  ['../../taskchat.js', '../../../dist/taskchat.js']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find(existsSync);

/** The site's page as somebody signed in sees it: the same frame, with what their role is for. */
async function pageOf(person: DemoPerson): Promise<string> {
  const main = await read(person.role === 'member' ? 'member.html' : 'desk.html');
  const values: Record<string, string> = { ...person, first: person.name.split(' ')[0]! };
  const page = (await read('index.html')).replace('{{main}}', () => main);
  return page
    .replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '')
    .replace(`href="/?as=${person.id}"`, (link) => `${link} aria-current="page"`);
}

const script = {
  'content-type': 'text/javascript; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

/**
 * The page at `/?as=…`, what it is made of, and the tags at `/taskchat.js`, with what they fetch
 * later beside it.
 */
export const pageRoutes = (): Hono =>
  new Hono()
    .get('/', async (context) => {
      const person = demoPeople.get(context.req.query('as') ?? 'mia');
      if (!person) return context.text('There is nobody of that name in the demo.', 404);
      context.header('content-security-policy', policy);
      context.header('x-content-type-options', 'nosniff');
      context.header('referrer-policy', 'same-origin');
      context.header('cache-control', 'no-store');
      return context.html(await pageOf(person));
    })
    .get('/demo/:file{[a-z]+\\.(css|svg)}', async (context) => {
      const file = context.req.param('file');
      if (!existsSync(new URL(`page/${file}`, import.meta.url))) return context.notFound();
      const type = types[file.slice(file.indexOf('.') + 1)] ?? 'text/plain';
      return context.body(await read(file), 200, {
        'content-type': `${type}; charset=utf-8`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      });
    })
    .get('/taskchat.js', async (context) => {
      const tags = findTags();
      if (!tags) return context.text('The tags are not built yet: npm run build.', 503);
      return context.body(await readFile(tags, 'utf8'), 200, script);
    })
    .get('/taskchat/:file{\\w[\\w.-]*\\.js}', async (context) => {
      const tags = findTags();
      const file = tags && join(dirname(tags), 'taskchat', context.req.param('file'));
      if (!file || !existsSync(file)) return context.notFound();
      return context.body(await readFile(file, 'utf8'), 200, script);
    });
