import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import type { Role } from '../../contract/member.js';
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

/** A script of tags: beside this server, or where the sources are built to. */
const findTags = (name: string): string | undefined =>
  [`../../${name}.js`, `../../../dist/${name}.js`]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find(existsSync);

/** How the jobs are shown to those who work at the desk. */
const jobs = {
  reviewer: {
    tasks: '<task-list></task-list>',
    about: 'The jobs as members see them, with what waits on each.',
  },
  owner: {
    tasks: '<task-editor></task-editor>',
    about: 'Write them, put them in order, see what came of each.',
  },
};

/** A page as somebody signed in sees it, at its own address for each of the demo's people. */
function fill(page: string, person: DemoPerson, address: string): string {
  const first = person.name.split(' ')[0]!;
  const desk = person.role === 'member' ? {} : jobs[person.role];
  const values: Record<string, string> = { ...person, ...desk, first };
  return page
    .replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '')
    .replace(`href="${address}?as=${person.id}"`, (link) => `${link} aria-current="page"`);
}

/** What a role is for. An owner has the desk too. */
const parts: Record<Role, readonly string[]> = {
  member: ['member.html'],
  reviewer: ['desk.html'],
  owner: ['desk.html', 'owner.html'],
};

/** The site's own page: the same frame for all, with what their role is for. */
async function ownPage(person: DemoPerson): Promise<string> {
  const main = (await Promise.all(parts[person.role].map(read))).join('\n');
  return fill(
    (await read('index.html')).replace('{{main}}', () => main),
    person,
    '/',
  );
}

/** A page that has nothing of ours but the hub. */
const hubPage = async (person: DemoPerson): Promise<string> =>
  fill(await read('hub.html'), person, '/hub');

const answerWith =
  (page: (person: DemoPerson) => Promise<string>) =>
  async (context: Context): Promise<Response> => {
    const person = demoPeople.get(context.req.query('as') ?? 'mia');
    if (!person) return context.text('There is nobody of that name in the demo.', 404);
    context.header('content-security-policy', policy);
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'same-origin');
    context.header('cache-control', 'no-store');
    return context.html(await page(person));
  };

const script = {
  'content-type': 'text/javascript; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

/**
 * The pages at `/?as=…` and `/hub?as=…`, what they are made of, and the tags at `/taskchat.js` and
 * `/task-hub.js`, with what they fetch later beside them.
 */
export const pageRoutes = (): Hono =>
  new Hono()
    .get('/', answerWith(ownPage))
    .get('/hub', answerWith(hubPage))
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
    .get('/:name{(taskchat|task-hub)\\.js}', async (context) => {
      const tags = findTags(context.req.param('name').slice(0, -'.js'.length));
      if (!tags) return context.text('The tags are not built yet: npm run build.', 503);
      return context.body(await readFile(tags, 'utf8'), 200, script);
    })
    .get('/:name{taskchat|task-hub}/:file{\\w[\\w.-]*\\.js}', async (context) => {
      const { name, file } = context.req.param();
      const tags = findTags(name);
      const later = tags && join(dirname(tags), name, file);
      if (!later || !existsSync(later)) return context.notFound();
      return context.body(await readFile(later, 'utf8'), 200, script);
    });
