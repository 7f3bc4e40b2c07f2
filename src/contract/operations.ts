import type * as v from 'valibot';
import { attachmentLinkSchema, attachmentSchema } from './attachment.js';
import { boardPageSchema, boardQuerySchema } from './board.js';
import { decisionRequestSchema } from './decision.js';
import {
  exportedEntrySchema,
  exportedReportSchema,
  exportedTaskSchema,
  exportQuerySchema,
} from './export.js';
import { insightsQuerySchema, insightsSchema, openingSchema } from './insights.js';
import { meSchema, type Role } from './member.js';
import {
  messagePageSchema,
  messageQuerySchema,
  messageRequestSchema,
  readRequestSchema,
  readSchema,
  textMessageSchema,
  typingSchema,
} from './message.js';
import {
  correctionSchema,
  ledgerEntrySchema,
  pointsPageSchema,
  pointsQuerySchema,
} from './points.js';
import type { ProblemCode } from './problem.js';
import {
  lookSchema,
  reopeningSchema,
  reportCountsQuerySchema,
  reportCountsSchema,
  reportPageSchema,
  reportQuerySchema,
  reportSchema,
  revisionSchema,
  submissionSchema,
} from './report.js';
import { serviceSchema } from './service.js';
import {
  taskPageSchema,
  taskPositionSchema,
  taskQuerySchema,
  taskRequestSchema,
  taskSchema,
} from './task.js';

/** One row of the contract: everything the server, the document and a reader need to know. */
export interface Operation {
  method: 'GET' | 'PUT' | 'DELETE';
  /** With `{name}` for a part that varies; each is an id, but `{n}` is a round's number. */
  path: string;
  summary: string;
  /** The least role that may call it; `visitor` needs no token. */
  who: Role | 'visitor';
  query?: v.GenericSchema;
  request?: v.GenericSchema;
  /** Takes a file as raw bytes, named by `Content-Disposition`, instead of JSON. */
  bytes?: true;
  /** Null for the event stream, and for files. */
  response: v.GenericSchema | null;
  /** Gives a file of such rows while it is made, in the form that `format` asks for. */
  rows?: v.GenericSchema;
  /** Refusals beyond those that every operation shares. */
  problems: readonly ProblemCode[];
}

const everyWrite = [
  'too-large',
  'unsupported-type',
  'invalid',
  'id-conflict',
  'not-found',
] as const;
const takesAPlace = ['task-inactive', 'task-not-open', 'task-closed', 'quota-reached'] as const;
const stands = ['already-approved', 'already-decided', 'stale'] as const;

