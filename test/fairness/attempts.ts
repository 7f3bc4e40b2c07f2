import { v7 as uuid } from 'uuid';
import type { DecisionRequest } from '../../src/contract/decision.js';
import type { Random } from '../server/races/race.js';
import type { Person } from '../support/people.js';

/** One reviewer's decision on a report's first round, as it is sent, once or again. */
export interface Attempt {
  readonly report: string;
  readonly reviewer: Person;
  readonly request: DecisionRequest;
}

const verdicts = ['approved', 'rejected', 'changes'] as const;

export const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)]!;

/** Any verdict, with words that no other decision has; an approval may go without. */
export function anyDecision(random: Random): DecisionRequest {
  const verdict = pick(verdicts, random);
  const reason = `Because of “${Math.floor(random() * 1e9)}”,\nand that is that.`;
  const isSilent = verdict === 'approved' && random() < 0.5;
  return { id: uuid(), verdict, ...(!isSilent && { reason }) } as DecisionRequest;
}

/**
 * In the order in which they are sent. About every other report all attempts come at once; those
 * on the rest are scattered among the attempts on `spread` reports. One reviewer may decide the
 * same report twice, on two screens.
 */
export function attemptsOn(
  reports: readonly string[],
  jury: readonly Person[],
  { attempts, spread, random }: { attempts: number; spread: number; random: Random },
): Attempt[] {
  const keyed = reports.flatMap((report, place) => {
    const scatter = random() < 0.5 ? 1 : spread;
    return Array.from({ length: attempts }, () => ({
      key: place + random() * scatter,
      attempt: { report, reviewer: pick(jury, random), request: anyDecision(random) },
    }));
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ attempt }) => attempt);
}
