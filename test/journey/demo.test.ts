import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { MessagePage } from '../../src/contract/message.js';
import type { Page } from '../../src/contract/page.js';
import type { ReportSummary } from '../../src/contract/report.js';
import type { Task } from '../../src/contract/task.js';
import type { Database } from '../../src/server/database/database.js';
import { openPglite } from '../../src/server/database/pglite.js';
import { openDemo } from '../../src/server/demo/demo.js';
import { demoPeople, demoSite } from '../../src/server/demo/people.js';
import { demoReports } from '../../src/server/demo/reports.js';
import { demoTasks } from '../../src/server/demo/tasks.js';
import { createHandler, type Handler } from '../../src/server/handler.js';

const endpoint = 'http://localhost/api/v1';

describe('the demo', () => {
  let directory: string;
  let database: Database;
  let handler: Handler;
  let page: { request(path: string): Response | Promise<Response> };

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'taskchat-demo-'));
    database = await openPglite();
    const demo = await openDemo(directory);
    handler = createHandler({ database, auth: { secret: demo.secret }, sites: [demo.site] });
    for (let most = 15; ; most += 20) {
      const backend = { fetch: breakingAfter(most), database, endpoint };
      const begun = await demo.begin(backend).catch((error: unknown) => String(error));
      if (typeof begun !== 'string') {
        page = begun;
        break;
      }
      assert.match(begun, /The process ends here/);
    }
  });
  after(async () => {
    await handler.close();
    await database.close();
    await rm(directory, { recursive: true });
  });

  /** The backend of a process that dies after so many requests. */
  function breakingAfter(most: number): Handler['fetch'] {
    let requests = 0;
    return (request) => {
      if ((requests += 1) > most) throw new Error('The process ends here.');
      return handler.fetch(request);
    };
  }

  async function get<Answer>(as: string, path: string): Promise<Answer> {
    const token = await (await page.request(`/demo/token?as=${as}`)).text();
    const headers = { authorization: `Bearer ${token}` };
    const answer = await handler.fetch(new Request(endpoint + path, { headers }));
    assert.equal(answer.status, 200);
    return (await answer.json()) as Answer;
  }

  const reports = async () =>
    (await get<Page<ReportSummary>>('rui', '/reports?sort=oldest&limit=200')).items;

  test('tells its whole story once, however often its beginning is broken off', async () => {
    const tasks = (await get<Page<Task>>('olga', '/tasks?limit=200')).items;
    assert.deepEqual(
      tasks.map(({ name, status }) => [name, status]).sort(),
      demoTasks.map(({ name, retired }) => [name, retired ? 'inactive' : 'active']).sort(),
    );
    const told = await reports();
    assert.equal(told.length, demoReports.length);
    const lengths = demoReports.map(({ steps }) => steps.length);
    assert.deepEqual(told.map(({ lastSeq }) => lastSeq).sort(), lengths.sort());
    const { balance } = await get<{ balance: number }>('mia', '/points');
    assert.equal(balance, 40);
  });

  test('has reports in every state, and the times of its story', async () => {
    const told = await reports();
    const states = told.map(({ status, turn, round }) => `${status} ${turn} ${Math.min(round, 2)}`);
    for (const state of ['awaiting reviewer 1', 'awaiting reviewer 2', 'awaiting member 1']) {
      assert.ok(states.includes(state), `${state}: ${states.join(', ')}`);
    }
    for (const state of ['approved null 1', 'rejected null 1']) assert.ok(states.includes(state));
    const noor = told.find(({ member, status }) => member.id === 'noor' && status === 'awaiting');
    const waits = (Date.now() - Date.parse(noor?.awaitingSince ?? '')) / 3_600_000;
    assert.ok(waits > 45.9 && waits < 46.5, `${waits} hours`);
    const path = `/reports/${noor?.id}/messages`;
    const { items } = await get<MessagePage>('noor', path);
    assert.deepEqual(
      items.map(({ sentAt }) => sentAt).sort(),
      items.map(({ sentAt }) => sentAt),
    );
  });

  test('issues tokens for its people, for a quarter of an hour, and for nobody else', async () => {
    for (const { id, name, role } of demoPeople.values()) {
      const token = await (await page.request(`/demo/token?as=${id}`)).text();
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
        iat: number;
        exp: number;
      };
      const { iat, exp, ...rest } = claims;
      assert.deepEqual(rest, { sub: id, name, role, aud: demoSite });
      assert.equal(exp - iat, 900);
    }
    for (const query of ['?as=eve', '?as=', '', '?as=__proto__']) {
      assert.equal((await page.request(`/demo/token${query}`)).status, 404);
      if (query.length > 4) assert.equal((await page.request(`/${query}`)).status, 404);
    }
  });

  test('serves its page under a policy without exceptions, with no script of its own', async () => {
    for (const as of ['mia', 'rui', 'olga']) {
      const answer = await page.request(`/?as=${as}`);
      const html = await answer.text();
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'.*require-trusted-types-for 'script'/);
      assert.doesNotMatch(policy, /unsafe|nonce|\*/);
      assert.equal(html.match(/<script/g)?.length, 1);
      assert.doesNotMatch(html, /\{\{| style=| on\w+=/);
      const token = `token-url="/demo/token?as=${as}"`;
      assert.ok(html.includes(token) && html.includes(`href="/?as=${as}" aria-current="page"`));
      assert.equal(html.includes('<report-review>'), as !== 'mia');
    }
    for (const path of [
      '/demo/frame.css',
      '/demo/hero.css',
      '/demo/sections.css',
      '/demo/kettle.svg',
    ]) {
      assert.equal((await page.request(path)).status, 200);
    }
    assert.equal((await page.request('/demo/none.css')).status, 404);
  });

  test('keeps its secret for its owner alone, and at the next start', async () => {
    assert.equal((await stat(join(directory, 'demo.json'))).mode & 0o077, 0);
    assert.equal((await openDemo(directory)).secret, (await openDemo(directory)).secret);
  });
});
