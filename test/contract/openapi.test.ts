import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { operations } from '../../src/contract/operations.js';
import { committedDocument, generatedDocument } from './openapi-document.js';

interface Document {
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, unknown> };
}

const committed = () => readFile(committedDocument, 'utf8');

test('the committed OpenAPI document is what the contract says', async () => {
  const generated = await generatedDocument();
  assert.ok(generated === (await committed()), 'It has drifted: run `npm run contract`.');
});

test('the document holds every operation', async () => {
  const { paths } = JSON.parse(await committed()) as Document;
  const ids = Object.values(paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  assert.deepEqual(ids.sort(), Object.keys(operations).sort());
});

test('every reference in the document leads to a schema, and every schema is used', async () => {
  const text = await committed();
  const { components } = JSON.parse(text) as Document;
  const references = [...text.matchAll(/"\$ref": "([^"]+)"/g)].map(([, target]) => target);
  const schemas = Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`);
  assert.deepEqual([...new Set(references)].sort(), schemas.sort());
});
