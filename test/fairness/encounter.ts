import { setTimeout as wait } from 'node:timers/promises';
import type { DecisionRequest } from '../../src/contract/decision.js';
import type { Report } from '../../src/contract/report.js';
import { shuffled } from '../server/races/race.js';
import { Person, type Answer } from '../support/people.js';
import { anyDecision } from './attempts.js';
import type { Scene } from './scene.js';
import type { Submitted } from './submissions.js';

/** A decision as it was sent, and its answer. */
export interface Sent {
  readonly reviewer: string;
  /** The round that is decided. */
  readonly n: number;
  readonly request: DecisionRequest;
  readonly answer: Answer<Report>;
}

/** The most that one is behind another when all are released, in milliseconds. */
const jitter = 8;

/** One report that is revised and decided at the same moment, on different servers. */
export class Encounter {
  readonly report: string;
  readonly member: Person;
  readonly sent: Sent[] = [];
  /** `reviewer n` for each round that a reviewer has seen. */
  readonly seen = new Set<string>();
  revision: Answer<Report> | undefined;
  readonly #scene: Scene;
  readonly #jury: readonly Person[];
  #isOver = false;

  constructor(scene: Scene, { report, member }: Submitted, jury: readonly Person[]) {
    this.#scene = scene;
    this.report = report;
    this.member = member;
    this.#jury = jury;
  }

  /** The first reviewer has seen round 1; the others decide what they see, when they see it. */
  async run(): Promise<void> {
    const { random } = this.#scene;
    const people = this.#spread([this.member, ...this.#jury]);
    const [member, early, ...others] = people as [Person, Person, ...Person[]];
    await this.#see(early);
    const race = this.#release([() => this.#revise(member), () => this.#decide(early, 1)]);
    const watches = others.map((other) => () => this.#watch(other, random() < 0.5 ? 1 : 2));
    await Promise.all([race.finally(() => (this.#isOver = true)), this.#release(watches)]);
  }

  /** Each at a server of their own, as far as there are servers. */
  #spread(people: readonly Person[]): Person[] {
    const { servers, courier, random } = this.#scene;
    const places = shuffled(servers.alive, random);
    return people.map(
      ({ id, headers }, index) =>
        new Person(id, courier.via(places[index % places.length]!), headers),
    );
  }

  async #release(starts: readonly (() => Promise<unknown>)[]): Promise<void> {
    const { random } = this.#scene;
    await Promise.all(
      shuffled(starts, random).map(async (start) => {
        await wait(random() * jitter);
        await start();
      }),
    );
  }

  async #revise(member: Person): Promise<void> {
    this.revision = await member.put<Report>(`/reports/${this.report}/rounds/2`, { text: revised });
  }

  async #see(reviewer: Person): Promise<Report> {
    const { body } = await reviewer.get<Report>(`/reports/${this.report}`);
    this.seen.add(`${reviewer.id} ${body.round}`);
    return body;
  }

  async #decide(reviewer: Person, n: number): Promise<Answer<Report>> {
    const request = anyDecision(this.#scene.random);
    const path = `/reports/${this.report}/rounds/${n}/decision`;
    const answer = await reviewer.put<Report>(path, request);
    this.sent.push({ reviewer: reviewer.id, n, request, answer });
    return answer;
  }

  /** Decides the first round from this one on that is a reviewer's to decide, or what came after. */
  async #watch(reviewer: Person, from: number): Promise<void> {
    for (let isLast = false; !isLast;) {
      isLast = this.#isOver;
      const { round, turn } = await this.#see(reviewer);
      if (round < from || turn !== 'reviewer') continue;
      const { status } = await this.#decide(reviewer, round);
      if (status !== 412) return;
      isLast = false;
    }
  }
}

/** What the member writes into round 2. */
export const revised = 'Better, and with a second look.';
