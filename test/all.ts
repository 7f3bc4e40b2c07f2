import { parseArgs } from 'node:util';
import { add, countLine } from './suites/counts.js';
import { type Outcome, run } from './suites/run.js';
import { allSuites } from './suites/suites.js';

/**
 * `npm test` runs every suite. `npm test -- node browser` runs those two,
 * `npm test -- browser mini-chat --grep table` only what fits, by path and by the name of the test.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string', short: 'g' } },
});

const names = allSuites({ paths: [], grep: undefined }).map(({ name }) => name);
const paths = positionals.filter((word) => !names.includes(word));
const wanted = positionals.filter((word) => names.includes(word));
if (values.grep) process.env['TASKCHAT_GREP'] = values.grep;

const outcomes: Outcome[] = [];
for (const suite of allSuites({ paths, grep: values.grep })) {
  if (wanted.length === 0 || wanted.includes(suite.name)) outcomes.push(await run(suite));
}

const totals = add(outcomes.map(({ counts }) => counts));
console.log(table(outcomes));
console.log(countLine(totals));
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

function table(rows: Outcome[]): string {
  const lines = rows.flatMap(({ suite, counts, seconds, remarks }) => [
    row(suite, counts.passed, counts.failed, counts.skipped, `${seconds.toFixed(0)} s`),
    ...remarks.map((remark) => `    ${remark}`),
  ]);
  return ['', row('suite', 'passed', 'failed', 'skipped', 'time'), ...lines, ''].join('\n');
}

function row(name: string, ...cells: (string | number)[]): string {
  return name.padEnd(12) + cells.map((cell) => String(cell).padStart(9)).join('');
}
