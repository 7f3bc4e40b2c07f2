import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { TextMessage } from '../../src/contract/message.js';
import type { PointsPage } from '../../src/contract/points.js';
import type { Report } from '../../src/contract/report.js';
import { MortalServer } from '../support/mortal-server.js';
import type { Person } from '../support/people.js';
import { decision, dialogue, Site } from '../support/site.js';
import { StartRefused, startServer } from '../support/start-server.js';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'taskchat-kill-'));
  folders.push(folder);
  return join(folder, 'data');
};

/** A site that is read over HTTP alone: nobody else may open the directory. */
const siteOn = ({ send }: MortalServer) =>
  new Site({ send, dump: () => Promise.reject(new Error('No second reader.')) });

const kills = 5;

test('200 messages of two people through five deaths: none lost, none doubled, no gap', async (t) => {
  const server = await MortalServer.start(newFolder());
  const site = siteOn(server);
  const [mia, rui] = [await site.mia(), await site.rui()];
  const report = await site.newReport(await site.newTask());
  const acknowledged: TextMessage[] = [];
  const deaths: Promise<void>[] = [];
  const write = async (sender: Person) => {
    for (let index = 0; index < 100; index += 1) {
      const path = `/reports/${report.id}/messages/${uuid()}`;
      const answer = await sender.put<TextMessage>(path, { text: `${sender.id} ${index}` });
      acknowledged.push(answer.body);
      const due = deaths.length < kills && acknowledged.length >= 35 * (deaths.length + 1);
      // Not waited for, and each time a little later: it dies in the middle of what it does.
      if (due) deaths.push(server.killAndRestart(3 * deaths.length));
    }
  };
  await Promise.all([write(mia), write(rui)]);
  await Promise.all(deaths);
  assert.equal(deaths.length, kills);
  assert.ok(server.repeats > 0, 'No request was in flight when the server died.');
  t.diagnostic(`${server.repeats} requests were sent again`);

  const lines = await dialogue(mia, report.id);
  assert.deepEqual(await dialogue(rui, report.id), lines);
  assert.deepEqual(
    lines.map(({ seq }) => seq),
    Array.from({ length: 201 }, (_, i) => i + 1),
  );
  assert.deepEqual(
    lines.slice(1),
    acknowledged.sort((a, b) => a.seq - b.seq),
  );
  for (const { id } of [mia, rui]) {
    const texts = lines.flatMap((line) =>
      line.kind === 'text' && line.author.id === id ? [line.text] : [],
    );
    assert.deepEqual(
      texts,
      Array.from({ length: 100 }, (_, index) => `${id} ${index}`),
    );
  }
  assert.equal(await server.stop(), 0);
});

test('reports, revisions, decisions and points survive the deaths of the server', async (t) => {
  const server = await MortalServer.start(newFolder());
  const site = siteOn(server);
  const [mia, rui] = [await site.mia(), await site.rui()];
  const task = await site.newTask({ points: 3, limit: 100 });
  const approved: Report[] = [];
  const deaths: Promise<void>[] = [];
  const live = async () => {
    for (let index = 0; index < 10; index += 1) {
      const path = `/reports/${uuid()}`;
      await mia.put(path, { taskId: task.id, text: 'One.' });
      await rui.put(`${path}/rounds/1/decision`, decision('rejected'));
      await mia.put(`${path}/rounds/2`, { text: 'Two.' });
      const last = await rui.put<Report>(`${path}/rounds/2/decision`, decision('approved'));
      approved.push(last.body);
      if (deaths.length < 3 && approved.length >= 9 * (deaths.length + 1)) {
        deaths.push(server.killAndRestart(4 * deaths.length));
      }
    }
  };
  await Promise.all([live(), live(), live()]);
  await Promise.all(deaths);
  t.diagnostic(`${server.repeats} requests were sent again`);
  assert.ok(server.repeats > 0, 'No request was in flight when the server died.');
  for (const report of approved) {
    const { body } = await rui.get<Report>(`/reports/${report.id}`);
    // A reviewer who reads a report is told these two beside it.
    const { record: _, reasons: _reasons, ...read } = body;
    assert.deepEqual(read, report);
    const told = (await dialogue(mia, report.id)).map(
      (line) => line.kind === 'system' && line.happening.type,
    );
    assert.deepEqual(told, ['submitted', 'rejected', 'revised', 'approved']);
  }
  const page = (await mia.get<PointsPage>('/points?limit=200')).body;
  assert.deepEqual([page.balance, page.items.length], [90, 30]);
  assert.equal(new Set(page.items.map(({ report }) => report?.id)).size, 30);
  assert.equal(await server.stop(), 0);
});

test('one process per directory; the lock of a dead one is taken over, by one alone', async () => {
  const dataDirectory = newFolder();
  const start = () => startServer({ dataDirectory });
  const first = await start();
  await assert.rejects(start(), (error) => {
    assert.ok(error instanceof StartRefused);
    assert.equal(error.exitCode, 1);
    assert.match(error.output, /Another process uses .+/);
    return true;
  });
  assert.equal((await fetch(`${first.url}/`)).status, 200);
  await first.kill();
  const heirs = await Promise.allSettled([start(), start(), start()]);
  const [heir, ...others] = heirs.flatMap((heir) =>
    heir.status === 'fulfilled' ? [heir.value] : [],
  );
  assert.ok(heir && others.length === 0, `${others.length + 1} processes took the directory over.`);
  assert.equal((await fetch(`${heir.url}/`)).status, 200);
  assert.equal(await heir.stop(), 0);
  const last = await start();
  assert.equal(await last.stop(), 0);
});
