import { isDeepStrictEqual } from 'node:util';
import type { Decision } from '../../src/contract/decision.js';
import type { Report } from '../../src/contract/report.js';
import type { Answer } from '../support/people.js';
import type { Attempt } from './attempts.js';
import type { Findings } from './findings.js';

/** What was told about one report. */
interface Told {
  /** What the first one to get an answer was told; everybody must be told the same. */
  readonly decision: Decision | null | undefined;
  /** The attempts that were answered as accepted. */
  readonly accepted: Attempt[];
  /** When the others were sent, and when the accepted one had its answer. */
  readonly losers: number[];
  decided: number;
}

/** What each attempt was answered, to be held against the table. */
export class Testimony {
  accepted = 0;
  refused = 0;
  /** Those that were sent before anybody knew of a decision. */
  raced = 0;
  readonly #findings: Findings;
  readonly #told = new Map<string, Told>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** `sent`: when the attempt was sent for the first time, in milliseconds. */
  hear(attempt: Attempt, answer: Answer<Report>, sent: number): void {
    const decision = answer.ok ? answer.body.decision : answer.problem.decision;
    if (!answer.ok && answer.problem.code !== refusalFor(decision)) {
      this.#findings.unexplained.push(answer.toString());
      return;
    }
    this[answer.ok ? 'accepted' : 'refused'] += 1;
    const untold = { decision, accepted: [], losers: [], decided: 0 };
    const told = this.#told.get(attempt.report) ?? untold;
    this.#told.set(attempt.report, told);
    if (answer.ok) {
      told.accepted.push(attempt);
      told.decided = performance.now();
    } else told.losers.push(sent);
    if (isDeepStrictEqual(decision, told.decision)) return;
    this.#findings.told.push(`Another than ${told.decision?.id}: ${answer.toString()}`);
  }

  /** Each report has one decision: that of the attempt that was accepted, as everybody was told. */
  compare(reports: readonly string[], standing: ReadonlyMap<string, Decision[]>): void {
    for (const report of reports) {
      const decisions = standing.get(report) ?? [];
      const { decision, accepted = [], losers = [], decided = 0 } = this.#told.get(report) ?? {};
      this.raced += losers.filter((sent) => sent < decided).length;
      if (decisions.length !== 1) {
        this.#findings.decisions.push(`${decisions.length} on ${report} when all is over`);
      }
      const [only] = decisions;
      const isTold = isDeepStrictEqual(decision, only);
      if (isTold && accepted.length === 1 && isOf(accepted[0]!, only!)) continue;
      const ids = accepted.map(({ request }) => request.id).join(', ');
      const words = `told ${JSON.stringify(decision)}, accepted ${ids}`;
      this.#findings.told.push(`${words}, in the table ${JSON.stringify(decisions)}`);
    }
  }
}

const refusalFor = (decision: Decision | null | undefined): string | undefined => {
  if (!decision) return undefined;
  return decision.verdict === 'approved' ? 'already-approved' : 'already-decided';
};

const isOf = ({ reviewer, request }: Attempt, decision: Decision): boolean =>
  request.id === decision.id &&
  request.verdict === decision.verdict &&
  (request.reason ?? null) === decision.reason &&
  reviewer.id === decision.reviewer.id;
