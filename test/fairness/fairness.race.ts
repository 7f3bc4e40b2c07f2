import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { seed } from '../server/races/race.js';
import { onPostgres } from '../support/on-postgres.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { inWords, isClean, verdictLines } from '../support/verdict.js';
import { planted, playWith, runsAtOnce } from './planted.js';
import { play } from './play.js';
import { isRaced } from './revisions.js';

/** The full proof is `npm run fairness`. */
onPostgres('a fair decision by three server processes that die', () => {
  let postgres: Postgres;
  before(async () => (postgres = await startPostgres()));
  after(() => postgres.stop());

  describe('planted faults', { concurrency: runsAtOnce }, () => {
    for (const fault of planted) {
      test(`${fault.fault} is found by ${fault.finds}`, async (t) => {
        const { findings } = await playWith(postgres, fault, seed);
        const lines = verdictLines(findings).join('\n');
        t.diagnostic(`seed ${seed}: ${findings[fault.finds][0]?.slice(0, 160)}`);
        assert.ok(findings[fault.finds].length > 0, `The fault went unseen: ${lines}`);
      });
    }
  });

  test('400 reports × 8 attempts and 100 revisions: one decision a round, booked once', async (t) => {
    const crowd = { atOnce: 400, members: 20, reviewers: 20 };
    const { findings, figures } = await play(postgres, {
      ...{ seed, servers: 3 },
      contest: { ...crowd, reports: 400, attempts: 8, kills: 2 },
      revisions: { races: 100 },
    });
    t.diagnostic(`seed ${seed}: ${inWords(figures)}`);
    assert.ok(isClean(findings), verdictLines(findings).join('\n'));
    assert.deepEqual([figures.answered, figures['kill -9']], [3_200, 2]);
    assert.ok(isRaced(figures), 'One side always won: nothing was raced.');
  });
});
