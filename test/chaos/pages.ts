import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build, mergeConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { bundled } from '../../vite.config.js';
import { token } from '../support/people.js';
import type { Role } from '../../src/contract/member.js';

/** What is appended to a module, to break a rule of the client. */
export interface ClientFault {
  /** The path of the module, from the package's root. */
  readonly module: string;
  readonly code: string;
}

export interface PageOptions {
  /** Where `src` is. */
  readonly root: string;
  readonly site: string;
  readonly fault?: ClientFault | undefined;
}

const entry = 'chaos-entry';

/** One file with the tag and the provider, as a page loads it. */
async function bundle({ root, fault }: PageOptions): Promise<string> {
  const tags = ['task-provider', 'mini-chat'].map((tag) =>
    join(root, `src/elements/${tag}/${tag}.ts`),
  );
  const planted = { done: fault === undefined };
  const config = mergeConfig<UserConfig, UserConfig>(bundled, {
    plugins: [
      {
        name: 'taskchat:chaos-entry',
        resolveId: (id) => (id.endsWith(entry) ? entry : undefined),
        load: (id) => (id === entry ? importing(tags) : undefined),
      },
      ...(fault ? [plant(join(root, fault.module), fault.code, planted)] : []),
    ],
    build: {
      write: false,
      lib: { entry, formats: ['es'], fileName: 'chaos' },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  });
  const [output] = [
    await build({ ...config, configFile: false, logLevel: 'warn' }),
  ].flat() as Rolldown.RolldownOutput[];
  const chunk = output?.output.find((file) => file.type === 'chunk');
  if (!chunk || !planted.done)
    throw new Error(`Nothing was built, or ${fault?.module} is no more.`);
  return chunk.code;
}

const importing = (files: string[]) => ({
  code: files.map((file) => `import ${JSON.stringify(file)};`).join('\n'),
  moduleSideEffects: true,
});

function plant(module: string, code: string, planted: { done: boolean }): Plugin {
  return {
    name: 'taskchat:plant-fault',
    enforce: 'pre',
    transform(original, id) {
      if (id !== module) return undefined;
      planted.done = true;
      return `${original}\n${code}`;
    },
  };
}

const page = (person: string, role: Role, reports: readonly string[]) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${person}</title>
    <link rel="icon" href="data:," />
    <style>
      task-provider { display: grid; grid-auto-flow: column; gap: 1rem; }
      mini-chat { display: block; block-size: 340px; }
    </style>
    <script type="module" src="/page/witness.js"></script>
    <script type="module" src="/taskchat.js"></script>
  </head>
  <body>
    <task-provider endpoint="/api/v1" token-url="/token?person=${person}&role=${role}">
      ${reports.map((report) => `<mini-chat report-id="${report}"></mini-chat>`).join('')}
    </task-provider>
  </body>
</html>`;

/** What watches a page, by its address. */
async function witnesses(): Promise<[address: string, code: string][]> {
  const folder = join(import.meta.dirname, 'page');
  const names = await readdir(folder);
  const read = async (name: string) => readFile(join(folder, name), 'utf8');
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [`/page/${name}`, await read(name)]),
  );
}

/** Answers `/?person=…&role=…&report=…&report=…` with a page, and what that page needs. */
export async function servePages(options: PageOptions) {
  const files = new Map([['/taskchat.js', await bundle(options)], ...(await witnesses())]);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const person = searchParams.get('person') ?? '';
    const role = searchParams.get('role') as Role;
    const send = (type: string, text: string) =>
      void response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
    if (pathname === '/')
      return send('text/html', page(person, role, searchParams.getAll('report')));
    const file = files.get(pathname);
    if (file) return send('text/javascript', file);
    const claims = { sub: person, role, site: options.site, expires: 4 * 3_600 };
    send('text/plain', await token(claims));
  };
}
