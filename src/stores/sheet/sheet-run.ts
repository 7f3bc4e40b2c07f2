import { ApiError } from '../../api/api-error.js';
import type { Report, ReportSummary } from '../../contract/report.js';
import { decisionsOf } from '../decisions/decisions.js';
import type { Judged } from '../decisions/held.js';
import type { Session } from '../session.js';
import { judgeReport } from './judge-report.js';
import { findReport } from './look-up.js';
import type { Outcome, SheetLine } from './sheet-line.js';

/** How many decisions are on their way at once: enough, and others get through too. */
const lanes = 4;

/** Whoever has begun a run, and has a word in it. */
export interface RunHost {
  /** Whether this may be decided. */
  readonly isLet: (judged: Judged) => boolean;
  readonly decided: (report: Report) => void;
  readonly failed: (problem: ApiError) => void;
}

/** What is decided line by line. */
export interface Run {
  readonly session: Session;
  readonly lines: readonly SheetLine[];
  readonly host: RunHost;
  /** No further line is begun once it aborts; what is on its way comes to its end. */
  readonly signal: AbortSignal;
  readonly tell: (index: number, outcome: Outcome) => void;
}

const judgedOf = ({ verdict, reason }: SheetLine, report: ReportSummary): Judged => ({
  report,
  verdict: verdict!,
  reason: reason || null,
});

/** Decides all lines that are ready, a few at a time; one that fails stops no other. */
export async function runSheet(run: Run): Promise<void> {
  const queue = run.lines.entries();
  const work = async (): Promise<void> => {
    for (const [index, line] of queue) {
      if (run.signal.aborted) return;
      if (line.outcome.kind === 'ready') await decide(run, index, line, line.outcome.report);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}

async function decide(
  { session, host, tell }: Run,
  index: number,
  line: SheetLine,
  report: ReportSummary,
): Promise<void> {
  const judged = judgedOf(line, report);
  if (!host.isLet(judged)) return tell(index, { kind: 'prevented' });
  tell(index, { kind: 'sending' });
  try {
    const decided = await decisionsOf(session).send(judged);
    tell(index, { kind: 'done', verdict: judged.verdict });
    host.decided(decided);
  } catch (error) {
    const problem = ApiError.from(error);
    tell(index, await whyNot(session, line, problem));
    host.failed(problem);
  }
}

/** What stands there instead. */
async function whyNot(session: Session, line: SheetLine, problem: ApiError): Promise<Outcome> {
  const failed = { kind: 'failed', code: problem.code } as const;
  if (problem.decision) return { kind: 'settled', decision: problem.decision };
  if (!['stale', 'forbidden', 'not-found'].includes(problem.code)) return failed;
  const isMe = (person: string): boolean => session.isMe(person);
  const report = await findReport(session, line.report, session.signal).catch(() => undefined);
  const outcome = report === undefined ? failed : judgeReport(line, report, isMe);
  return outcome.kind === 'ready' ? failed : outcome;
}
