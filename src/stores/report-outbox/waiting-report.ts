import { ApiError, type ErrorCode } from '../../api/api-error.js';
import type { Report, Revision } from '../../contract/report.js';
import type { Unsent } from '../outbox/outbox-entries.js';

/** A report as it was written, for its first round or the next. */
export interface WrittenReport {
  /** Where it was written, by the key of its draft: one report at a time waits there. */
  readonly place: string;
  readonly task: string;
  /** The task's name as its member knows it. */
  readonly name: string;
  readonly text: string;
  /** The ids of all files of the round. */
  readonly attachments: readonly string[];
  /** Those among them that were picked for it. */
  readonly picked: readonly string[];
}

interface Addressed extends WrittenReport {
  /** The attempt's own id; what is taken back and sent again is another attempt. */
  readonly id: string;
  /** The report's id, the same at each attempt: sent twice, it is one report. */
  readonly report: string;
  /** Which round it opens. */
  readonly round: number;
}

/** A report that the server has not yet acknowledged. A refused one waits for its member. */
export type WaitingReport = Addressed & Unsent;

/** A report as it lies on the shelf. */
export interface KeptReport extends Addressed {
  /** Why the server refused it for good. */
  readonly refused?: ErrorCode;
}

/** What the server has of it, under the id of the attempt. */
export interface Arrived {
  readonly id: string;
  readonly place: string;
  readonly report: Report;
}

const addressed = (entry: Addressed): Addressed => {
  const { id, place, task, name, text, attachments, picked, report, round } = entry;
  return { id, place, task, name, text, attachments, picked, report, round };
};

/** Reports lie apart from messages. */
export const keeping = {
  kind: 'report',
  toKept: (entry: WaitingReport): KeptReport =>
    entry.state === 'refused' && entry.problem
      ? { ...addressed(entry), refused: entry.problem.code }
      : addressed(entry),
  fromKept(kept: KeptReport, known: WaitingReport | undefined): WaitingReport {
    const state = kept.refused ? 'refused' : 'waiting';
    if (known?.state === state && known.round === kept.round) return known;
    const problem = kept.refused ? new ApiError(kept.refused) : null;
    return { ...addressed(kept), state, problem };
  },
};

/** What goes over the wire, the same at each attempt. */
export const revisionOf = ({ text, attachments }: WrittenReport): Revision => ({
  text,
  ...(attachments.length > 0 && { attachments: [...attachments] }),
});

/** Whether a round of a report is what was written. */
export const isRound = (
  report: Report,
  n: number,
  { text, attachments }: WrittenReport,
): boolean => {
  const round = report.rounds[n - 1];
  const files = round?.attachments.map(({ id }) => id);
  return round?.text === text && files?.join() === attachments.join();
};
