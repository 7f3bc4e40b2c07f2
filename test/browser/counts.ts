import type { Reporter, TestResult, TestSession, TestSuiteResult } from '@web/test-runner';
import { add, countLine, type Counts, none } from '../suites/counts.js';

const isPattern = Boolean(process.env['TASKCHAT_GREP']);

/** The runner's own closing line has no fixed form: this one ends in the counts of all engines. */
export function countsReporter(missing: string[]): Reporter {
  return {
    stop({ sessions }) {
      const counts = add(sessions.map(countSession));
      // Continuous integration has every engine; elsewhere one may be absent.
      if (process.env['CI']) counts.failed += missing.length;
      else counts.skipped += missing.length;
      const verdict = process.env['CI'] ? 'failed' : 'skipped';
      const reasons = missing.map((reason) => `${verdict}: ${reason}\n`);
      console.log(`\n${reasons.join('')}${countLine(counts)}`);
    },
  };
}

function countSession(session: TestSession): Counts {
  const counts = session.testResults ? countSuite(session.testResults) : { ...none };
  const ran = counts.passed + counts.failed + counts.skipped;
  // A file that cannot be loaded has errors, and no test that could fail.
  const isBroken = isPattern ? session.errors.length > 0 : !session.passed || ran === 0;
  if (isBroken && counts.failed === 0) counts.failed += 1;
  return counts;
}

/** What the pattern left out is reported as not passed, and has no error. */
function isLeftOut({ passed, skipped, error }: TestResult): boolean {
  return isPattern && !passed && !skipped && !error;
}

function countSuite({ tests, suites }: TestSuiteResult): Counts {
  const run = tests.filter((test) => !isLeftOut(test));
  const own = {
    passed: run.filter(({ passed, skipped }) => passed && !skipped).length,
    failed: run.filter(({ passed, skipped }) => !passed && !skipped).length,
    skipped: run.filter(({ skipped }) => skipped).length,
  };
  return add([own, ...suites.map(countSuite)]);
}
