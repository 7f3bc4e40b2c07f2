import { parseArgs } from 'node:util';
import { each } from '../server/races/race.js';
import { postgresIsMissing, startPostgres, type Postgres } from '../support/postgres.js';
import { Proof } from '../support/proof.js';
import { inWords, isClean, verdictLines } from '../support/verdict.js';
import { planted, playWith, runsAtOnce } from './planted.js';
import { play } from './play.js';
import { isRaced } from './revisions.js';

/*
 * `npm run fairness` shows first that planted faults are found, then that none is there: one
 * decision a round, told alike to everybody, and the ledger right at every moment, while servers
 * die. `npm run fairness -- --seed=7 --reports=2000` sends the same in the same order, as far as
 * timing allows; `--quick` leaves the planted faults out.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    reports: { type: 'string', default: '20000' },
    attempts: { type: 'string', default: '8' },
    servers: { type: 'string', default: '3' },
    kills: { type: 'string', default: '20' },
    revisions: { type: 'string', default: '2000' },
    quick: { type: 'boolean', default: false },
  },
});
const { quick, ...given } = values;
const numbers = Object.entries(given).map(([name, value]) => [name, Number(value)] as const);
const { seed, reports, attempts, servers, kills, revisions } = Object.fromEntries(
  numbers,
) as Record<keyof typeof given, number>;
const proof = new Proof();
const { tell } = proof;

/** Attempts under way at the same time, and people on both sides. */
const crowd = { atOnce: 1_000, members: 200, reviewers: 40 };

const find = (postgres: Postgres): Promise<void> =>
  each(planted, runsAtOnce, (fault) =>
    proof.check(`planted: ${fault.fault}, to be found by ${fault.finds}`, async () => {
      const { findings } = await playWith(postgres, fault, seed);
      const example = findings[fault.finds][0];
      return [example !== undefined, verdictLines(findings)[0]!, `${example?.slice(0, 200)}`];
    }),
  );

const prove = (postgres: Postgres): Promise<void> =>
  proof.check(`${reports} reports × ${attempts} attempts, ${revisions} revisions`, async () => {
    const { findings, figures } = await play(postgres, {
      ...{ seed, servers },
      contest: { ...crowd, reports, attempts, kills, tell },
      revisions: { races: revisions, tell },
    });
    const isWhole = figures.answered === reports * attempts && figures['kill -9'] === kills;
    const isRight = isClean(findings) && isWhole && isRaced(figures);
    return [isRight, ...verdictLines(findings), inWords(figures)];
  });

const reason = postgresIsMissing();
if (reason === undefined) {
  const words = numbers.map(([name, value]) => `--${name}=${value}`).join(' ');
  tell(`npm run fairness -- ${words}`);
  const postgres = await startPostgres();
  try {
    if (!quick) await find(postgres);
    await prove(postgres);
  } finally {
    await postgres.stop();
  }
} else {
  proof.skip(`fairness: ${reason}`);
}
proof.end();
