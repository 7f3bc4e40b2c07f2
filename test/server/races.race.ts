import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCluster, type Cluster } from '../support/cluster.js';
import { onPostgres } from '../support/on-postgres.js';
import { raceCorrections } from './races/corrections.js';
import { raceDeactivation } from './races/deactivation.js';
import { raceDecisions } from './races/decisions.js';
import { raceLimit, raceQuota } from './races/places.js';
import { randomOf, seed } from './races/race.js';
import { findsPlanted, none, type Planted } from './races/verdicts.js';

onPostgres('races on PostgreSQL with two server processes', () => {
  let cluster: Cluster;
  before(async () => (cluster = await openCluster()));
  after(() => cluster.close());
  const race = () => ({ cluster, random: randomOf(seed) });

  test('1,000 reports × 8 reviewers who disagree: one decision each', async (t) => {
    const outcome = await raceDecisions(race(), { reports: 1_000, reviewers: 8 });
    none(t, outcome);
    assert.equal(outcome.figures.decided, 1_000);
  });

  test('300 tasks, submissions racing a deactivation: none accepted after it', async (t) => {
    const outcome = await raceDeactivation(race(), { tasks: 300, submissions: 8 });
    none(t, outcome);
    // Neither always won nor always lost, or nothing was raced.
    assert.ok((outcome.figures.accepted ?? 0) > 100 && (outcome.figures.refused ?? 0) > 100);
  });

  test('20 at once from a member whom the task takes one of', async (t) => {
    none(t, await raceLimit(race(), { tasks: 20, submissions: 20 }));
  });

  test('100 members at once for 10 places', async (t) => {
    none(t, await raceQuota(race(), { tasks: 10, members: 100, quota: 10 }));
  });

  test('corrections sent three times at once, among approvals: each books once', async (t) => {
    const outcome = await raceCorrections(race(), { corrections: 400, members: 5 });
    none(t, outcome);
    assert.ok((outcome.figures.samples ?? 0) > 20);
  });
});

const faults: Record<string, Planted> = {
  'no-locks-no-keys': {
    race: (given) => raceDecisions(given, { reports: 60, reviewers: 8 }),
    finds: /decisions accepted/,
  },
  'no-share-lock': {
    race: (given) => raceDeactivation(given, { tasks: 80, submissions: 8 }),
    finds: /after the deactivation/,
  },
  'limit-from-snapshot': {
    race: (given) => raceLimit(given, { tasks: 5, submissions: 20 }),
    finds: /room for/,
  },
  'quota-from-snapshot': {
    race: (given) => raceQuota(given, { tasks: 3, members: 60, quota: 10 }),
    finds: /room for/,
  },
  'correction-twice': {
    race: (given) => raceCorrections(given, { corrections: 60, members: 2 }),
    finds: /booked [23] times/,
  },
  'balance-read-first': {
    race: (given) => raceCorrections(given, { corrections: 60, members: 2 }),
    finds: /balance/,
  },
};

onPostgres('the same races where the rule is broken', () => {
  for (const [fault, planted] of Object.entries(faults)) {
    test(`${fault} is found`, (t) => findsPlanted(t, fault, planted));
  }
});
