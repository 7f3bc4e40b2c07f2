import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Service } from '../../src/contract/service.js';
import { endWithUs } from '../support/children.js';
import { testSecret, token } from '../support/people.js';
import { packageRoot } from '../support/start-server.js';

const face = join(packageRoot, 'dist/server/server.js');

describe('the built package, in a server of somebody else', () => {
  const folder = fs.mkdtempSync(join(tmpdir(), 'taskchat-mount-'));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  let port: number;
  let first: ChildProcess;

  before(async () => {
    assert.ok(fs.existsSync(face), 'There is no built package: npm run build');
    for (const name of ['taskchat', '@hono/node-server']) install(name);
    fs.writeFileSync(join(folder, 'server.mjs'), pasted());
    port = await freePort();
    first = start();
    await whenListening();
  });

  /** As `npm install` does with a package on this disk. */
  function install(name: string): void {
    const link = join(folder, 'node_modules', name);
    fs.mkdirSync(dirname(link), { recursive: true });
    fs.symlinkSync(
      name === 'taskchat' ? packageRoot : join(packageRoot, 'node_modules', name),
      link,
    );
  }

  function start(): ChildProcess {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, ['server.mjs'], {
      cwd: folder,
      env: { PATH, PORT: String(port), TASKCHAT_SECRET: testSecret },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return endWithUs(child, 'SIGKILL');
  }

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, init);

  async function whenListening(): Promise<void> {
    while (first.exitCode === null && !(await ask('/').catch(() => undefined))) await wait(50);
    assert.equal(first.exitCode, null, 'It ended before it listened.');
  }

  test("the README's own lines answer the contract, beside the rest of the site", async () => {
    const service = (await (await ask('/api/v1/')).json()) as Service;
    assert.deepEqual([service.name, service.contract], ['Taskchat', 1]);
    assert.equal(await (await ask('/about')).text(), 'The rest of your site.');
    const bearer = await token({ sub: 'mia', name: 'Mia Sousa', site: 'my-site' });
    const me = await ask('/api/v1/me', { headers: { authorization: `Bearer ${bearer}` } });
    assert.equal(((await me.json()) as { name: string }).name, 'Mia Sousa');
  });

  test('its folder is for one process alone, and free when that has ended', async () => {
    const second = start();
    let said = '';
    second.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(second, 'close')) as [number | null];
    assert.equal(code, 1, said);
    assert.match(said, /Another process uses .*taskchat-data/);
    first.kill('SIGTERM');
    assert.deepEqual(await once(first, 'exit'), [0, null]);
    assert.ok(!fs.existsSync(join(folder, 'taskchat-data/lock')));
  });

  test('what createHandler loads is nothing of Node', () => {
    const loaded = new Set<string>();
    load(face, loaded);
    const packages = [...loaded].filter((name) => !name.startsWith('/'));
    assert.ok(packages.includes('hono') && packages.includes('kysely'), packages.join());
    const nodeOnly = /^(node:|pg$|pino|proper-lockfile|@hono\/node-server|@electric-sql)/;
    assert.deepEqual(
      packages.filter((name) => nodeOnly.test(name)),
      [],
    );
  });
});

/** The code of the README's section, as somebody pastes it. */
function pasted(): string {
  const readme = fs.readFileSync(join(packageRoot, 'README.md'), 'utf8');
  const section = readme.split('\n## Mount it in your own server\n')[1] ?? '';
  return /```js\n(.+?)```/s.exec(section)?.[1] ?? assert.fail('The README has no such code.');
}

/** Follows the imports of a built module that are there before anything runs. */
function load(file: string, loaded: Set<string>): void {
  if (loaded.has(file)) return;
  loaded.add(file);
  for (const [, name = ''] of fs
    .readFileSync(file, 'utf8')
    .matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["'];$/gm)) {
    if (name.startsWith('.')) load(join(dirname(file), name), loaded);
    else loaded.add(name);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
