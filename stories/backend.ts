import { SignJWT } from 'jose';
import { sql, type RawBuilder } from 'kysely';
import { html, nothing, type TemplateResult } from 'lit';
import { v7 as uuid } from 'uuid';
import type { Role } from '../src/contract/member.js';
import type { Task, TaskRequest } from '../src/contract/task.js';
import type { Database } from '../src/server/database/database.js';
import { openPglite } from '../src/server/database/pglite.js';
import { createHandler, type Handler } from '../src/server/handler.js';
import '../src/index.js';

/** Somebody who may be signed in in a story. */
export interface Person {
  sub: string;
  name: string;
  role: Role;
}

export const people = {
  mia: { sub: 'mia', name: 'Mia Sousa', role: 'member' },
  noor: { sub: 'noor', name: 'Noor Haddad', role: 'member' },
  rui: { sub: 'rui', name: 'Rui Tavares', role: 'reviewer' },
  olga: { sub: 'olga', name: 'Olga Lindqvist', role: 'owner' },
} as const satisfies Record<string, Person>;

const endpoint = 'https://backend.example/api/v1';
const secret = 'a secret for stories, which never leaves the page';

/** The backend itself, in this page: the handler that servers run, over PGlite in memory. */
let backend: Promise<{ handler: Handler; database: Database }> | undefined;
const start = () => (backend ??= open());

async function open(): Promise<{ handler: Handler; database: Database }> {
  const prepared = await fetch('database.tar.gz');
  const database = await openPglite({ dump: await prepared.blob() });
  const handler = createHandler({
    database,
    auth: { secret },
    sites: ['*'],
    publishedSites: ['*'],
    boardSites: ['story-*'],
  });
  return { handler, database };
}

/** A site of its own on the backend, for one story. */
export class Stage {
  readonly site = `story-${uuid()}`;
  readonly endpoint = endpoint;
  readonly #handler: Handler;
  readonly #database: Database;

  constructor({ handler, database }: { handler: Handler; database: Database }) {
    this.#handler = handler;
    this.#database = database;
  }

  readonly fetch: typeof fetch = async (input, init) =>
    this.#handler.fetch(new Request(input, init));

  /** Signs a token as the host's own site would. `life` in seconds; below 0 it has ended. */
  token({ sub, name, role }: Person, life = 3_600): Promise<string> {
    return new SignJWT({ name, role })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(sub)
      .setAudience(this.site)
      .setExpirationTime(Math.floor(Date.now() / 1_000) + life)
      .sign(new TextEncoder().encode(secret));
  }

  /** Writes as `person` would, through the contract; gives back the answer. */
  put<Answer = unknown>(person: Person, path: string, body: unknown): Promise<Answer> {
    return this.#ask(person, 'PUT', path, JSON.stringify(body));
  }

  /** Takes back as `person` would. */
  remove(person: Person, path: string): Promise<unknown> {
    return this.#ask(person, 'DELETE', path);
  }

  async #ask<Answer>(
    person: Person,
    method: string,
    path: string,
    body: string | Blob | null = null,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ): Promise<Answer> {
    const answer = await this.fetch(`${endpoint}${path}`, {
      method,
      headers: {
        ...headers,
        authorization: `Bearer ${await this.token(person)}`,
      },
      body,
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  /** An active task; gives back its id. */
  async task(fields: Omit<TaskRequest, 'status'> & Partial<TaskRequest>): Promise<string> {
    const id = uuid();
    await this.put(people.olga, `/tasks/${id}`, { status: 'active', ...fields });
    return id;
  }

  /** Takes a task off the list, as its owner would. */
  async takeOff({ id, name, description, points, version }: Task): Promise<void> {
    const body = JSON.stringify({ name, description, points, status: 'inactive' });
    const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
    await this.#ask(people.olga, 'PUT', `/tasks/${id}`, body, headers);
  }

  /** A report of `person` on a task; gives back its id. */
  async report(
    person: Person,
    taskId: string,
    text: string,
    attachments: readonly string[] = [],
  ): Promise<string> {
    const id = uuid();
    await this.put(person, `/reports/${id}`, { taskId, text, attachments });
    return id;
  }

  /** A file that a report or a message may name; gives back its id. */
  async upload(person: Person, file: File): Promise<string> {
    const id = uuid();
    await this.#ask(person, 'PUT', `/attachments/${id}`, file, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
    });
    return id;
  }

  /** A message in a report's dialogue. */
  async say(person: Person, report: string, text: string): Promise<void> {
    await this.put(person, `/reports/${report}/messages/${uuid()}`, { text });
  }

  /** Does what only the owner of the tables can: nobody else changes the past. */
  async rewrite(statements: readonly RawBuilder<unknown>[]): Promise<void> {
    await this.#database.kysely.transaction().execute(async (transaction) => {
      await sql`set local role none`.execute(transaction);
      for (const statement of statements) await statement.execute(transaction);
    });
  }

  /** Points that Olga gives to somebody, or takes from them. */
  async correct(person: Person, points: number, reason: string): Promise<void> {
    await this.#ask(person, 'GET', '/me');
    const body = { member: person.sub, points, reason };
    await this.put(people.olga, `/points/corrections/${uuid()}`, body);
  }

  /** Lets a report have waited since some hours ago. */
  async setBack(report: string, hours: number): Promise<void> {
    const then = new Date(Date.now() - hours * 3_600_000);
    await this.rewrite([
      sql`update report set submitted_at = ${then}, awaiting_since = ${then}
        where site = ${this.site} and id = ${report}`,
    ]);
  }

  /** A decision of Rui's on a report's round. */
  async decide(report: string, verdict: string, reason?: string, round = 1): Promise<void> {
    const path = `/reports/${report}/rounds/${round}/decision`;
    await this.put(people.rui, path, { id: uuid(), verdict, ...(reason && { reason }) });
  }
}

/** A story's loader: a fresh site, filled by `fill`, whose answer the story gets as `filled`. */
export const stage =
  <Filled>(fill: (stage: Stage) => Promise<Filled> | Filled) =>
  async () => {
    const made = new Stage(await start());
    return { stage: made, filled: await fill(made) };
  };

/** How a story connects its tags; each has its default. */
interface Connection {
  fetch?: typeof fetch;
  /** Seconds that a token lives. */
  life?: number;
  locale?: string;
  visitor?: boolean;
  /** Where a visitor signs in. */
  signInUrl?: string;
}

/** The provider around a story's tags, for one person on one stage. */
export const as = (
  person: Person,
  stage: Stage,
  content: TemplateResult,
  { fetch = stage.fetch, life, locale, visitor, signInUrl }: Connection = {},
): TemplateResult => html`
  <task-provider
    endpoint=${stage.endpoint}
    site=${stage.site}
    locale=${locale ?? nothing}
    sign-in-url=${signInUrl ?? nothing}
    .getToken=${visitor ? undefined : () => stage.token(person, life)}
    .fetch=${fetch}
    >${content}</task-provider
  >
`;

/** A network on which nothing ever arrives: what is seen while one waits. */
export const silence: typeof fetch = () => new Promise(() => {});
