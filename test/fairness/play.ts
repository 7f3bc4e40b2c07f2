import type { Postgres } from '../support/postgres.js';
import type { Figures } from '../support/verdict.js';
import { checkBooks } from './books.js';
import { Contest, type ContestOptions } from './contest.js';
import type { Findings } from './findings.js';
import { checkLines } from './lines.js';
import { raceRevisions, type RevisionsOptions } from './revisions.js';
import { Scene, type SceneOptions } from './scene.js';

export interface Part extends SceneOptions {
  /** Attempts to decide the same reports. Default: none. */
  readonly contest?: ContestOptions | undefined;
  /** Revisions that race decisions. Default: none. */
  readonly revisions?: RevisionsOptions | undefined;
}

export interface Outcome {
  readonly findings: Findings;
  readonly figures: Figures;
}

/** From an empty database to the verdict. */
export async function play(postgres: Postgres, part: Part): Promise<Outcome> {
  const scene = await Scene.open(postgres, part);
  try {
    return await perform(scene, part);
  } finally {
    await scene.close();
  }
}

async function perform(scene: Scene, { contest, revisions }: Part): Promise<Outcome> {
  const { findings, database, site, courier, servers } = scene;
  const contested = contest && (await new Contest(scene, contest).run());
  const raced = revisions && (await raceRevisions(scene, revisions));
  const totals = await checkBooks(database, site.name, findings, 'books at the end');
  await checkLines(database, site.name, findings);
  // A death breaks connections off; only a request that failed in a server is answered with 503.
  const { unavailable } = courier.counts;
  if (unavailable > 0) findings.unexplained.push(`${unavailable} times 503`);
  const figures = {
    ...{ ...contested, ...raced, ...courier.counts, 'kill -9': servers.deaths },
    ...{ decisions: totals.decisions, 'points due': totals.due, 'points booked': totals.booked },
  };
  return { findings, figures };
}
