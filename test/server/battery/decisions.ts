import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Page } from '../../../src/contract/page.js';
import type { Report, ReportSummary } from '../../../src/contract/report.js';
import { decision, refuses, Site, type Backend } from '../../support/site.js';

const decisionPath = (report: string, round: number) =>
  `/reports/${report}/rounds/${round}/decision`;

/** Deciding a round: once, for ever. */
export const decisions = (backend: () => Backend): void => {
  describe('decisions', () => {
    test('each verdict moves the report and is kept with its reason and its reviewer', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 3 });
      const rui = await site.rui();
      const after = {
        approved: ['approved', null],
        rejected: ['rejected', null],
        changes: ['awaiting', 'member'],
      } as const;
      for (const verdict of ['approved', 'rejected', 'changes'] as const) {
        const report = await site.newReport(task);
        const body = decision(verdict);
        const decided = (await rui.put<Report>(decisionPath(report.id, 1), body)).body;
        assert.deepEqual([decided.status, decided.turn], after[verdict]);
        assert.equal(decided.decision?.id, body.id);
        assert.equal(decided.decision.verdict, verdict);
        assert.equal(decided.decision.reason, body.reason ?? null);
        assert.equal(decided.decision.reviewer.id, 'rui');
        assert.deepEqual(decided.rounds[0]?.decision, decided.decision);
        assert.ok(decided.version > report.version);
      }
    });

    test('an owner decides as well; an approval may have a reason', async () => {
      const site = new Site(backend());
      const report = await site.newReport(await site.newTask());
      const body = { ...decision('approved'), reason: 'Lovely.' };
      const olga = await site.olga();
      const decided = (await olga.put<Report>(decisionPath(report.id, 1), body)).body;
      assert.equal(decided.decision?.reason, 'Lovely.');
    });

    test('a rejection and a request for changes need a reason', async () => {
      const site = new Site(backend());
      const report = await site.newReport(await site.newTask());
      const before = await site.dump();
      for (const verdict of ['rejected', 'changes']) {
        for (const reason of [undefined, '', ' \n\t', null]) {
          const body = { id: uuid(), verdict, reason };
          const answer = await (await site.rui()).put(decisionPath(report.id, 1), body);
          refuses(answer, 'invalid');
          assert.ok(answer.problem.errors?.some(({ path }) => path === 'reason'));
        }
      }
      assert.equal(await site.dump(), before);
    });

    test('nobody decides their own report', async () => {
      const site = new Site(backend());
      const task = await site.newTask();
      for (const author of [await site.rui(), await site.olga()]) {
        const report = await site.newReport(task, author);
        const before = await site.dump();
        for (const verdict of ['approved', 'rejected', 'changes'] as const) {
          refuses(await author.put(decisionPath(report.id, 1), decision(verdict)), 'forbidden');
        }
        assert.equal(await site.dump(), before);
      }
    });

    test('a decision may be repeated; its id with another body is a conflict', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const report = await site.newReport(await site.newTask());
      const path = decisionPath(report.id, 1);
      const body = decision('rejected');
      const first = await rui.put<Report>(path, body);
      const before = await site.dump();
      assert.equal((await rui.put(path, body)).text, first.text);
      refuses(await rui.put(path, { ...body, reason: 'Another.' }), 'id-conflict');
      refuses(await rui.put(path, { id: body.id, verdict: 'approved' }), 'id-conflict');
      assert.equal(await site.dump(), before);
    });

    test('a second decision is told the one that stands', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 3 });
      for (const verdict of ['approved', 'rejected', 'changes'] as const) {
        const decided = await site.decide(await site.newReport(task), verdict);
        const before = await site.dump();
        for (const late of ['approved', 'rejected', 'changes'] as const) {
          const olga = await site.olga();
          const answer = await olga.put(decisionPath(decided.id, 1), decision(late));
          refuses(answer, verdict === 'approved' ? 'already-approved' : 'already-decided');
          assert.deepEqual(answer.problem.decision, decided.decision);
        }
        assert.equal(await site.dump(), before);
      }
    });

    test('a decision on a round that has moved on is stale', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const report = await site.newReport(await site.newTask());
      await site.revise(report);
      const before = await site.dump();
      refuses(await rui.put(decisionPath(report.id, 1), decision('approved')), 'stale');
      refuses(await rui.put(decisionPath(report.id, 3), decision('approved')), 'not-found');
      assert.equal(await site.dump(), before);
      assert.ok((await rui.put(decisionPath(report.id, 2), decision('approved'))).ok);
    });

    test('a repeat of an old decision is answered, whatever happened since', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const report = await site.newReport(await site.newTask());
      const body = decision('changes');
      await rui.put(decisionPath(report.id, 1), body);
      await site.revise(report);
      assert.equal((await rui.put<Report>(decisionPath(report.id, 1), body)).body.round, 2);
    });

    test('approved is final: no decision, revision or reopening, and the answer says why', async () => {
      const site = new Site(backend());
      const report = await site.newReport(await site.newTask());
      const revised = await site.revise(report);
      const approved = await site.decide(revised, 'approved');
      const before = await site.dump();
      const [mia, rui, olga] = [await site.mia(), await site.rui(), await site.olga()];
      const answers = [
        await olga.put(decisionPath(report.id, 2), decision('rejected')),
        await mia.put(`/reports/${report.id}/rounds/3`, { text: 'More.' }),
        await rui.put(`/reports/${report.id}/reopenings/${uuid()}`, {}),
      ];
      for (const answer of answers) {
        refuses(answer, 'already-approved');
        assert.deepEqual(answer.problem.decision, approved.decision);
      }
      assert.equal(await site.dump(), before);
    });

    test('the queue: by status and turn, the longest wait first', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const task = await site.newTask({ limit: 9 });
      const reports: Report[] = [];
      for (let index = 0; index < 5; index += 1) reports.push(await site.newReport(task));
      const [first, second, third, fourth, fifth] = reports as [
        Report,
        Report,
        Report,
        Report,
        Report,
      ];
      await site.decide(first, 'approved');
      await site.decide(second, 'changes');
      await site.decide(third, 'rejected');
      await site.revise(fourth);
      const ids = async (query: string) =>
        (await rui.get<Page<ReportSummary>>(`/reports?${query}`)).body.items.map(({ id }) => id);
      const queue = 'status=awaiting&turn=reviewer&sort=oldest';
      assert.deepEqual(await ids(queue), [fifth.id, fourth.id]);
      assert.deepEqual(await ids('turn=member'), [second.id]);
      assert.deepEqual(await ids('status=approved'), [first.id]);
      assert.deepEqual(await ids('status=rejected'), [third.id]);
    });

    test('a reviewer reads how the member has done; the member does not', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const task = await site.newTask({ limit: 5 });
      const reports: Report[] = [];
      for (let n = 0; n < 4; n += 1) reports.push(await site.newReport(task));
      const [first, second, third, open] = reports as [Report, Report, Report, Report];
      const record = async (person = rui) =>
        (await person.get<Report>(`/reports/${open.id}`)).body.record;
      const none = { approved: 0, rejected: 0 };
      assert.deepEqual(await record(), { ...none, month: none });
      await site.decide(first, 'approved');
      await site.decide(second, 'approved');
      await site.decide(third, 'rejected');
      await site.newReport(task, await site.noa());
      const some = { approved: 2, rejected: 1 };
      assert.deepEqual(await record(), { ...some, month: some });
      assert.equal(await record(mia), undefined);
      assert.ok((await rui.put(`/reports/${third.id}/reopenings/${uuid()}`, {})).ok);
      assert.deepEqual((await record())?.rejected, 0);
    });

    test('a report that awaits tells how many have waited longer, and how long one usually does', async () => {
      const [site, other] = [new Site(backend()), new Site(backend())];
      const mia = await site.mia();
      await other.newReport(await other.newTask());
      const task = await site.newTask({ limit: 9 });
      const reports: Report[] = [];
      for (let n = 0; n < 8; n += 1) reports.push(await site.newReport(task));
      const waitOf = async (index: number) =>
        (await mia.get<Report>(`/reports/${reports[index]!.id}`)).body.wait;
      assert.deepEqual(await waitOf(0), { ahead: 0, usualMinutes: null });
      assert.deepEqual(await waitOf(7), { ahead: 7, usualMinutes: null });
      for (const report of reports.slice(0, 4)) await site.decide(report, 'approved');
      assert.deepEqual(await waitOf(7), { ahead: 3, usualMinutes: null });
      await site.decide(reports[4]!, 'changes');
      assert.deepEqual(await waitOf(7), { ahead: 2, usualMinutes: 1 });
      assert.equal(await waitOf(0), undefined);
      assert.equal(await waitOf(4), undefined, 'The turn is with the member.');
    });
  });
};
