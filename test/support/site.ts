import assert from 'node:assert/strict';
import { v7 as uuid } from 'uuid';
import type { DecisionRequest } from '../../src/contract/decision.js';
import type { Role } from '../../src/contract/member.js';
import type { Message, MessagePage, TextMessage } from '../../src/contract/message.js';
import type { Page } from '../../src/contract/page.js';
import type { LedgerEntry } from '../../src/contract/points.js';
import { problemCodes, type ProblemCode } from '../../src/contract/problem.js';
import type { Report } from '../../src/contract/report.js';
import type { Task, TaskRequest } from '../../src/contract/task.js';
import type { Query } from './dump.js';
import { person, Person, type Answer, type Send } from './people.js';

/** A server to test, whatever it runs on. */
export interface Backend {
  send: Send;
  /** Every row of a site, read behind the server's back, as one comparable text. */
  dump(site: string): Promise<string>;
}

/** A server whose tables a test may change behind its back. */
export interface OpenBackend extends Backend {
  query: Query;
}

/** A site that no other test uses, with the people of the demo. */
export class Site {
  readonly name: string;
  readonly send: Send;
  readonly #dump: Backend['dump'];
  #people = new Map<string, Promise<Person>>();

  constructor(backend: Backend, { published = false, board = false } = {}) {
    this.name = `test${published ? '-published' : ''}${board ? '-board' : ''}-${uuid()}`;
    this.send = backend.send;
    this.#dump = backend.dump;
  }

  /** The whole state of the site. Its people are known to it first: meeting them is no change. */
  async dump(): Promise<string> {
    const people = [this.mia(), this.noa(), this.rui(), this.olga()];
    for (const known of await Promise.all(people)) await known.get('/me');
    return this.#dump(this.name);
  }

  /** Somebody with a token; the same name and role are the same person. */
  as(sub: string, role?: Role): Promise<Person> {
    const key = `${sub} ${role}`;
    const known = this.#people.get(key);
    if (known) return known;
    const claims = { sub, name: sub.slice(0, 100), site: this.name };
    const made = person(this.send, { ...claims, ...(role && { role }) });
    this.#people.set(key, made);
    return made;
  }

  mia = () => this.as('mia', 'member');
  noa = () => this.as('noa', 'member');
  rui = () => this.as('rui', 'reviewer');
  olga = () => this.as('olga', 'owner');
  visitor = () => new Person('', this.send, {});

  async newTask(changes: Partial<TaskRequest> = {}): Promise<Task> {
    const olga = await this.olga();
    return (await olga.put<Task>(`/tasks/${uuid()}`, taskRequest(changes))).body;
  }

  /** Edits a task as the owner sees it at that moment. */
  async edit(task: Task, changes: Partial<TaskRequest>): Promise<Task> {
    const olga = await this.olga();
    const { version, ...current } = (await olga.get<Task>(`/tasks/${task.id}`)).body;
    const body = { ...requestOf(current), ...changes };
    return (await olga.put<Task>(`/tasks/${task.id}`, body, ifMatch(version))).body;
  }

  /** A report of mia's, or of `member`'s, on a task. */
  async newReport(task: Task, member?: Person, text = 'Done, see above.'): Promise<Report> {
    const author = member ?? (await this.mia());
    const body = { taskId: task.id, text };
    return (await author.put<Report>(`/reports/${uuid()}`, body)).body;
  }

  /** Decides the report's current round as rui. */
  async decide(report: Report, verdict: DecisionRequest['verdict']): Promise<Report> {
    const path = `/reports/${report.id}/rounds/${report.round}/decision`;
    return (await (await this.rui()).put<Report>(path, decision(verdict))).body;
  }

  /** Gives or takes points of mia's as olga. */
  async correct(points: number, reason = 'Booked by mistake.'): Promise<LedgerEntry> {
    const body = { member: (await this.mia()).id, points, reason };
    const path = `/points/corrections/${uuid()}`;
    return (await (await this.olga()).put<LedgerEntry>(path, body)).body;
  }

  async revise(report: Report, text = 'Better.'): Promise<Report> {
    const path = `/reports/${report.id}/rounds/${report.round + 1}`;
    return (await (await this.mia()).put<Report>(path, { text })).body;
  }
}

export const taskRequest = (changes: Partial<TaskRequest> = {}): TaskRequest => ({
  name: 'Name the bakery',
  description: 'Find a name that nobody in town uses.',
  points: 50,
  status: 'active',
  ...changes,
});

/** The part of a task that an owner writes. */
export const requestOf = (task: Omit<Task, 'version'>): TaskRequest => ({
  name: task.name,
  description: task.description,
  points: task.points,
  status: task.status,
  url: task.url,
  limit: task.limit,
  quota: task.quota,
  opensAt: task.opensAt ?? null,
  closesAt: task.closesAt,
  reviewWithin: task.reviewWithin,
  examples: task.examples ?? [],
  ...(task.reasons && { reasons: task.reasons }),
});

export const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

export const decision = (
  verdict: DecisionRequest['verdict'],
  reason = 'Said plainly.',
): DecisionRequest =>
  verdict === 'approved' ? { id: uuid(), verdict } : { id: uuid(), verdict, reason };

/** The whole dialogue, page by page from its first line. */
export async function dialogue(reader: Person, report: string): Promise<Message[]> {
  const lines: Message[] = [];
  for (let after: string | null = '0'; after !== null;) {
    const path = `/reports/${report}/messages?after=${after}&limit=200`;
    const page: MessagePage = (await reader.get<MessagePage>(path)).body;
    lines.push(...page.items);
    after = page.next;
  }
  return lines;
}

export async function say(
  sender: Person,
  report: string,
  text: string,
  replyTo?: string,
): Promise<TextMessage> {
  const body = { text, ...(replyTo && { replyTo }) };
  return (await sender.put<TextMessage>(`/reports/${report}/messages/${uuid()}`, body)).body;
}

/** Every item of a list, page by page; fails on a list that never ends. */
export async function allPages<Item>(reader: Person, path: string): Promise<Item[]> {
  const items: Item[] = [];
  const mark = path.includes('?') ? '&' : '?';
  let after: string | null = null;
  for (let pages = 0; pages < 1_000; pages += 1) {
    const more: string = after === null ? '' : `${mark}after=${encodeURIComponent(after)}`;
    const page: Page<Item> = (await reader.get<Page<Item>>(`${path}${more}`)).body;
    items.push(...page.items);
    after = page.next;
    if (after === null) return items;
  }
  return assert.fail(`${path} does not end`);
}

/** The answer is this refusal, with its status. */
export function refuses(answer: Answer<unknown>, code: ProblemCode): void {
  assert.equal(answer.status, problemCodes[code].status, answer.toString());
  assert.equal(answer.problem.code, code, answer.toString());
}
