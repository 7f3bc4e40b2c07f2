import type { Options } from 'ky';
import { v7 } from 'uuid';
import type { Attachment, AttachmentLink } from '../contract/attachment.js';
import type { BoardPage, BoardQuery } from '../contract/board.js';
import type { DecisionRequest } from '../contract/decision.js';
import type { Exportable, ExportFormat } from '../contract/export.js';
import type { Insights, InsightsQuery } from '../contract/insights.js';
import type { Me, Role } from '../contract/member.js';
import type {
  MessagePage,
  MessageQuery,
  MessageRequest,
  TextMessage,
} from '../contract/message.js';
import type { Page } from '../contract/page.js';
import type { Correction, LedgerEntry, PointsPage, PointsQuery } from '../contract/points.js';
import type {
  Report,
  ReportCounts,
  ReportCountsQuery,
  ReportQuery,
  ReportSummary,
  Revision,
  Submission,
} from '../contract/report.js';
import type { Service } from '../contract/service.js';
import type { Task, TaskQuery, TaskRequest } from '../contract/task.js';
import { ApiError } from './api-error.js';
import type { DownloadListener } from './download.js';
import type { LiveListener, LiveStream } from './live.js';
import { Polling } from './polling.js';
import { request } from './request.js';
import type { Identity } from './token.js';
import type { Transport } from './transport.js';
import type { FileToSend } from './upload.js';

type Query = Readonly<Record<string, string | number | undefined>>;

/** The contract's operations, one method each. Every failure is an {@link ApiError}. */
export class Client {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** An id for what is made here: a UUID, version 7 (RFC 9562). */
  newId(): string {
    return v7();
  }

  /** Whose facts these are: the endpoint, and for all but visitors what the token says. */
  async identity(): Promise<Identity & { readonly endpoint: string }> {
    const { endpoint, token } = this.#transport;
    const { site, subject } = token ? await token.identity() : { site: '', subject: '' };
    return { endpoint, site, subject };
  }

