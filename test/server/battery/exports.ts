import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import * as v from 'valibot';
import {
  exportables,
  exportedEntrySchema,
  exportedReportSchema,
  exportedTaskSchema,
  exportEndSchema,
  totalHeader,
} from '../../../src/contract/export.js';
import { refuses, Site, type OpenBackend } from '../../support/site.js';

const schemas = {
  reports: exportedReportSchema,
  points: exportedEntrySchema,
  tasks: exportedTaskSchema,
};

interface File {
  text: string;
  total: number;
  headers: Headers;
}

async function take(site: Site, path: string): Promise<File> {
  const answer = await (await site.olga()).get(`/export/${path}`);
  assert.equal(answer.status, 200, answer.toString());
  const { text, headers } = answer;
  return { text, headers, total: Number(headers.get(totalHeader)) };
}

const linesOf = ({ text }: File): unknown[] =>
  text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const rowsOf = ({ text }: File): Record<string, string>[] => {
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    ...{ header: true, delimiter: ',', newline: '\r\n', skipEmptyLines: true },
  });
  assert.deepEqual(errors, []);
  return data;
};

/** Texts that a sheet or a line of JSON may stumble over. */
const texts = [
  'Two\nlines, "quoted", with; all\r\nof it.',
  '=HYPERLINK("http://evil.example","x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tTab',
  "'=1+1",
  '＝1+1',
  '\uFEFFA mark',
  '😀 \u2028 \u202E',
  '""',
  ',',
  ' ',
].map((text) => `${text}${text.trim() ? '' : '.'}`);

/** Everything of a site as files. */
export const exports = (backend: () => OpenBackend): void => {
  describe('exports', () => {
    test('a line of JSON for each thing, as the contract says, and an end', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 9, closesAt: '2099-01-01T00:00:00.000Z' });
      await site.decide(await site.newReport(task), 'approved');
      await site.decide(await site.newReport(task), 'rejected');
      await site.decide(await site.newReport(task), 'changes');
      await site.newReport(task);
      const counts = { reports: 4, points: 1, tasks: 1 };
      for (const what of exportables) {
        const file = await take(site, `${what}?format=ndjson`);
        assert.equal(file.headers.get('content-type'), 'application/x-ndjson');
        const lines = linesOf(file);
        const end = v.parse(exportEndSchema, lines.pop());
        assert.deepEqual([end.rows, file.total, lines.length], Array(3).fill(counts[what]));
        for (const line of lines) assert.deepEqual(v.parse(schemas[what], line), line);
      }
      const [report] = linesOf(await take(site, 'reports?format=ndjson')) as [object];
      const known = {
        ...{ task: task.id, score: 50, member: 'mia', status: 'approved', turn: null },
        ...{ verdict: 'approved', reviewer: 'rui', reason: null, attachments: 0 },
      };
      assert.deepEqual({ ...report, ...known }, report);
    });

    test('a sheet tells the same, and nothing in it is a formula', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 99, name: '=1+1' });
      for (const text of texts) await site.newReport(task, undefined, text);
      const sheet = await take(site, 'reports');
      // The mark before it is taken away where bytes are read as text.
      assert.ok(sheet.text.startsWith('report,task,'));
      assert.ok(sheet.headers.get('content-type')?.startsWith('text/csv'));
      assert.match(sheet.headers.get('content-disposition') ?? '', /"reports\.csv"/);
      const rows = rowsOf(sheet);
      const lines = linesOf(await take(site, 'reports?format=ndjson')) as Record<string, unknown>[];
      assert.equal(sheet.total, texts.length);
      for (const [index, row] of rows.entries()) {
        const line = lines[index]!;
        for (const [column, cell] of Object.entries(row)) {
          const plain = String((line[column] as string | number | null) ?? '');
          assert.ok(cell === plain || cell === `'${plain}`, `${column}: ${cell}`);
          assert.doesNotMatch(cell, /^[=+\-@\t\r\n\uFF1D]/u);
        }
      }
      assert.deepEqual(new Set(lines.slice(0, -1).map((line) => line.text)), new Set(texts));
    });

    test('a task is told with its examples and reasons, each in one cell of a sheet', async () => {
      const site = new Site(backend());
      const examples = [{ kind: 'good' as const, text: 'A "photo", sharp\nand whole' }];
      const reasons = [{ text: '=Blurred', verdict: 'changes' as const }];
      await site.newTask({ examples, reasons });
      const [line] = linesOf(await take(site, 'tasks?format=ndjson')) as Record<string, unknown>[];
      const [row] = rowsOf(await take(site, 'tasks'));
      assert.deepEqual([line!.examples, line!.reasons], [examples, reasons]);
      const cells = [row!.examples, row!.reasons].map((cell) => JSON.parse(cell!) as unknown);
      assert.deepEqual(cells, [examples, reasons]);
    });

    test('many rows of one moment come once each; of another site none', async () => {
      const site = new Site(backend());
      await (await site.olga()).get('/me');
      await new Site(backend()).newTask();
      await backend().query(
        `with made as (
           insert into task (site, id, name, description, points, status, "limit", created_at)
           select $1, gen_random_uuid(), 'Task', '', 1, 'active', 1, now()
           from generate_series(1, 1000) returning site, id)
         insert into task_tally (site, task_id) select site, id from made`,
        [site.name],
      );
      const file = await take(site, 'tasks?format=ndjson');
      const lines = linesOf(file) as { task: string }[];
      assert.deepEqual(lines.at(-1), { end: true, rows: 1_000 });
      assert.equal(new Set(lines.slice(0, -1).map(({ task }) => task)).size, 1_000);
    });

    test('nothing is a file too; a format that is none is invalid', async () => {
      const site = new Site(backend());
      assert.equal((await take(site, 'points')).text.split('\r\n').length, 2);
      assert.equal((await take(site, 'points?format=ndjson')).text, '{"end":true,"rows":0}\n');
      const olga = await site.olga();
      for (const format of ['', 'xlsx', 'CSV', '%00']) {
        refuses(await olga.get(`/export/reports?format=${format}`), 'invalid');
      }
    });
  });
};
