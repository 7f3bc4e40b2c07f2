import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Role } from '../../../src/contract/member.js';
import {
  operations,
  type Operation,
  type OperationName,
} from '../../../src/contract/operations.js';
import type { Report } from '../../../src/contract/report.js';
import type { Person } from '../../support/people.js';
import { decision, refuses, say, Site, taskRequest, type Backend } from '../../support/site.js';
import { send, textFile, upload } from '../../support/uploads.js';

const roles: readonly Role[] = ['member', 'reviewer', 'owner'];
const people = { member: 'noa', reviewer: 'rui', owner: 'olga' } as const;

/** The things that a request names. */
interface Things {
  task: string;
  report: string;
  message: string;
  attachment: string;
}

const table = Object.entries(operations as Record<string, Operation>).filter(
  ([name]) => name !== 'openLive',
) as [OperationName, Operation][];

/** One sound body for each operation that takes one. */
const bodyOf = (name: OperationName, things: Things): unknown => {
  if (name === 'putTask') return taskRequest();
  if (name === 'submitReport') return { taskId: things.task, text: 'Mine.' };
  if (name === 'decideReport') return decision('rejected');
  if (name === 'correctPoints') return { member: 'mia', points: 5, reason: 'Well done.' };
  if (name === 'markRead') return { seq: 1 };
  const empty = ['reopenReport', 'hintTyping', 'openTask'].includes(name);
  return empty ? {} : { text: 'Words.' };
};

const pathOf = (operation: Operation, { task, report, message, attachment }: Things): string =>
  operation.path
    .replace('{task}', task)
    .replace('{report}', report)
    .replace('{message}', message)
    .replace('{attachment}', attachment)
    .replace('{reopening}', uuid())
    .replace('{correction}', uuid())
    .replace('{n}', operation.path.endsWith('decision') ? '1' : '2');

const call = (name: OperationName, operation: Operation, caller: Person, things: Things) => {
  const path = pathOf(operation, things);
  if (operation.method === 'GET') return caller.get(path);
  if (operation.method === 'DELETE') return caller.delete(path);
  if (operation.bytes) return send(caller, textFile('A file.'), { id: things.attachment });
  return caller.put(path, bodyOf(name, things));
};

/** Things that nobody has. */
const strange = (): Things => ({
  ...{ task: uuid(), report: uuid(), message: uuid(), attachment: uuid() },
});

const furnish = async (site: Site): Promise<Things & { reportAsWas: Report }> => {
  const task = await site.newTask();
  const report = await site.newReport(task);
  const message = await say(await site.mia(), report.id, 'A secret of this site.');
  const attachment = await upload(await site.olga());
  return {
    ...{ task: task.id, report: report.id, message: message.id },
    ...{ attachment: attachment.id, reportAsWas: report },
  };
};

/** Every operation, by every role, on one's own site and on another's things. */
export const access = (backend: () => Backend): void => {
  describe('access', () => {
    for (const [name, operation] of table) {
      const least = operation.who === 'visitor' ? 0 : roles.indexOf(operation.who);

      test(`${name}: refused below its role, before anything else is said`, async () => {
        const site = new Site(backend());
        const things = await furnish(site);
        const before = await site.dump();
        if (operation.who !== 'visitor') {
          refuses(await call(name, operation, site.visitor(), things), 'unauthenticated');
        }
        for (const role of roles.slice(0, least)) {
          const caller = await site[people[role]]();
          const answer = await call(name, operation, caller, things);
          refuses(answer, 'forbidden');
          const unknown = strange();
          assert.equal((await call(name, operation, caller, unknown)).text, answer.text);
        }
        assert.equal(await site.dump(), before);
      });
    }

    for (const [name, operation] of table.filter(([, { path }]) => path.includes('{'))) {
      test(`${name}: another site's ids are as unknown as any`, async () => {
        const theirs = new Site(backend());
        const foreign = await furnish(theirs);
        const before = await theirs.dump();
        for (const role of roles) {
          const ours = new Site(backend());
          const caller = await ours[people[role]]();
          const unknown = strange();
          const [one, two] = [
            await call(name, operation, caller, foreign),
            await call(name, operation, caller, unknown),
          ];
          assert.equal(one.status, two.status, `${one.toString()} | ${two.toString()}`);
          if (one.ok) assert.ok(['putTask', 'putAttachment'].includes(name));
          else assert.equal(one.text, two.text);
          assert.ok(!one.text.includes('secret'));
        }
        assert.equal(await theirs.dump(), before);
      });
    }

    test("another member's report is as unknown as any", async () => {
      const site = new Site(backend());
      const things = await furnish(site);
      const noa = await site.noa();
      const before = await site.dump();
      const unknown = { ...things, report: uuid() };
      for (const [name, operation] of table) {
        const own = !operation.path.includes('{report}') || operation.who !== 'member';
        if (own || name === 'submitReport') continue;
        const answer = await call(name, operation, noa, things);
        refuses(answer, 'not-found');
        assert.equal((await call(name, operation, noa, unknown)).text, answer.text);
      }
      assert.equal(await site.dump(), before);
    });

    test('the same ids in two sites are two things', async () => {
      const [one, two] = [new Site(backend()), new Site(backend())];
      const ids = await furnish(one);
      await (await two.olga()).put(`/tasks/${ids.task}`, taskRequest({ name: 'Of two' }));
      const path = `/reports/${ids.report}`;
      const body = { taskId: ids.task, text: 'Of two.' };
      const report = (await (await two.mia()).put<Report>(path, body)).body;
      assert.deepEqual([report.task.name, report.text], ['Of two', 'Of two.']);
      const first = (await (await one.mia()).get<Report>(path)).body;
      assert.equal(first.text, ids.reportAsWas.text);
      await two.decide(report, 'approved');
      assert.equal((await (await one.mia()).get<Report>(path)).body.status, 'awaiting');
    });

    test('a reviewer does not revise what a member wrote', async () => {
      const site = new Site(backend());
      const { report } = await furnish(site);
      const before = await site.dump();
      const answer = await (await site.rui()).put(`/reports/${report}/rounds/2`, { text: 'Mine.' });
      assert.ok(['forbidden', 'not-found'].includes(answer.problem.code), answer.toString());
      assert.equal(await site.dump(), before);
    });
  });
};
