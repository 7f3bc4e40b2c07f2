import type { GenericSchema } from 'valibot';
import { attachmentLimitsSchema, attachmentLinkSchema, attachmentSchema } from './attachment.js';
import { boardEntrySchema, boardPageSchema } from './board.js';
import { decisionRequestSchema, decisionSchema, verdictSchema } from './decision.js';
import {
  exportedEntrySchema,
  exportedReportSchema,
  exportedTaskSchema,
  exportEndSchema,
} from './export.js';
import {
  dayFiguresSchema,
  decisionTimeSchema,
  insightsSchema,
  openingSchema,
  reviewerFiguresSchema,
  taskFiguresSchema,
} from './insights.js';
import { meSchema, personSchema, roleSchema } from './member.js';
import {
  authorSchema,
  happeningSchema,
  messagePageSchema,
  messageRequestSchema,
  messageSchema,
  readerSchema,
  readRequestSchema,
  readSchema,
  systemMessageSchema,
  textMessageSchema,
  typingSchema,
} from './message.js';
import { correctionSchema, ledgerEntrySchema, pointsPageSchema } from './points.js';
import { problemSchema } from './problem.js';
import {
  lookSchema,
  reopeningSchema,
  reportCountsSchema,
  reportPageSchema,
  reportSchema,
  reportStatusSchema,
  reportSummarySchema,
  revisionSchema,
  roundSchema,
  submissionSchema,
  turnSchema,
} from './report.js';
import { capabilitiesSchema, serviceSchema } from './service.js';
import {
  exampleSchema,
  ownReportSchema,
  taskPageSchema,
  taskPositionSchema,
  taskRequestSchema,
  taskSchema,
  taskStatusSchema,
} from './task.js';
import { id, timestamp } from './values.js';

export type Definitions = Record<string, GenericSchema>;

/** What has a name of its own in the OpenAPI document, and is the same in both directions. */
export const shared: Definitions = {
  Id: id,
  Timestamp: timestamp,
  Role: roleSchema,
  TaskStatus: taskStatusSchema,
  ReportStatus: reportStatusSchema,
  Turn: turnSchema,
  Verdict: verdictSchema,
  Typing: typingSchema,
  Look: lookSchema,
  Opening: openingSchema,
  Example: exampleSchema,
};

/** Bodies of requests. */
export const requests: Definitions = {
  TaskRequest: taskRequestSchema,
  Submission: submissionSchema,
  Revision: revisionSchema,
  DecisionRequest: decisionRequestSchema,
  TaskPosition: taskPositionSchema,
  Reopening: reopeningSchema,
  MessageRequest: messageRequestSchema,
  ReadRequest: readRequestSchema,
  Correction: correctionSchema,
};

/** Bodies of answers, and what they are made of. */
export const answers: Definitions = {
  Problem: problemSchema,
  Service: serviceSchema,
  Capabilities: capabilitiesSchema,
  AttachmentLimits: attachmentLimitsSchema,
  Attachment: attachmentSchema,
  AttachmentLink: attachmentLinkSchema,
  Person: personSchema,
  Me: meSchema,
  Task: taskSchema,
  OwnReport: ownReportSchema,
  TaskPage: taskPageSchema,
  ReportSummary: reportSummarySchema,
  Report: reportSchema,
  Round: roundSchema,
  Decision: decisionSchema,
  ReportPage: reportPageSchema,
  ReportCounts: reportCountsSchema,
  Message: messageSchema,
  TextMessage: textMessageSchema,
  SystemMessage: systemMessageSchema,
  Author: authorSchema,
  Happening: happeningSchema,
  MessagePage: messagePageSchema,
  Read: readSchema,
  Reader: readerSchema,
  LedgerEntry: ledgerEntrySchema,
  PointsPage: pointsPageSchema,
  BoardEntry: boardEntrySchema,
  BoardPage: boardPageSchema,
  Insights: insightsSchema,
  DayFigures: dayFiguresSchema,
  TaskFigures: taskFiguresSchema,
  ReviewerFigures: reviewerFiguresSchema,
  DecisionTime: decisionTimeSchema,
  ExportedReport: exportedReportSchema,
  ExportedEntry: exportedEntrySchema,
  ExportedTask: exportedTaskSchema,
  ExportEnd: exportEndSchema,
};
