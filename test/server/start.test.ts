import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { StartRefused, startServer, testSecret } from '../support/start-server.js';

const folder = mkdtempSync(join(tmpdir(), 'taskchat-start-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const refusal = async (env: Record<string, string>): Promise<StartRefused> => {
  try {
    await (await startServer({ dataDirectory: join(folder, 'refused'), env })).kill();
  } catch (error) {
    if (error instanceof StartRefused) return error;
    throw error;
  }
  return assert.fail('The server started.');
};

describe('the command', () => {
  for (const [name, env, word] of [
    ['without a secret or keys', { TASKCHAT_SECRET: '' }, /TASKCHAT_SECRET/],
    ['with a short secret', { TASKCHAT_SECRET: 'short' }, /secret/i],
    ['without sites', { TASKCHAT_SITES: '' }, /TASKCHAT_SITES/],
  ] as const) {
    test(`refuses to start ${name}, with one sentence that says what to write`, async () => {
      const { exitCode, output } = await refusal(env);
      assert.equal(exitCode, 1);
      assert.equal(output.trim().split('\n').length, 1, output);
      assert.match(output, word);
      assert.ok(!/\bat .+:\d+/.test(output), output);
    });
  }

  test('issues no tokens unless it is a demo', async () => {
    const server = await startServer({ dataDirectory: join(folder, 'data') });
    try {
      for (const path of ['/demo/token?as=olga', '/api/v1/demo/token?as=olga', '/?as=olga']) {
        const response = await fetch(`${server.origin}${path}`);
        const text = await response.text();
        assert.equal(response.status, 404, `${path} answered ${text}`);
        assert.ok(!/eyJ/.test(text), text);
      }
      assert.ok(!(await (await fetch(server.url)).text()).includes(testSecret));
    } finally {
      assert.equal(await server.stop(), 0);
    }
  });
});
