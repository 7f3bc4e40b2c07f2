import type { Random } from '../server/races/race.js';
import type { MortalServers } from '../support/mortal-servers.js';

/** Kills servers in the middle of the work, at even parts of it; one at least keeps running. */
export class Killer {
  readonly #servers: MortalServers;
  readonly #random: Random;
  readonly #kills: number;
  readonly #work: number;
  readonly #deaths: Promise<void>[] = [];
  #done = 0;

  constructor(servers: MortalServers, random: Random, plan: { kills: number; work: number }) {
    this.#servers = servers;
    this.#random = random;
    this.#kills = plan.kills;
    this.#work = plan.work;
  }

  /** One piece of the work is done. */
  count(): void {
    this.#done += 1;
    const killed = this.#deaths.length;
    const due = (this.#work * (killed + 1)) / (this.#kills + 1);
    const { alive } = this.#servers;
    if (killed === this.#kills || this.#done < due || alive.length < 2) return;
    this.#deaths.push(this.#servers.kill(alive[Math.floor(this.#random() * alive.length)]!));
  }

  /** Resolves when all are back. */
  async end(): Promise<void> {
    await Promise.all(this.#deaths);
  }
}
