import { setTimeout as wait } from 'node:timers/promises';
import { shuffled } from '../server/races/race.js';
import type { Person } from '../support/people.js';
import { checkBalance } from './balances.js';
import { checkBooks, type Totals } from './books.js';
import type { Scene } from './scene.js';

/** Milliseconds from the start of one sample to that of the next, unless one takes longer. */
const pace = 700;

/** Members who ask for their balance at the same time. */
const askers = 8;

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
  readonly #loops: Promise<unknown>;
  #isOver = false;

  constructor(scene: Scene, members: readonly Person[]) {
    this.#scene = scene;
    this.#members = members;
    this.#loops = Promise.all([this.#watchTables(), this.#askMembers()]);
    // Awaited at the end; until then, a failure is nobody's.
    this.#loops.catch(() => {});
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#loops;
  }

  async #watchTables(): Promise<void> {
    const { database, site, findings } = this.#scene;
    for (let [last, isLast] = [Date.now(), false]; !isLast;) {
      isLast = this.#isOver;
      const start = Date.now();
      this.longestGap = Math.max(this.longestGap, start - last);
      last = start;
      this.totals = await checkBooks(database, site.name, findings, 'books in between');
      this.samples += 1;
      if (!isLast) await wait(Math.max(0, start + pace - Date.now()));
    }
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
