import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../../src/server/export/format.js';
import type { Source } from '../../src/server/export/source.js';
import { exportStream, type Read } from '../../src/server/export/stream.js';

const read: Read = (work) => work(null as never);

/** Pages of numbers; the one of number `broken` cannot be read. */
function numbers(pages: number, broken = -1) {
  let asked = 0;
  const source: Source<{ n: number }> = {
    columns: ['n'],
    count: async () => pages * 2,
    async page(_transaction, _site, place) {
      const page = place ? Number(place[1]) : 0;
      asked += 1;
      if (page === broken) throw new Error('The database is gone.');
      const last = page + 1 < pages ? ([new Date(), String(page + 1)] as const) : null;
      return { rows: [{ n: 2 * page }, { n: 2 * page + 1 }], last };
    },
  };
  return { source, asked: () => asked };
}

const never = () => assert.fail('It failed.');

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

test('pages follow one another to the end', async () => {
  const { source } = numbers(3);
  const stream = exportStream(read, 'site', source, formats.ndjson, never);
  const text = await new Response(stream).text();
  assert.deepEqual(text.match(/\d+/g), ['0', '1', '2', '3', '4', '5', '6']);
  assert.ok(text.endsWith('{"end":true,"rows":6}\n'));
});

test('nothing is read ahead of a reader, and nothing after one who has gone', async () => {
  const { source, asked } = numbers(1_000);
  const reader = exportStream(read, 'site', source, formats.csv, never).getReader();
  await pause();
  assert.equal(asked(), 0);
  for (let pieces = 0; pieces < 4; pieces += 1) await reader.read();
  await pause();
  assert.equal(asked(), 3);
  await reader.cancel();
  await pause();
  assert.equal(asked(), 3);
});

test('who goes while a page is read makes nothing fail', async () => {
  const { source, asked } = numbers(9);
  const slowly: Read = async (work) => {
    await pause();
    return work(null as never);
  };
  const errors: unknown[] = [];
  const note = (error: unknown) => errors.push(error);
  const reader = exportStream(slowly, 'site', source, formats.csv, note).getReader();
  await reader.read();
  const rows = reader.read();
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([reader.cancel(), rows]);
  await pause();
  assert.deepEqual([asked(), errors], [1, []]);
});

test('what fails in the middle fails for the reader, and is told once', async () => {
  const { source } = numbers(5, 2);
  const errors: unknown[] = [];
  const stream = exportStream(read, 'site', source, formats.ndjson, (error) => errors.push(error));
  await assert.rejects(new Response(stream).text());
  assert.equal(errors.length, 1);
});

test('a sheet begins with a byte order mark, and what may be a formula with an apostrophe', async () => {
  const { source } = numbers(1);
  const stream = exportStream(read, 'site', source, formats.csv, never);
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  assert.deepEqual([...bytes], [0xef, 0xbb, 0xbf, ...Buffer.from('n\r\n0\r\n1\r\n')]);
  const lines = formats.csv.lines(
    ['a', 'b'],
    [
      { a: '=1', b: -1 },
      { a: 'x"y', b: null },
    ],
  );
  assert.equal(lines, `'=1,-1\r\n"x""y",\r\n`.replace("'=1", `"'=1"`));
});
