import { nothing, render } from 'lit';
import type { Locale } from '../../../base/locale.js';
import type { ReportSummary } from '../../../contract/report.js';
import { queueRow, type QueueRowView } from './queue.js';

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

const idle = (): void => {};

const alone = (locale: Locale): QueueRowView => ({
  locale,
  position: { place: 1, count: 1 },
  opened: null,
  current: null,
  picked: false,
  pick: idle,
  lookers: nothing,
  open: idle,
  reach: idle,
});

/**
 * Draws a row where nobody sees it. The browser reads a template at its first use, and is slow to
 * make what writes times: the first queue then waits for neither.
 */
export const rehearse = (locale: Locale): unknown =>
  render(queueRow(report, alone(locale)), document.createDocumentFragment());