/** All operations of version 1 that this backend ships. */
export const operations = {
  getService: {
    method: 'GET',
    path: '/',
    summary: 'Name, contract version and capabilities of the backend.',
    who: 'visitor',
    response: serviceSchema,
    problems: [],
  },
  getMe: {
    method: 'GET',
    path: '/me',
    summary: 'Who the token speaks for, and their balance.',
    who: 'member',
    response: meSchema,
    problems: [],
  },
  listTasks: {
    method: 'GET',
    path: '/tasks',
    summary: 'Tasks. Members and visitors see the active ones.',
    who: 'visitor',
    query: taskQuerySchema,
    response: taskPageSchema,
    problems: ['invalid', 'not-found'],
  },
  getTask: {
    method: 'GET',
    path: '/tasks/{task}',
    summary: 'One task.',
    who: 'member',
    response: taskSchema,
    problems: ['not-found'],
  },
  putTask: {
    method: 'PUT',
    path: '/tasks/{task}',
    summary: 'Create a task, or edit it with If-Match: its version.',
    who: 'owner',
    request: taskRequestSchema,
    response: taskSchema,
    problems: [...everyWrite, 'stale'],
  },
  openTask: {
    method: 'PUT',
    path: '/tasks/{task}/opening',
    summary: 'A hint for the figures: a member has opened a task. Counts once a day (UTC).',
    who: 'member',
    request: openingSchema,
    response: openingSchema,
    problems: ['too-large', 'unsupported-type', 'invalid', 'not-found'],
  },
  orderTask: {
    method: 'PUT',
    path: '/tasks/{task}/position',
    summary: 'Put a task before another one, or at the end.',
    who: 'owner',
    request: taskPositionSchema,
    response: taskSchema,
    problems: ['too-large', 'unsupported-type', 'invalid', 'not-found'],
  },
  listReports: {
    method: 'GET',
    path: '/reports',
    summary: "Reports: a member's own, for a reviewer all.",
    who: 'member',
    query: reportQuerySchema,
    response: reportPageSchema,
    problems: ['invalid'],
  },
  countReports: {
    method: 'GET',
    path: '/reports/counts',
    summary: "How many reports stand where: a member's own, for a reviewer all.",
    who: 'member',
    query: reportCountsQuerySchema,
    response: reportCountsSchema,
    problems: ['invalid'],
  },
  getReport: {
    method: 'GET',
    path: '/reports/{report}',
    summary: 'One report with all its rounds.',
    who: 'member',
    response: reportSchema,
    problems: ['not-found'],
  },
  submitReport: {
    method: 'PUT',
    path: '/reports/{report}',
    summary: 'Submit a report: round 1.',
    who: 'member',
    request: submissionSchema,
    response: reportSchema,
    problems: [...everyWrite, ...takesAPlace, 'limit-reached'],
  },
  reviseReport: {
    method: 'PUT',
    path: '/reports/{report}/rounds/{n}',
    summary: 'Revise a report that is awaiting or rejected: round n.',
    who: 'member',
    request: revisionSchema,
    response: reportSchema,
    problems: [...everyWrite, ...takesAPlace, 'already-approved', 'stale'],
  },
  decideReport: {
    method: 'PUT',
    path: '/reports/{report}/rounds/{n}/decision',
    summary: 'Decide round n. The first decision stands.',
    who: 'reviewer',
    request: decisionRequestSchema,
    response: reportSchema,
    problems: [...everyWrite, ...stands],
  },
  reopenReport: {
    method: 'PUT',
    path: '/reports/{report}/reopenings/{reopening}',
    summary: 'Let a rejected report await again: the next round, with the same proof.',
    who: 'reviewer',
    request: reopeningSchema,
    response: reportSchema,
    problems: [...everyWrite, 'quota-reached', 'already-approved', 'stale'],
  },
  listMessages: {
    method: 'GET',
    path: '/reports/{report}/messages',
    summary: 'The dialogue of a report in the order of seq, or what is found in it.',
    who: 'member',
    query: messageQuerySchema,
    response: messagePageSchema,
    problems: ['invalid', 'not-found'],
  },
  sendMessage: {
    method: 'PUT',
    path: '/reports/{report}/messages/{message}',
    summary: 'Say something in the dialogue.',
    who: 'member',
    request: messageRequestSchema,
    response: textMessageSchema,
    problems: everyWrite,
  },
  withdrawMessage: {
    method: 'DELETE',
    path: '/reports/{report}/messages/{message}',
    summary: 'Withdraw an own text message within five minutes; a marked line stays.',
    who: 'member',
    response: textMessageSchema,
    problems: ['not-found'],
  },
  markRead: {
    method: 'PUT',
    path: '/reports/{report}/read',
    summary: 'Read up to seq. Only ever forward.',
    who: 'member',
    request: readRequestSchema,
    response: readSchema,
    problems: ['too-large', 'unsupported-type', 'invalid', 'not-found'],
  },
  hintTyping: {
    method: 'PUT',
    path: '/reports/{report}/typing',
    summary: 'Let the others know that the asker is writing. Kept nowhere.',
    who: 'member',
    request: typingSchema,
    response: typingSchema,
    problems: ['too-large', 'unsupported-type', 'invalid', 'not-found'],
  },
  lookAtReport: {
    method: 'PUT',
    path: '/reports/{report}/look',
    summary: 'Let the other reviewers know that the asker is looking at a report. Kept nowhere.',
    who: 'reviewer',
    request: lookSchema,
    response: lookSchema,
    problems: ['too-large', 'unsupported-type', 'invalid', 'not-found'],
  },
  putAttachment: {
    method: 'PUT',
    path: '/attachments/{attachment}',
    summary: 'Upload a file, to be named in a message, a report or a revision.',
    who: 'member',
    bytes: true,
    response: attachmentSchema,
    problems: ['too-large', 'invalid', 'id-conflict', 'limit-reached'],
  },
  getAttachment: {
    method: 'GET',
    path: '/attachments/{attachment}',
    summary: 'A link to the bytes, for a few minutes.',
    who: 'member',
    response: attachmentLinkSchema,
    problems: ['not-found'],
  },
  listPoints: {
    method: 'GET',
    path: '/points',
    summary: 'The balance, and how it came about, newest first.',
    who: 'member',
    query: pointsQuerySchema,
    response: pointsPageSchema,
    problems: ['invalid'],
  },
  correctPoints: {
    method: 'PUT',
    path: '/points/corrections/{correction}',
    summary: "Give or take a member's points, with a reason; never one's own.",
    who: 'owner',
    request: correctionSchema,
    response: ledgerEntrySchema,
    problems: everyWrite,
  },
  listBoard: {
    method: 'GET',
    path: '/points/board',
    summary: 'Who has the most points, of the month (UTC) or of all time; not on every site.',
    who: 'member',
    query: boardQuerySchema,
    response: boardPageSchema,
    problems: ['invalid', 'not-found'],
  },
  getInsights: {
    method: 'GET',
    path: '/insights',
    summary: 'Figures by day, by task and by reviewer, and those of the period before.',
    who: 'owner',
    query: insightsQuerySchema,
    response: insightsSchema,
    problems: ['invalid', 'not-found'],
  },
  exportReports: {
    method: 'GET',
    path: '/export/reports',
    summary: 'All reports as a file.',
    who: 'owner',
    query: exportQuerySchema,
    response: null,
    rows: exportedReportSchema,
    problems: ['invalid'],
  },
  exportPoints: {
    method: 'GET',
    path: '/export/points',
    summary: 'All entries of the ledger as a file.',
    who: 'owner',
    query: exportQuerySchema,
    response: null,
    rows: exportedEntrySchema,
    problems: ['invalid'],
  },
  exportTasks: {
    method: 'GET',
    path: '/export/tasks',
    summary: 'All tasks as a file.',
    who: 'owner',
    query: exportQuerySchema,
    response: null,
    rows: exportedTaskSchema,
    problems: ['invalid'],
  },
  openLive: {
    method: 'GET',
    path: '/live',
    summary: 'News as text/event-stream, until the token ends.',
    who: 'member',
    response: null,
    problems: [],
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
