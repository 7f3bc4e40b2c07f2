import type { Postgres } from '../support/postgres.js';
import type { ContestOptions } from './contest.js';
import type { Kind } from './findings.js';
import { play, type Outcome } from './play.js';

/** A rule of the server, broken, and the check that must find it. */
export interface Planted {
  /** Its name in `test/support/faults/`. */
  readonly fault: string;
  readonly finds: Kind;
  /** What shows it. Default: a contest. */
  readonly shownBy?: 'revisions';
  /** Processes. Default 1, whose connections go past each other as those of several do. */
  readonly servers?: number;
}

export const planted: readonly Planted[] = [
  { fault: 'no-locks-no-keys', finds: 'decisions', servers: 2 },
  { fault: 'booking-twice', finds: 'books at the end' },
  { fault: 'booking-lost', finds: 'books at the end' },
  // What it misses comes by itself: only who looks in between can find it.
  { fault: 'booking-apart', finds: 'books in between' },
  { fault: 'balance-late', finds: 'balances' },
  { fault: 'gap-in-lines', finds: 'lines' },
  { fault: 'another-told', finds: 'told' },
  { fault: 'repeat-unknown', finds: 'repeats' },
  { fault: 'stale-decided', finds: 'unseen', shownBy: 'revisions' },
  { fault: 'approved-revised', finds: 'order', shownBy: 'revisions' },
];

/** Short runs that go on at the same time. */
export const runsAtOnce = 2;

const contest: ContestOptions = {
  reports: 40,
  attempts: 8,
  kills: 0,
  members: 3,
  reviewers: 8,
  atOnce: 40,
  again: 0.5,
};

/** A short run with the fault in it. */
export function playWith(
  postgres: Postgres,
  { fault, shownBy, servers = 1 }: Planted,
  seed: number,
): Promise<Outcome> {
  const part = shownBy === 'revisions' ? { revisions: { races: 50 } } : { contest };
  return play(postgres, { seed, servers, fault, ...part });
}
