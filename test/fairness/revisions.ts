import { each, shuffled } from '../server/races/race.js';
import { Progress } from '../support/progress.js';
import { inWords, type Figures } from '../support/verdict.js';
import { Encounter } from './encounter.js';
import { judgeEncounter } from './encounter-verdict.js';
import { readHistories, type History } from './history.js';
import type { Scene } from './scene.js';
import { submitReports } from './submissions.js';

export interface RevisionsOptions {
  /** Reports that are revised and decided at the same moment. */
  readonly races: number;
  readonly tell?: ((words: string) => void) | undefined;
}

const members = 20;
const reviewers = 12;
/** Reviewers of one report. */
const jury = 3;
/** Races that are run at the same time. */
const atOnce = 4;

/** Members who revise what is being decided, and what came of it. */
export async function raceRevisions(
  scene: Scene,
  { races, tell }: RevisionsOptions,
): Promise<Figures> {
  const { random, findings, database, site } = scene;
  const crowd = await scene.people('author', members, 'member');
  const all = await scene.people('judge', reviewers, 'reviewer');
  const submitted = await submitReports(scene, crowd, races);
  const encounters = submitted.map(
    (one) => new Encounter(scene, one, shuffled(all, random).slice(0, jury)),
  );
  let raced = 0;
  const progress = new Progress(() => inWords({ 'revisions raced': raced }), tell);
  await each(encounters, atOnce, async (encounter) => {
    await encounter.run().catch((error: unknown) => findings.unexplained.push(String(error)));
    raced += 1;
  }).finally(() => progress.end());
  const histories = await readHistories(database, site.name);
  for (const encounter of encounters) {
    judgeEncounter(encounter, histories.get(encounter.report)!, findings);
  }
  return { revisions: races, ...split(encounters, histories) };
}

/** What can come of a revision and a decision at the same moment, by who was first. */
const ways = ['approved first', 'decided first', 'revised first'] as const;

const wayOf = ({ rounds, decisions }: History): (typeof ways)[number] => {
  if (decisions[0]?.round !== 1) return 'revised first';
  return rounds.length > 1 ? 'decided first' : 'approved first';
};

function split(encounters: readonly Encounter[], histories: ReadonlyMap<string, History>): Figures {
  const own = encounters.map(({ report }) => histories.get(report)!);
  const counts = ways.map((way) => [way, own.filter((one) => wayOf(one) === way).length]);
  const sent = encounters.flatMap((encounter) => encounter.sent);
  return {
    ...(Object.fromEntries(counts) as Figures),
    'decisions sent': sent.length,
    'found stale': sent.filter(({ answer }) => answer.status === 412).length,
    'second rounds decided': own.filter(({ decisions }) => decisions.at(-1)?.round === 2).length,
  };
}

/** Whether each way came about at least once in fifty times. */
export const isRaced = (figures: Figures): boolean =>
  ways.every((way) => (figures[way] ?? 0) * 50 >= (figures.revisions ?? 0));
