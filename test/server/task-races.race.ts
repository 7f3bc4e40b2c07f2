import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCluster, type Cluster } from '../support/cluster.js';
import { onPostgres } from '../support/on-postgres.js';
import { raceEditing } from './races/editing.js';
import { randomOf, seed } from './races/race.js';
import { findsPlanted, none, type Planted } from './races/verdicts.js';
import { raceWholeLives } from './races/whole-lives.js';

onPostgres('tasks on PostgreSQL with three server processes', () => {
  let cluster: Cluster;
  before(async () => (cluster = await openCluster({ processes: 3 })));
  after(() => cluster.close());
  const race = () => ({ cluster, random: randomOf(seed) });

  test('1,000 races of two owners who edit one task: nothing is overwritten unseen', async (t) => {
    const outcome = await raceEditing(race(), { races: 1_000 });
    none(t, outcome);
    // One of two is taken, and both in the end; or nothing was raced.
    assert.equal(outcome.figures.accepted, 3_000);
    assert.equal(outcome.figures.refused, 1_000);
  });

  test('1,000 members, 100 places, decisions, revisions, reopenings: all given, no more', async (t) => {
    const outcome = await raceWholeLives(race(), { members: 1_000, quota: 100 });
    none(t, outcome);
    const { submitted = 0, 'submitted refused': refused = 0 } = outcome.figures;
    const { rejected = 0, revised = 0, reopened = 0, taken } = outcome.figures;
    assert.equal(taken, 100);
    assert.ok(submitted + refused >= 1_000 && refused > 100, 'the places were raced for');
    assert.ok(rejected > 50 && revised > 50 && reopened > 10, 'places came back and went again');
  });
});

const faults: Record<string, Planted> = {
  'edit-unseen': {
    race: (given) => raceEditing(given, { races: 30 }),
    finds: /overwrote|was made from|books hold|edited last/,
  },
  'quota-from-snapshot': {
    race: (given) => raceWholeLives(given, { members: 300, quota: 20 }),
    finds: /places taken of/,
  },
  'place-kept': {
    race: (given) => raceWholeLives(given, { members: 200, quota: 20 }),
    finds: /places given out|Tallied/,
  },
};

onPostgres('the same races of tasks where the rule is broken', () => {
  for (const [fault, planted] of Object.entries(faults)) {
    test(`${fault} is found`, (t) => findsPlanted(t, fault, planted));
  }
});
