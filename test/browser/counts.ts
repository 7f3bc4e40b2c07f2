import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';
import { add, countLine, type Counts, none } from '../suites/counts.js';

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
  const ranNothing =
    counts.passed + counts.failed + counts.skipped === 0 && !process.env['TASKCHAT_GREP'];
  // A file that cannot be loaded has errors, and no test that could fail.
  if ((!session.passed && counts.failed === 0) || ranNothing) counts.failed += 1;
  return counts;
}

function countSuite({ tests, suites }: TestSuiteResult): Counts {
  const own = {
    passed: tests.filter(({ passed, skipped }) => passed && !skipped).length,
    failed: tests.filter(({ passed, skipped }) => !passed && !skipped).length,
    skipped: tests.filter(({ skipped }) => skipped).length,
  };
  return add([own, ...suites.map(countSuite)]);
}
