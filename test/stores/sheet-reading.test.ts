import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { limits } from '../../src/contract/limits.js';
import type { ReportSummary } from '../../src/contract/report.js';
import { UnfitFile } from '../../src/stores/sheet/file-text.js';
import { readSheet, type SheetFile } from '../../src/stores/sheet/read-sheet.js';
import type { SheetLine } from '../../src/stores/sheet/sheet-line.js';
import { SheetWriter, writeOutcomes } from '../../src/stores/sheet/write-sheet.js';

const unending = new AbortController().signal;
const [first, second, third] = [uuid(), uuid(), uuid()];
const header = 'report,round,verdict,reason';

const read = (file: string | Blob): Promise<SheetFile> =>
  readSheet(typeof file === 'string' ? new Blob([file]) : file, unending);

const kinds = async (file: string | Blob): Promise<string[]> =>
  (await read(file)).lines.map(({ outcome }) => outcome.kind);

const problemOf = (file: string | Blob): Promise<unknown> =>
  read(file).then(
    () => 'none',
    (error: unknown) => (error instanceof UnfitFile ? error.problem : error),
  );

const said = ({ row, report, round, verdict, reason }: SheetLine): unknown => [
  row,
  report,
  round,
  verdict,
  reason,
];

test('columns are found by name, in any order and case, with commas, semicolons or tabs', async () => {
  for (const mark of [',', ';', '\t']) {
    const file = [
      ['Reason', 'REPORT', ' Verdict ', 'Round', 'mine'],
      ['Too, dark; or	not?', first.toUpperCase(), 'Reject', '2.0', 'x'],
    ];
    const quoted = file.map((row) => row.map((cell) => `"${cell}"`).join(mark)).join('\n');
    const { lines } = await read(quoted);
    assert.deepEqual(lines.map(said), [[2, first, 2, 'rejected', 'Too, dark; or	not?']]);
  }
});

test('a byte order mark, all line ends, quotes, lines in cells and empty rows are read', async () => {
  const rows = [
    header,
    `${first},1,approved,`,
    ' , ,,',
    `${second},1,rejected,"He said ""no"",\nand left."`,
    '',
    `${third},1,ask for changes,Closer.`,
  ];
  for (const end of ['\r\n', '\n', '\r']) {
    const { lines } = await read(`\uFEFF${rows.join(end)}`);
    assert.deepEqual(lines.map(said), [
      [2, first, 1, 'approved', ''],
      [4, second, 1, 'rejected', 'He said "no",\nand left.'],
      [6, third, 1, 'changes', 'Closer.'],
    ]);
  }
});

test('what older spreadsheets write is read as it was meant', async () => {
  const latin = Uint8Array.from([
    ...new TextEncoder().encode(`${header}\n${first},1,reject,N`),
    0xe3,
    ...new TextEncoder().encode('o.'),
  ]);
  assert.equal((await read(new Blob([latin]))).lines[0]?.reason, 'Não.');
  const text = `${header.replaceAll(',', '\t')}\n${first}\t1\treject\tNão.`;
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
  ]);
  assert.equal((await read(new Blob([wide]))).lines[0]?.reason, 'Não.');
});

test('each word of a verdict is known, and no other', async () => {
  const words = 'approve,Approved,REJECT,rejected,changes,Changes requested,ask for changes'.split(
    ',',
  );
  const rows = words.map((word) => `${uuid()},1,${word},Why.`);
  const { lines } = await read([header, ...rows, `${uuid()},1,constructor,Why.`].join('\n'));
  assert.deepEqual(
    lines.map(({ verdict }) => verdict),
    ['approved', 'approved', 'rejected', 'rejected', 'changes', 'changes', 'changes', undefined],
  );
  assert.deepEqual(lines.at(-1)?.outcome, { kind: 'unknown-verdict', word: 'constructor' });
});

