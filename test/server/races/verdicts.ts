import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { openCluster } from '../../support/cluster.js';
import { randomOf, seed, type Outcome, type Race } from './race.js';

const report = (t: TestContext, { violations, figures }: Outcome) => {
  const parts = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  t.diagnostic(`seed ${seed}; ${parts.join(', ')}; ${violations.length} violations`);
};

/** Nothing broke a rule. */
export const none = (t: TestContext, outcome: Outcome): void => {
  report(t, outcome);
  assert.deepEqual(outcome.violations.slice(0, 5), []);
};

/** The check is worth its zero: where the rule is broken, it finds that, and says which. */
const finds = (t: TestContext, outcome: Outcome, word: RegExp): void => {
  report(t, outcome);
  const found = outcome.violations.filter((violation) => word.test(violation));
  assert.ok(
    found.length > 0,
    `The planted fault went unseen: ${outcome.violations.slice(0, 3).join('; ')}`,
  );
  t.diagnostic(`for example: ${found[0]?.slice(0, 160)}`);
};

export interface Planted {
  race: (given: Race) => Promise<Outcome>;
  /** What the check must say of it. */
  finds: RegExp;
}

/** The race on servers with that fault finds it. */
export async function findsPlanted(t: TestContext, fault: string, planted: Planted): Promise<void> {
  const cluster = await openCluster({
    entry: 'test/support/faulty-server.ts',
    env: { TASKCHAT_FAULT: fault },
  });
  try {
    finds(t, await planted.race({ cluster, random: randomOf(seed) }), planted.finds);
  } finally {
    await cluster.close();
  }
}
