import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { shuffled } from '../server/races/race.js';
import { endWithUs } from '../support/children.js';
import type { Person } from '../support/people.js';
import { checkBalance } from './balances.js';
import type { Totals } from './books.js';
import { kinds } from './findings.js';
import type { Scene } from './scene.js';
import type { Sample } from './watch-books.js';

/** Milliseconds between two rounds of questions. */
const pace = 700;
/** Members who ask for their balance at the same time. */
const askers = 8;

const watch = fileURLToPath(new URL('./watch-books.ts', import.meta.url));

/** Looks at the tables, and at what members are told, as long as the work goes on. */
export class Sampler {
  samples = 0;
  balances = 0;
  /** Milliseconds between two samples, at most. */
  longestGap = 0;
  /** As the last sample saw them. */
  totals: Totals = { decisions: 0, due: 0, booked: 0 };
  readonly #scene: Scene;
  readonly #members: readonly Person[];
  readonly #watch: ChildProcess;
  readonly #asking: Promise<void>;
  #isOver = false;

  constructor(scene: Scene, members: readonly Person[]) {
    this.#scene = scene;
    this.#members = members;
    const child = fork(watch, [scene.databaseUrl, scene.site.name], {
      execArgv: ['--import', 'tsx'],
    });
    this.#watch = endWithUs(child, 'SIGKILL');
    this.#watch.on('message', (sample: Sample) => this.#take(sample));
    this.#asking = this.#askMembers();
    // Awaited at the end; until then, a failure is nobody's.
    this.#asking.catch(() => {});
  }

  /** The last sample is taken after this call. */
  async end(): Promise<void> {
    this.#isOver = true;
    const exit = once(this.#watch, 'exit') as Promise<[number | null]>;
    this.#watch.send('end');
    const [[code]] = await Promise.all([exit, this.#asking]);
    if (code !== 0) throw new Error(`Nobody watched the tables to the end: ${code}`);
  }

  #take({ findings, totals, gap }: Sample): void {
    for (const kind of kinds) this.#scene.findings[kind].push(...findings[kind]);
    this.totals = totals;
    this.samples += 1;
    this.longestGap = Math.max(this.longestGap, gap);
  }

  async #askMembers(): Promise<void> {
    const { random } = this.#scene;
    while (!this.#isOver) {
      const some = shuffled(this.#members, random).slice(0, askers);
      await Promise.all(some.map((member) => checkBalance(this.#scene, member)));
      this.balances += some.length;
      await wait(pace);
    }
  }
}