test('each line is told for itself what is wrong with it', async () => {
  const long = 'x'.repeat(limits.reason + 3);
  const rows = [
    header,
    `${first},1,,I wonder`,
    `${uuid()},1,reject, `,
    `${uuid()},1,changes,${long}`,
    `${uuid()},1,maybe,`,
    `,1,approve,`,
    `17,1,approve,`,
    `${uuid()},,approve,`,
    `${uuid()},-1,approve,`,
    `${uuid()},1,reject,Too dark, and late`,
    `${uuid()},1,reject,"Too "dark"`,
    `${uuid()},1,approve,,,`,
  ];
  assert.deepEqual(await kinds(rows.join('\n')), [
    'blank',
    'no-reason',
    'long-reason',
    'unknown-verdict',
    'no-report',
    'missing',
    'no-round',
    'no-round',
    'extra-cells',
    'bad-quotes',
    'unchecked',
  ]);
});

test('of lines that say the same one stands, of those that contradict one another none', async () => {
  const rows = [
    header,
    `${first},1,approve,`,
    `${first.toUpperCase()},1,approved,`,
    `${second},1,approve,`,
    `${second},1,reject,Too dark.`,
    `${second},1,,`,
    `${third},1,reject,`,
    `${third},1,approve,`,
    `${first},2,approve,`,
  ];
  const { lines } = await read(rows.join('\n'));
  assert.deepEqual(
    lines.map(({ outcome }) => outcome),
    [
      { kind: 'unchecked' },
      { kind: 'repeated', row: 2 },
      { kind: 'contradicted', row: 5 },
      { kind: 'contradicted', row: 4 },
      { kind: 'blank' },
      { kind: 'contradicted', row: 8 },
      { kind: 'contradicted', row: 7 },
      { kind: 'unchecked' },
    ],
  );
});

test('a file that is none of ours is refused with what is wrong', async () => {
  assert.deepEqual(await problemOf(''), { kind: 'empty' });
  assert.deepEqual(await problemOf('\uFEFF\r\n\r\n'), { kind: 'empty' });
  assert.deepEqual(await problemOf(header), { kind: 'empty' });
  assert.deepEqual(await problemOf('Dear reader'), { kind: 'no-column', column: 'report' });
  assert.deepEqual(await problemOf('report,round\n1,2'), { kind: 'no-column', column: 'verdict' });
  const twice = { kind: 'column-twice', column: 'reason' };
  assert.deepEqual(await problemOf(`${header},Reason\n${first},1,reject,a,b`), twice);
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]);
  assert.deepEqual(await problemOf(new Blob([zip])), { kind: 'workbook' });
  assert.deepEqual(await problemOf(new Blob(['\x89PNG\0'])), { kind: 'not-text' });
});

test('a quotation mark that is never closed hides no line', async () => {
  const rows = [
    header,
    `${first},1,approve,`,
    `${second},1,reject,"Too dark`,
    `${third},1,approve,`,
  ];
  const problem = { kind: 'open-quotes', row: 3 };
  assert.deepEqual(await problemOf(rows.join('\n')), problem);
  const many = Array.from({ length: 60_000 }, () => `${uuid()},1,approve,`);
  assert.deepEqual(await problemOf([...rows, ...many].join('\n')), problem);
});

const report = (text: string, name = 'Mia Sousa'): ReportSummary => ({
  id: uuid(),
  task: { id: uuid(), name: '@bakery' },
  score: 50,
  member: { id: 'mia', name, picture: null },
  status: 'awaiting',
  turn: 'reviewer',
  round: 1,
  text,
  attachments: [],
  decision: null,
  lastSeq: 1,
  version: 1,
  reviewWithin: null,
  submittedAt: '2026-11-23T19:06:00.000Z',
  awaitingSince: '2026-11-23T19:06:00.000Z',
  updatedAt: '2026-11-23T19:06:00.000Z',
});

