import { describe, test } from 'node:test';
import { findChromium } from '../../browsers.js';

/**
 * Tests that need a Chromium; where there is none, one skipped test gives the reason. With
 * `CI=true` its absence is a failure, not a skip.
 */
export async function onChromium(name: string, tests: () => void): Promise<void> {
  try {
    await findChromium();
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    test(name, { skip: String(error) });
    return;
  }
  describe(name, tests);
}
