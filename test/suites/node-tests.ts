import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { countLine, none } from './counts.js';

interface Result {
  name: string;
  file?: string | undefined;
  skip?: string | boolean | undefined;
  todo?: string | boolean | undefined;
  details: { type?: string | undefined };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' } },
});
const counts = { ...none };
const reasons: string[] = [];

run({
  files: positionals.map((file) => resolve(file)),
  concurrency: true,
  ...(values.grep && { testNamePatterns: [values.grep] }),
})
  .on('test:pass', (result: Result) => count(result, true))
  .on('test:fail', (result: Result) => count(result, false))
  .pipe(new spec())
  .pipe(process.stdout);

process.once('exit', report);

function count(result: Result, passed: boolean): void {
  const skip = result.skip ?? result.todo;
  if (result.details.type === 'suite' || skip === 'test name does not match pattern') return;
  if (skip !== undefined) {
    counts.skipped += 1;
    reasons.push(`skipped: ${result.name}: ${skip === true ? 'no reason given' : skip}`);
  } else if (passed && !isFile(result)) {
    counts.passed += 1;
  } else {
    counts.failed += 1;
    if (isFile(result))
      reasons.push(`failed: ${relative('', result.name)} ran no test, or not to its end`);
  }
}

/** A file without tests, or one that broke, is reported as a test with the file's name. */
function isFile({ name, file }: Result): boolean {
  return file?.endsWith(name) ?? false;
}

function report(): void {
  if (counts.failed > 0) process.exitCode = 1;
  console.log([...reasons, countLine(counts)].join('\n'));
}
