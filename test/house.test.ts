import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { ESLint } from 'eslint';

const root = join(import.meta.dirname, '..');
/** Houses of planted files under the real configuration. */
const street = await mkdtemp(join(tmpdir(), 'taskchat-house-'));

after(() => rm(street, { recursive: true }));

/** A new house each time: the parser looks only now and then for files that are new in an old one. */
async function complaints(files: Record<string, string>): Promise<string[]> {
  const house = await mkdtemp(join(street, 'house-'));
  for (const path of ['package.json', 'eslint.config.js', 'tsconfig.json', 'test/house']) {
    await cp(join(root, path), join(house, path), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
  const src = join(house, 'src');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(src, path)), { recursive: true });
    await writeFile(join(src, path), text);
  }
  const results = await new ESLint({ cwd: house }).lintFiles(['src']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId }) => `${filePath.slice(src.length + 1)}: ${ruleId}`),
  );
}

const restricted = 'import-x/no-restricted-paths';
const fact = 'export interface Fact {\n  n: number;\n}\n';

test('a room to the left may be imported', async () => {
  const files = {
    'contract/fact.ts': fact,
    'stores/facts.ts': "export type { Fact } from '../contract/fact.js';\n",
  };
  assert.deepEqual(await complaints(files), []);
});

test('a type from the right is reported, however it is imported', async () => {
  const files = {
    'stores/fact.ts': fact,
    'contract/import.ts':
      "import type { Fact } from '../stores/fact.js';\nexport const a = {} as Fact;\n",
    'contract/export.ts': "export type { Fact } from '../stores/fact.js';\n",
    'server/import.ts': "export type { Fact } from '../stores/fact.js';\n",
    'locales/import.ts': "export type { Fact } from '../stores/fact.js';\n",
  };
  const found = await complaints(files);
  for (const file of Object.keys(files).filter((name) => name !== 'stores/fact.ts')) {
    assert.ok(found.includes(`${file}: ${restricted}`), `${file} passed: ${found.join(', ')}`);
  }
});

test('an import hidden in a type is reported', async () => {
  const files = { 'api/inline.ts': "export type Fact = import('../contract/fact.js').Fact;\n" };
  const rule = '@typescript-eslint/consistent-type-imports';
  assert.deepEqual(await complaints(files), [`api/inline.ts: ${rule}`]);
});

test('a circle of types alone is reported in each of its files', async () => {
  const files = {
    'stores/a.ts': "import type { B } from './b.js';\nexport interface A {\n  b: B;\n}\n",
    'stores/b.ts': "import type { C } from './c.js';\nexport interface B {\n  c: C;\n}\n",
    'stores/c.ts': "import type { A } from './a.js';\nexport interface C {\n  a: A;\n}\n",
  };
  const expected = Object.keys(files).map((file) => `${file}: house/no-circle`);
  assert.deepEqual(await complaints(files), expected);
});

test('no drawer for leftovers', async () => {
  const files = { 'api/index.ts': fact, 'base/utils/fact.ts': fact, 'stores/types.ts': fact };
  const expected = Object.keys(files).map((file) => `${file}: no-restricted-syntax`);
  assert.deepEqual(await complaints(files), expected);
});

test('packages stay in their rooms', async () => {
  const files = {
    'stores/drawn.ts': "export { html } from 'lit';\n",
    'elements/read.ts': "export { readFile } from 'node:fs/promises';\n",
  };
  const rule = '@typescript-eslint/no-restricted-imports';
  assert.deepEqual((await complaints(files)).sort(), [
    `elements/read.ts: ${rule}`,
    `stores/drawn.ts: ${rule}`,
  ]);
});
