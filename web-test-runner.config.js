import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { countsReporter } from './test/browser/counts.js';
import { commonModules } from './test/browser/common-modules.js';
import { findEngines } from './test/browser/engines.js';
import { realServer } from './test/browser/real-server.js';

const engines = await findEngines();
const server = realServer();

export default {
  files: 'test/**/*.browser.ts',
  nodeResolve: true,
  browsers: engines.launchers,
  // Pages in the background get no focus and no frames.
  concurrency: 1,
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 10_000, grep: process.env.TASKCHAT_GREP } },
  testRunnerHtml: server.html,
  plugins: [
    esbuildPlugin({ ts: true, json: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    commonModules,
    server.plugin,
    { name: 'taskchat:stop-engines', serverStop: engines.stop },
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), countsReporter(engines.missing)],
};