  /**
   * The news; they begin with `start`. Tabs of one identity share them if they have one role: it
   * rules what the server tells. Their code is loaded by the first who asks.
   */
  async live(listener: LiveListener, role: Role): Promise<LiveStream> {
    const { LiveStream } = await import('./live.js');
    const { endpoint, site, subject } = await this.identity();
    return new LiveStream(this.#transport, listener, [endpoint, site, subject, role]);
  }

  /** Looks at a backend that tells nothing by itself; they begin with `start`. */
  polling(look: () => void, visitor: boolean): Polling {
    return new Polling(look, visitor);
  }

  /** @throws `wrong-endpoint` when what answers does not speak version 1 of the contract. */
  async getService(signal?: AbortSignal): Promise<Service> {
    const service = await this.#get<Service>('/', {}, signal).catch((error: ApiError) => {
      throw error.code === 'not-found' ? new ApiError('wrong-endpoint', { cause: error }) : error;
    });
    if (service.contract !== 1) throw new ApiError('wrong-endpoint');
    return service;
  }

  getMe(signal?: AbortSignal): Promise<Me> {
    return this.#get('/me', {}, signal);
  }

  listTasks(query: Partial<TaskQuery> = {}, signal?: AbortSignal): Promise<Page<Task>> {
    return this.#list('/tasks', query, signal);
  }

  getTask(task: string, signal?: AbortSignal): Promise<Task> {
    return this.#get(`/tasks/${task}`, {}, signal);
  }

  /** Without `version` it creates; with it, it edits what has that version. */
  putTask(task: string, request: TaskRequest, version?: number): Promise<Task> {
    return this.#put(`/tasks/${task}`, request, version);
  }

  /** As a page that goes away may say it too: nobody hears what came of it. */
  openTask(task: string): void {
    this.#transport.part(`/tasks/${task}/opening`, '{}');
  }

  /** Before another task, or with null at the end. */
  orderTask(task: string, before: string | null): Promise<Task> {
    return this.#put(`/tasks/${task}/position`, { before });
  }

  listReports(
    query: Partial<ReportQuery> = {},
    signal?: AbortSignal,
  ): Promise<Page<ReportSummary>> {
    return this.#list('/reports', query, signal);
  }

  /** Which it is asked for, wherever they stand. */
  countReports(
    query: Partial<ReportCountsQuery> = {},
    signal?: AbortSignal,
  ): Promise<ReportCounts> {
    return this.#get('/reports/counts', query, signal);
  }

  getReport(report: string, signal?: AbortSignal): Promise<Report> {
    return this.#get(`/reports/${report}`, {}, signal);
  }

  submitReport(report: string, submission: Submission): Promise<Report> {
    return this.#put(`/reports/${report}`, submission);
  }

  reviseReport(report: string, round: number, revision: Revision): Promise<Report> {
    return this.#put(`/reports/${report}/rounds/${round}`, revision);
  }

  decideReport(report: string, round: number, decision: DecisionRequest): Promise<Report> {
    return this.#put(`/reports/${report}/rounds/${round}/decision`, decision);
  }

  /** As {@link decideReport}, when the page goes away: nobody hears what came of it. */
  decideOnLeaving(report: string, round: number, decision: DecisionRequest): void {
    this.#transport.part(`/reports/${report}/rounds/${round}/decision`, JSON.stringify(decision));
  }

  reopenReport(report: string, reopening: string): Promise<Report> {
    return this.#put(`/reports/${report}/reopenings/${reopening}`, {});
  }

  /** As a page that goes away may say it too: nobody hears what came of it. */
  lookAtReport(report: string, looking: boolean): void {
    this.#transport.part(`/reports/${report}/look`, JSON.stringify({ looking }));
  }

  listMessages(
    report: string,
    query: Partial<MessageQuery> = {},
    signal?: AbortSignal,
  ): Promise<MessagePage> {
    return this.#list(`/reports/${report}/messages`, query, signal);
  }

  sendMessage(report: string, message: string, request: MessageRequest): Promise<TextMessage> {
    return this.#put(`/reports/${report}/messages/${message}`, request);
  }

  withdrawMessage(report: string, message: string): Promise<TextMessage> {
    return this.#call(`/reports/${report}/messages/${message}`, { method: 'delete' }, {});
  }

  hintTyping(report: string): Promise<object> {
    return this.#put(`/reports/${report}/typing`, {});
  }

  markRead(report: string, seq: number): Promise<{ seq: number }> {
    return this.#put(`/reports/${report}/read`, { seq });
  }

  /** Sends a file once, without repeats: whoever has it knows when it is worth the bytes. */
  async putAttachment(attachment: string, file: FileToSend): Promise<Attachment> {
    const { upload } = await import('./upload.js').catch((cause: unknown) => {
      throw new ApiError('network', { cause });
    });
    return (await upload(this.#transport, `/attachments/${attachment}`, file)) as Attachment;
  }

  /** Where the bytes are, for everybody who knows the address. */
  async getAttachmentLink(attachment: string, signal?: AbortSignal): Promise<AttachmentLink> {
    const link = await this.#get<AttachmentLink>(`/attachments/${attachment}`, {}, signal);
    return { ...link, url: this.#transport.addressOf(link.url) };
  }

  listPoints(query: Partial<PointsQuery> = {}, signal?: AbortSignal): Promise<PointsPage> {
    return this.#list('/points', query, signal);
  }

  correctPoints(entry: string, correction: Correction): Promise<LedgerEntry> {
    return this.#put(`/points/corrections/${entry}`, correction);
  }

  listBoard(query: Partial<BoardQuery> = {}, signal?: AbortSignal): Promise<BoardPage> {
    return this.#list('/points/board', query, signal);
  }

  getInsights(query: InsightsQuery, signal?: AbortSignal): Promise<Insights> {
    return this.#get('/insights', query, signal);
  }

  /** All there is of something, as a file. Fails unless it has come to its end. */
  async download(
    what: Exportable,
    format: ExportFormat,
    listener: DownloadListener,
  ): Promise<Blob> {
    const { download } = await import('./download.js').catch((cause: unknown) => {
      throw new ApiError('network', { cause });
    });
    return download(this.#transport, what, format, listener);
  }

  #get<Answer>(path: string, query: Query, signal?: AbortSignal): Promise<Answer> {
    return this.#call(path, { method: 'get', searchParams: queryString(query) }, {}, signal);
  }

  async #list<Answer extends Page<unknown>>(
    path: string,
    query: Query,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const page = await this.#get<Answer>(path, query, signal);
    if (!Array.isArray(page.items)) throw new ApiError('bad-answer');
    return page;
  }

  #put<Answer>(path: string, json: object, version?: number): Promise<Answer> {
    const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
    return this.#call(path, { method: 'put', json }, headers);
  }

  async #call<Answer>(
    path: string,
    options: Options,
    headers: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    return (await request(this.#transport, path, { ...options, headers }, signal)) as Answer;
  }
}

const queryString = (query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
};
