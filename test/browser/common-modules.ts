import type { TestRunnerPlugin } from '@web/test-runner';
import { commonModule, wrapCommonModule } from '../../vite.config.js';

/** Wraps what is no module yet: bundlers do so by themselves, the test server does not. */
export const commonModules: TestRunnerPlugin = {
  name: 'taskchat:common-modules',
  transform: ({ path, body }) =>
    commonModule.test(path) ? wrapCommonModule(String(body)) : undefined,
};
