import type { Verdict } from '../../contract/decision.js';

/** One step of a report's life: the first is its submission; each makes one line of dialogue. */
export type DemoStep = { hoursAgo: number; by: string } & (
  | { proof: string }
  | { says: string }
  | { decides: Exclude<Verdict, 'approved'>; because: string }
  | { decides: 'approved'; because?: string }
);

export interface DemoReport {
  key: string;
  task: string;
  steps: [DemoStep, ...DemoStep[]];
}
