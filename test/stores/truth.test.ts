import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import type { Verdict } from '../../src/contract/decision.js';
import type { Observable } from '../../src/stores/observable.js';
import { reportsOf, type ReportFilter } from '../../src/stores/reports-store.js';
import { tasksOf, type TaskFilter } from '../../src/stores/tasks-store.js';
import { arrived, aTask, newSite, ready, until, Visit } from './backend.js';

/** Something that somebody does; which task or report is meant, the number says. */
type Step =
  | { type: 'task'; points: number; active: boolean }
  | { type: 'edit'; which: number; points: number; active: boolean }
  | { type: 'submit' | 'revise'; which: number }
  | { type: 'say' | 'read'; which: number }
  | { type: 'decide'; which: number; verdict: Verdict };

const which = fc.nat(20);
const points = fc.nat(99);
const active = fc.boolean();
const verdict = fc.constantFrom<Verdict>('approved', 'rejected', 'changes');

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('task' as const), points, active }),
  fc.record({ type: fc.constant('edit' as const), which, points, active }),
  fc.record({ type: fc.constantFrom('submit' as const, 'revise' as const), which }),
  fc.record({ type: fc.constantFrom('say' as const, 'read' as const), which }),
  fc.record({ type: fc.constant('decide' as const), which, verdict }),
);

/** How a live stream treats each piece in turn. */
const fates = fc.array(fc.constantFrom('pass', 'double', 'late'), { minLength: 1, maxLength: 12 });

const cast = async () => {
  const site = newSite();
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const rui = await arrived(new Visit(site, 'rui', 'reviewer'));
  const olga = await arrived(new Visit(site, 'olga', 'owner'));
  return { mia, rui, olga };
};

type Cast = Awaited<ReturnType<typeof cast>>;

/** Does what can be done; a refusal is as good as a success. */
class Play {
  readonly tasks: string[] = [];
  readonly reports: string[] = [];
  readonly #cast: Cast;

  constructor(people: Cast) {
    this.#cast = people;
  }

  async act(step: Step): Promise<void> {
    try {
      await this.#do(step);
    } catch (error) {
      assert.equal((error as Error).name, 'ApiError');
    }
  }

  async #do(step: Step): Promise<unknown> {
    const { mia, rui, olga } = this.#cast;
    if (step.type === 'task') {
      const request = aTask({ limit: 3, quota: 4, ...this.#status(step) });
      const { id } = await (await olga.session.client()).putTask(uuid(), request);
      return this.tasks.push(id);
    }
    if (step.type === 'submit') {
      const taskId = pick(this.tasks, step.which);
      const { id } = await (
        await mia.session.client()
      ).submitReport(uuid(), { taskId, text: 'Done.' });
      return this.reports.push(id);
    }
    if (step.type === 'edit') {
      const { version } = await (await olga.session.client()).getTask(pick(this.tasks, step.which));
      const request = aTask({ limit: 3, quota: 4, ...this.#status(step) });
      return (await olga.session.client()).putTask(pick(this.tasks, step.which), request, version);
    }
    const report = await (await rui.session.client()).getReport(pick(this.reports, step.which));
    const { id, round, lastSeq } = report;
    if (step.type === 'decide') {
      const decision = { id: uuid(), verdict: step.verdict as 'rejected', reason: 'So.' };
      return (await rui.session.client()).decideReport(id, round, decision);
    }
    if (step.type === 'revise')
      return (await mia.session.client()).reviseReport(id, round + 1, { text: 'B' });
    if (step.type === 'say')
      return (await mia.session.client()).sendMessage(id, uuid(), { text: 'Hm.' });
    return (await rui.session.client()).markRead(id, lastSeq);
  }

  #status({ points, active }: { points: number; active: boolean }) {
    return { points, status: active ? ('active' as const) : ('inactive' as const) };
  }
}

const pick = (ids: readonly string[], which: number): string => ids[which % ids.length] ?? uuid();

const treat = (visit: Visit, fates: readonly string[]): (() => void) => {
  const late: string[] = [];
  let turn = 0;
  visit.wire.tamper = (piece) => {
    if (!piece.startsWith('event')) return [piece, ...late.splice(0)];
    const fate = fates[turn++ % fates.length];
    if (fate === 'late') late.push(piece);
    if (fate === 'late') return [];
    return [piece, ...late.splice(0), ...(fate === 'double' ? [piece] : [])];
  };
  return () => {
    visit.wire.tamper = (piece) => [piece, ...late.splice(0)];
  };
};

/** Waits until a list tells what the server tells; fails with the difference. */
const settles = async (
  list: Observable<{ readonly items: readonly object[] }>,
  truth: { items: readonly object[] },
): Promise<void> => {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), 5_000);
  await Promise.race([
    until(list, ({ items }) => isDeepStrictEqual(items, truth.items)),
    new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve())),
  ]);
  clearTimeout(timer);
  assert.deepEqual(list.snapshot.items, truth.items);
};

const reportFilters: readonly ReportFilter[] = [
  {},
  { sort: 'oldest' },
  { status: 'awaiting', turn: 'reviewer', sort: 'oldest' },
  { status: 'rejected' },
];

const taskFilters: readonly TaskFilter[] = [{}, { status: 'active', sort: 'reward' }];

test('a snapshot and the news are as good as a fresh snapshot', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 25 }),
      fates,
      async (steps, fate) => {
        const people = await cast();
        const play = new Play(people);
        await play.act({ type: 'task', points: 1, active: true });
        const watchers = [people.mia, people.rui];
        for (const visit of watchers) {
          for (const filter of reportFilters) visit.watch(reportsOf(visit.session, filter));
          for (const filter of taskFilters) visit.watch(tasksOf(visit.session, filter));
          await until(tasksOf(visit.session), ready);
        }
        const relents = watchers.map((visit) => treat(visit, fate));
        for (const step of steps) await play.act(step);
        for (const relent of relents) relent();
        for (const { session } of watchers) {
          for (const filter of reportFilters) {
            await settles(
              reportsOf(session, filter),
              await (await session.client()).listReports(filter),
            );
          }
          for (const filter of taskFilters) {
            await settles(
              tasksOf(session, filter),
              await (await session.client()).listTasks(filter),
            );
          }
        }
        for (const visit of Object.values(people)) visit.end();
      },
    ),
    { numRuns: 15, endOnFailure: true, includeErrorInReport: true },
  );
});
