import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../server/races/race.js';
import type { MortalServers } from '../support/mortal-servers.js';
import type { Send } from '../support/people.js';

/** How many of the requests are given up on early, and after how many milliseconds at most. */
const impatience = { share: 0.03, most: 200 };
/** Milliseconds after which an answer is lost. */
const patience = 60_000;
/** How often a server may answer that it has failed before that is the answer. */
const failures = 10;
/** The longest pause before the next try, in milliseconds. */
const pause = 100;

/**
 * Sends as clients do that give nothing up: no answer, so the same request again, to any server.
 * Some are impatient, so that the first try may still be under way when the next one comes.
 */
export class Courier {
  readonly counts = { requests: 0, 'broken off': 0, 'given up on': 0, unavailable: 0 };
  readonly #servers: MortalServers;
  readonly #random: Random;

  constructor(servers: MortalServers, random: Random) {
    this.#servers = servers;
    this.#random = random;
  }

  readonly send: Send = (path, init) => this.#deliver(path, init);

  /** To one server first. */
  via =
    (server: number): Send =>
    (path, init) =>
      this.#deliver(path, init, server);

  async #deliver(path: string, init: RequestInit, first?: number): Promise<Response> {
    let failed = 0;
    for (let server = first; ; server = undefined) {
      const answer = await this.#ask(server ?? this.#any(), path, init);
      if (answer?.status === 503) failed += 1;
      if (answer && (answer.status !== 503 || failed === failures)) return answer;
      if (answer) this.counts.unavailable += 1;
      await wait(this.#random() * pause);
    }
  }

  /** An answer counts when it has arrived whole. */
  async #ask(server: number, path: string, init: RequestInit): Promise<Response | undefined> {
    this.counts.requests += 1;
    const isImpatient = this.#random() < impatience.share;
    const signal = AbortSignal.timeout(
      isImpatient ? Math.ceil(this.#random() * impatience.most) : patience,
    );
    try {
      const response = await fetch(`${this.#servers.url(server)}${path}`, { ...init, signal });
      return new Response(await response.arrayBuffer(), response);
    } catch (error) {
      if (signal.aborted) this.counts['given up on'] += 1;
      else if (error instanceof TypeError) this.counts['broken off'] += 1;
      else throw error;
      return undefined;
    }
  }

  #any(): number {
    const { alive } = this.#servers;
    return alive[Math.floor(this.#random() * alive.length)]!;
  }
}
