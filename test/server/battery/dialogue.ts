import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { MessagePage, TextMessage } from '../../../src/contract/message.js';
import type { Page } from '../../../src/contract/page.js';
import type { Report, ReportSummary } from '../../../src/contract/report.js';
import { dialogue, refuses, say, Site, type Backend } from '../../support/site.js';

/** The dialogue of a report. */
export const dialogues = (backend: () => Backend): void => {
  describe('dialogue', () => {
    test('messages and system lines share one sequence without a gap', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const report = await site.newReport(await site.newTask({ points: 50 }));
      await say(rui, report.id, 'Which bakery?');
      await say(mia, report.id, 'The one at the river.');
      const asked = await site.decide(report, 'changes');
      const revised = await site.revise(asked);
      const rejected = await site.decide(revised, 'rejected');
      const path = `/reports/${report.id}/reopenings/${uuid()}`;
      const reopened = (await rui.put<Report>(path, {})).body;
      assert.equal(rejected.status, 'rejected');
      const approved = await site.decide(reopened, 'approved');
      await say(mia, report.id, 'Thank you!');
      const lines = await dialogue(rui, report.id);
      assert.deepEqual(
        lines.map((line) => [
          line.seq,
          line.author.id,
          line.author.role,
          line.kind === 'text' ? line.text : line.happening.type,
        ]),
        [
          [1, 'mia', 'member', 'submitted'],
          [2, 'rui', 'reviewer', 'Which bakery?'],
          [3, 'mia', 'member', 'The one at the river.'],
          [4, 'rui', 'reviewer', 'changes'],
          [5, 'mia', 'member', 'revised'],
          [6, 'rui', 'reviewer', 'rejected'],
          [7, 'rui', 'reviewer', 'reopened'],
          [8, 'rui', 'reviewer', 'approved'],
          [9, 'mia', 'member', 'Thank you!'],
        ],
      );
      const happenings = lines.flatMap((line) => (line.kind === 'system' ? [line.happening] : []));
      assert.deepEqual(
        happenings.map(({ round, points, reason }) => [round, points, reason]),
        [
          [1, 0, null],
          [1, 0, 'Said plainly.'],
          [2, 0, null],
          [2, 0, 'Said plainly.'],
          [3, 0, null],
          [3, 50, null],
        ],
      );
      assert.equal(approved.lastSeq, 8);
      assert.deepEqual(await dialogue(mia, report.id), lines);
    });

    test('sending may be repeated; the id with another text or sender is a conflict', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const task = await site.newTask({ limit: 2 });
      const [report, other] = [await site.newReport(task), await site.newReport(task)];
      const message = uuid();
      const path = `/reports/${report.id}/messages/${message}`;
      const first = await mia.put<TextMessage>(path, { text: 'Hello.' });
      await say(rui, report.id, 'Hello, too.');
      const before = await site.dump();
      assert.equal((await mia.put(path, { text: 'Hello.' })).text, first.text);
      assert.equal((await mia.put(path, { text: 'Hello.', replyTo: null })).text, first.text);
      refuses(await mia.put(path, { text: 'Bye.' }), 'id-conflict');
      refuses(await rui.put(path, { text: 'Hello.' }), 'id-conflict');
      const elsewhere = `/reports/${other.id}/messages/${message}`;
      refuses(await mia.put(elsewhere, { text: 'Hello.' }), 'id-conflict');
      assert.equal(await site.dump(), before);
    });

    test('a reply names a message of the same dialogue', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const task = await site.newTask({ limit: 2 });
      const [report, other] = [await site.newReport(task), await site.newReport(task)];
      const question = await say(rui, report.id, 'Which?');
      const reply = await say(mia, report.id, 'This.', question.id);
      assert.equal(reply.replyTo, question.id);
      const elsewhere = await say(mia, other.id, 'Elsewhere.');
      const before = await site.dump();
      for (const replyTo of [uuid(), elsewhere.id]) {
        const answer = await mia.put(`/reports/${report.id}/messages/${uuid()}`, {
          ...{ text: 'No.', replyTo },
        });
        assert.ok(['invalid', 'not-found'].includes(answer.problem.code), answer.toString());
      }
      assert.equal(await site.dump(), before);
    });

    test('pages run back from the newest, and on from any place', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const report = await site.newReport(await site.newTask());
      for (let index = 2; index <= 10; index += 1) await say(mia, report.id, `m${index}`);
      const page = async (query: string) => {
        const answer = await mia.get<MessagePage>(`/reports/${report.id}/messages?${query}`);
        return [answer.body.items.map(({ seq }) => seq), answer.body.next] as const;
      };
      assert.deepEqual(await page('limit=4'), [[7, 8, 9, 10], '7']);
      assert.deepEqual(await page('limit=4&before=7'), [[3, 4, 5, 6], '3']);
      assert.deepEqual(await page('limit=4&before=3'), [[1, 2], null]);
      assert.deepEqual(await page('limit=4&before=5'), [[1, 2, 3, 4], null]);
      assert.deepEqual(await page('limit=4&after=0'), [[1, 2, 3, 4], '4']);
      assert.deepEqual(await page('limit=4&after=6'), [[7, 8, 9, 10], null]);
      assert.deepEqual(await page('limit=4&after=10'), [[], null]);
      assert.deepEqual((await page(''))[0].length, 10);
      // A window around any place, and whether there is more on either side.
      const around = async (seq: number) => {
        const path = `/reports/${report.id}/messages?before=${seq + 2}&limit=4`;
        const { items, next, lastSeq } = (await mia.get<MessagePage>(path)).body;
        const seqs = items.map((line) => line.seq);
        return [seqs, next !== null, (seqs.at(-1) ?? 0) < lastSeq];
      };
      assert.deepEqual(await around(1), [[1, 2], false, true]);
      assert.deepEqual(await around(3), [[1, 2, 3, 4], false, true]);
      assert.deepEqual(await around(5), [[3, 4, 5, 6], true, true]);
      assert.deepEqual(await around(9), [[7, 8, 9, 10], true, false]);
      assert.deepEqual(await around(10), [[7, 8, 9, 10], true, false]);
      refuses(await mia.get(`/reports/${report.id}/messages?before=5&after=2`), 'invalid');
    });

    test('read marks go forward only, and are each their own', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const report = await site.newReport(await site.newTask());
      for (let index = 2; index <= 5; index += 1) await say(mia, report.id, `m${index}`);
      const path = `/reports/${report.id}/read`;
      const mark = async (seq: number) => (await rui.put<{ seq: number }>(path, { seq })).body.seq;
      assert.equal(await mark(3), 3);
      assert.equal(await mark(1), 3);
      assert.equal(await mark(0), 3);
      assert.equal(await mark(4), 4);
      assert.equal((await rui.get<Report>(`/reports/${report.id}`)).body.readSeq, 4);
      const messages = await rui.get<MessagePage>(`/reports/${report.id}/messages`);
      assert.equal(messages.body.readSeq, 4);
      assert.notEqual((await mia.get<Report>(`/reports/${report.id}`)).body.readSeq, 4);
      const beyond = await rui.put<{ seq: number }>(path, { seq: 999 });
      assert.ok(!beyond.ok || beyond.body.seq <= 5, beyond.toString());
    });

    test('own lines are never unread, and hide nothing that was said before them', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const report = await site.newReport(await site.newTask());
      const path = `/reports/${report.id}`;
      const has = async (person: typeof mia, readSeq: number, lastSeq: number) => {
        const one = (await person.get<Report>(path)).body;
        const listed = (await person.get<Page<ReportSummary>>('/reports')).body.items[0];
        const messages = (await person.get<MessagePage>(`${path}/messages`)).body;
        assert.deepEqual([one.readSeq, one.lastSeq], [readSeq, lastSeq], person.id);
        assert.deepEqual([listed?.readSeq, messages.readSeq], [readSeq, readSeq], person.id);
      };
      const mark = async (person: typeof mia, seq: number) =>
        (await person.put<{ seq: number }>(`${path}/read`, { seq })).body.seq;
      assert.equal(report.readSeq, 1);
      await say(mia, report.id, 'One more thing.');
      await has(mia, 2, 2);
      await has(rui, 0, 2);
      assert.equal(await mark(rui, 1), 1);
      // Said without having seen the line before: that one is still unread.
      const asked = await site.decide(report, 'changes');
      assert.equal(asked.readSeq, 1);
      await has(rui, 1, 3);
      const revised = await site.revise(asked);
      assert.equal(revised.readSeq, 2);
      await has(mia, 2, 4);
      assert.equal(await mark(rui, 2), 3);
      await has(rui, 3, 4);
      assert.equal(await mark(rui, 4), 4);
      const rejected = await site.decide(revised, 'rejected');
      assert.equal(rejected.readSeq, 5);
      const reopened = (await rui.put<Report>(`${path}/reopenings/${uuid()}`, {})).body;
      assert.equal(reopened.readSeq, 6);
      assert.equal((await site.decide(reopened, 'approved')).readSeq, 7);
      await has(rui, 7, 7);
      await has(mia, 2, 7);
      assert.equal(await mark(mia, 7), 7);
      await has(await site.olga(), 0, 7);
    });

    test('a message does not change the version of the report', async () => {
      const site = new Site(backend());
      const report = await site.newReport(await site.newTask());
      await say(await site.mia(), report.id, 'Hello.');
      const read = (await (await site.mia()).get<Report>(`/reports/${report.id}`)).body;
      assert.deepEqual([read.version, read.lastSeq], [report.version, 2]);
    });
  });
};
