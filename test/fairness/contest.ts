import type { Report } from '../../src/contract/report.js';
import { each } from '../server/races/race.js';
import type { Person } from '../support/people.js';
import { Progress } from '../support/progress.js';
import { inWords, type Figures } from '../support/verdict.js';
import { attemptsOn, type Attempt } from './attempts.js';
import { checkBalance } from './balances.js';
import { Killer } from './killer.js';
import { Sampler } from './sampler.js';
import type { Scene } from './scene.js';
import { standingDecisions } from './standing.js';
import { submitReports } from './submissions.js';
import { Testimony } from './testimony.js';

export interface ContestOptions {
  readonly reports: number;
  /** Disagreeing attempts to decide each report. */
  readonly attempts: number;
  /** How often a server is killed meanwhile. */
  readonly kills: number;
  readonly members: number;
  readonly reviewers: number;
  /** Attempts that are under way at the same time. */
  readonly atOnce: number;
  /** The share of attempts that are sent once more when they have their answer. Default 0.05. */
  readonly again?: number;
  readonly tell?: ((words: string) => void) | undefined;
}

/** Attempts among which those on one report are scattered. */
const shuffledOver = 4_000;

/** Reviewers who disagree about each report, while servers die and somebody looks at the books. */
export class Contest {
  readonly #scene: Scene;
  readonly #options: ContestOptions;
  readonly #testimony: Testimony;
  #answered = 0;
  #repeated = 0;

  constructor(scene: Scene, options: ContestOptions) {
    this.#scene = scene;
    this.#options = options;
    this.#testimony = new Testimony(scene.findings);
  }

  async run(): Promise<Figures> {
    const { reports: count, attempts, reviewers, members: crowd } = this.#options;
    const members = await this.#scene.people('member', crowd, 'member');
    const submitted = await submitReports(this.#scene, members, count);
    const reports = submitted.map(({ report }) => report);
    this.#options.tell?.(`${reports.length} reports are submitted`);
    const jury = await this.#scene.people('reviewer', reviewers, 'reviewer');
    const order = { attempts, spread: shuffledOver / attempts, random: this.#scene.random };
    const figures = await this.#decideAll(attemptsOn(reports, jury, order), members);
    const { database, site } = this.#scene;
    this.#testimony.compare(reports, await standingDecisions(database, site.name));
    await each(members, 4, (member) => checkBalance(this.#scene, member));
    const { raced } = this.#testimony;
    return { reports: reports.length, ...figures, 'lost to one on its way': raced };
  }

  async #decideAll(attempts: readonly Attempt[], members: readonly Person[]): Promise<Figures> {
    const { servers, random } = this.#scene;
    const { kills, atOnce, tell } = this.#options;
    const killer = new Killer(servers, random, { kills, work: attempts.length });
    const sampler = new Sampler(this.#scene, members);
    const progress = new Progress(() => inWords(this.#figures(sampler)), tell);
    try {
      await each(attempts, atOnce, async (attempt) => {
        await this.#decide(attempt);
        killer.count();
      });
      await killer.end();
      await sampler.end();
    } finally {
      progress.end();
    }
    return { attempts: attempts.length, ...this.#figures(sampler) };
  }

  async #decide(attempt: Attempt): Promise<void> {
    const { reviewer, report, request } = attempt;
    const { findings, random } = this.#scene;
    const send = () => reviewer.put<Report>(`/reports/${report}/rounds/1/decision`, request);
    try {
      const sent = performance.now();
      const answer = await send();
      this.#testimony.hear(attempt, answer, sent);
      this.#answered += 1;
      if (random() >= (this.#options.again ?? 0.05)) return;
      const second = await send();
      this.#repeated += 1;
      if (second.status === answer.status && second.text === answer.text) return;
      findings.repeats.push(`${answer.toString()}, then ${second.toString()}`);
    } catch (error) {
      findings.unexplained.push(String(error));
    }
  }

  #figures({ samples, balances, longestGap, totals }: Sampler): Figures {
    const { accepted, refused } = this.#testimony;
    return {
      answered: this.#answered,
      accepted,
      refused,
      'sent a second time': this.#repeated,
      'kill -9': this.#scene.servers.deaths,
      ...this.#scene.courier.counts,
      'samples of the tables': samples,
      'ms between two at most': longestGap,
      'balances asked for': balances,
      'points due': totals.due,
      'points booked': totals.booked,
    };
  }
}
