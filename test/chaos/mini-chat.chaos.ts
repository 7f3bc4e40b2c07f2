import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { onPostgres } from '../support/on-postgres.js';
import { inWords, isClean, verdictLines } from '../support/verdict.js';
import { atOnce, harmless, planted, playWith } from './planted.js';
import { play } from './play.js';
import { openStage, type Stage } from './stage.js';

/** The same fates each time; `TASKCHAT_CHAOS_SEED=…` for others. The full run is `npm run chaos`. */
const seed = Number(process.env.TASKCHAT_CHAOS_SEED ?? 20_261_124);

onPostgres('mini-chat through a chaos proxy and two servers that die', () => {
  let stage: Stage;
  before(async () => (stage = await openStage()));
  after(() => stage.close());

  describe('planted faults', { concurrency: atOnce }, () => {
    for (const fault of planted) {
      test(`found: ${fault.name}`, async (t) => {
        const { verdict } = await playWith(stage, fault, seed);
        const lines = verdictLines(verdict);
        t.diagnostic(`seed ${seed}: ${lines.join('\n')}`);
        assert.ok(verdict[fault.finds].length > 0, `The fault went unseen: ${lines.join('\n')}`);
      });
    }

    test('nothing is found without one', async () => {
      const { verdict } = await playWith(stage, harmless, seed);
      assert.ok(isClean(verdict), verdictLines(verdict).join('\n'));
    });
  });

  test('200 messages of four people: none lost, doubled, out of order or altered', async (t) => {
    const part = { seed, messages: 200, clients: 4, kills: 2 };
    const { verdict, figures } = await play(stage, part);
    t.diagnostic(`seed ${seed}: ${inWords(figures)}`);
    assert.ok(isClean(verdict), verdictLines(verdict).join('\n'));
    assert.equal(figures.typed, 200);
  });
});