const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '=1\nand more',
  "'=1",
  "''=1",
  '\uFF1D1+1',
];
const harmless = ["'tis fine", 'a=b', '1-1', "'", '', 'two\nlines', 'a, b; "c"', ' spaced '];

test('no cell of a sheet is a formula, and every text can be had back', async () => {
  const writer = new SheetWriter();
  writer.add([...hostile, ...harmless].map((text) => report(text, text)));
  const bytes = new Uint8Array(await writer.file.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const text = await writer.file.text();
  assert.equal(
    text.split('\r\n')[0]?.replace('\uFEFF', ''),
    'report,round,member,task,points,awaiting since,text,verdict,reason',
  );
  const { lines } = await read(writer.file);
  for (const [index, line] of lines.entries()) {
    for (const cell of line.cells) assert.doesNotMatch(cell, /^[=+\-@\t\r\n\uFF1D]/u);
    const sent = [...hostile, ...harmless][index]!.replaceAll('\r', '\n');
    assert.equal(line.member, sent);
    assert.equal(line.task, '@bakery');
  }
});

test('a reason loses the apostrophe that kept it from being a formula, and nothing else', async () => {
  const rows = [
    header,
    ...["'- too dark", "'tis dark", '-too dark'].map((reason) => `${uuid()},1,reject,${reason}`),
  ];
  const { header: names, lines } = await read(rows.join('\n'));
  const reasons = ['- too dark', "'tis dark", '-too dark'];
  assert.deepEqual(
    lines.map(({ reason }) => reason),
    reasons,
  );
  const again = await read(await writeOutcomes(names, lines, () => '=cmd()'));
  assert.deepEqual(
    again.lines.map(({ reason }) => reason),
    reasons,
  );
  assert.deepEqual(again.header, [...names, 'outcome']);
  assert.deepEqual(
    again.lines.map(({ cells }) => cells.at(-1)),
    Array(3).fill("'=cmd()"),
  );
});

test('outcomes keep all lines as they were, and take the place of earlier outcomes', async () => {
  const rows = [
    'mine,outcome,report,round,verdict',
    `a,old,${first},1,approve`,
    `b,old,x,1,,extra`,
  ];
  const { header: names, lines } = await read(rows.join('\n'));
  const written = await (await writeOutcomes(names, lines, ({ row }) => `row ${row}`)).text();
  assert.deepEqual(written.replace('\uFEFF', '').split('\r\n'), [
    'mine,outcome,report,round,verdict',
    `a,row 2,${first},1,approve`,
    'b,row 3,x,1,,extra',
    '',
  ]);
});

test('a hundred thousand lines are read without holding up what else there is to do', async () => {
  const count = 100_000;
  const cells = `1,Mia Sousa,50,"Some text, with ""quotes""",approve,`;
  const rows = Array.from({ length: count }, () => `${uuid()},${cells}`);
  const file = new Blob([`report,round,member,points,text,verdict,reason\r\n${rows.join('\r\n')}`]);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  const told: number[] = [];
  let turnsOfReading = 0;
  const { lines } = await readSheet(file, unending, (read) => {
    told.push(read);
    turnsOfReading = turns;
  });
  clearInterval(timer);
  assert.equal(lines.length, count);
  assert.equal(lines.at(-1)?.row, count + 1);
  assert.ok(told.length >= 100, `told ${told.length} times`);
  // At eight milliseconds a turn: fewer would mean that one piece of work is a long one.
  assert.ok(turnsOfReading >= 10, `${turnsOfReading} turns while it was read`);
  assert.ok(turns >= turnsOfReading + 2, `${turns} turns in all`);
});

test('a reading that is let go ends', async () => {
  const ending = new AbortController();
  const rows = Array.from({ length: 50_000 }, () => `${uuid()},1,approve,`);
  const reading = readSheet(new Blob([[header, ...rows].join('\n')]), ending.signal, () =>
    ending.abort(),
  );
  await assert.rejects(reading, { name: 'AbortError' });
});
