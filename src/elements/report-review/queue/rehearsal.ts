import type { ReportSummary } from '../../../contract/report.js';

const long = new Date(0).toISOString();

const report: ReportSummary = {
  id: '',
  task: { id: '', name: 'task' },
  score: 1,
  member: { id: '', name: 'member', picture: null },
  status: 'awaiting',
  turn: 'reviewer',
  round: 1,
  text: '',
  attachments: [],
  decision: null,
  lastSeq: 2,
  readSeq: 1,
  version: 1,
  reviewWithin: 1,
  submittedAt: long,
  awaitingSince: long,
  updatedAt: long,
};

/** Minutes that a report has waited: each unit of time has its own way to be written. */
const waits = [1, 60, 60 * 24, 60 * 24 * 9];

/** Reports of a queue before there are any. */
export const items: readonly ReportSummary[] = [...waits, ...waits].map((minutes, index) => ({
  ...report,
  id: String(index),
  awaitingSince: new Date(Date.now() - minutes * 60_000).toISOString(),
}));
