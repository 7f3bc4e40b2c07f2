import { setMaxListeners } from 'node:events';
import { after } from 'node:test';
import { SignJWT } from 'jose';
import { v7 as uuid } from 'uuid';
import type { LiveEvent } from '../../src/contract/live.js';
import type { Role } from '../../src/contract/member.js';
import type { Service } from '../../src/contract/service.js';
import type { TaskRequest } from '../../src/contract/task.js';
import { openPglite } from '../../src/server/database/pglite.js';
import { createHandler } from '../../src/server/handler.js';
import type { Report } from '../../src/contract/report.js';
import type { Observable } from '../../src/stores/observable.js';
import {
  reportOutboxOf,
  type WrittenReport,
} from '../../src/stores/report-outbox/report-outbox.js';
import {
  acquireSession,
  releaseSession,
  type Session,
  type SessionConfiguration,
} from '../../src/stores/session.js';

const secret = 'a secret of the tests, long enough for HS256';
export const endpoint = 'https://backend.test/api/v1';

const database = await openPglite({});
const handler = createHandler({
  database,
  auth: { secret },
  sites: ['test-*'],
  publishedSites: ['test-published-*'],
  boardSites: ['test-board-*'],
  liveHeartbeat: 1_000,
});
after(async () => {
  await handler.close();
  await database.close();
});

/** Node has no window to hear events of; browsers have. */
const page = new EventTarget();
setMaxListeners(0, page);
globalThis.addEventListener = page.addEventListener.bind(page);

/** The browser says that the network is back. */
export const online = () => page.dispatchEvent(new Event('online'));

/** The page is left: it may come back, or never again. */
export const leave = () => page.dispatchEvent(new Event('pagehide'));

/** A request that waits for the test. */
export interface Held {
  readonly request: Request;
  /** Lets it reach the server, and its answer the client. */
  release(): void;
}

interface Hold {
  readonly pattern: RegExp;
  readonly taken: (held: Held) => void;
}

/** The way to the server, on which the test decides what gets through, and when. */
export class Wire {
  /** What was sent, as `GET /tasks?limit=50`. */
  readonly sent: string[] = [];
  /** What becomes of each piece of a live stream, as the server wrote it. */
  tamper: (piece: string) => readonly string[] = (piece) => [piece];
  /** Whether the server says that it can do `live`. */
  live = true;
  #cut = new AbortController();
  #holds: Hold[] = [];
  #losing: RegExp[] = [];

  /** No request gets through, and open streams break. */
  cut(): void {
    this.#cut.abort(new TypeError('The wire is cut.'));
  }

  mend(): void {
    this.#cut = new AbortController();
    online();
  }

  /** Holds the next request that matches, at the server's door with its answer in hand. */
  hold(pattern: RegExp): Promise<Held> {
    return new Promise((taken) => this.#holds.push({ pattern, taken }));
  }

  /** The next request that matches is done by the server, but its answer gets lost. */
  loseAnswer(pattern: RegExp): void {
    this.#losing.push(pattern);
  }

  count(pattern: RegExp): number {
    return this.sent.filter((line) => pattern.test(line)).length;
  }

  readonly fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const request = input as Request;
    const line = `${request.method} ${request.url.slice(endpoint.length)}`;
    this.sent.push(line);
    this.#cut.signal.throwIfAborted();
    const answer = await handler.fetch(request);
    await this.#wait(line, request);
    this.#cut.signal.throwIfAborted();
    const lost = this.#losing.findIndex((pattern) => pattern.test(line));
    if (lost >= 0) {
      this.#losing.splice(lost, 1);
      throw new TypeError('The answer is lost.');
    }
    if (line === 'GET /' && !this.live) return withoutLive(answer);
    const live = answer.headers.get('content-type') === 'text/event-stream';
    return live && answer.body ? new Response(this.#breakable(answer.body), answer) : answer;
  };

  async #wait(line: string, request: Request): Promise<void> {
    const index = this.#holds.findIndex(({ pattern }) => pattern.test(line));
    const [hold] = index < 0 ? [] : this.#holds.splice(index, 1);
    if (hold) await new Promise<void>((release) => hold.taken({ request, release }));
  }

  #breakable(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const pieces = new TransformStream<string, string>({
      transform: (piece, out) => this.tamper(piece).forEach((part) => out.enqueue(part)),
    });
    return body
      .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
      .pipeThrough(pieces, { signal: this.#cut.signal })
      .pipeThrough(new TextEncoderStream());
  }
}

const withoutLive = async (answer: Response): Promise<Response> => {
  const service = (await answer.json()) as Service;
  return Response.json({ ...service, capabilities: { ...service.capabilities, live: false } });
};

export const newSite = (prefix = 'test') => `${prefix}-${uuid()}`;

export const tokenFor = (site: string, sub: string, role: Role, seconds = 3_600) =>
  new SignJWT({ name: sub, role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience(site)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(new TextEncoder().encode(secret));

/** Somebody with a session of their own, as on a page of their own. */
export class Visit {
  readonly wire = new Wire();
  readonly session: Session;
  tokensAsked = 0;
  #undo: (() => void)[] = [];

  constructor(site: string, sub: string, role: Role, more: Partial<SessionConfiguration> = {}) {
    const getToken = () => {
      this.tokensAsked += 1;
      return tokenFor(site, sub, role);
    };
    this.session = acquireSession({ endpoint, getToken, fetch: this.wire.fetch, ...more });
    visits.add(this);
  }

  /** Subscribes until the visit ends. */
  watch<Store extends Observable<object>>(store: Store, listener = () => {}): Store {
    this.#undo.push(store.subscribe(listener));
    return store;
  }

  /** Resolves with the next event of this type. */
  heard(type: LiveEvent['type']): Promise<void> {
    return new Promise((resolve) => {
      const leave = this.session.connection.listen((event) => event.type === type && resolve());
      this.#undo.push(leave);
    });
  }

  end(): void {
    for (const undo of this.#undo) undo();
    releaseSession(this.session);
    visits.delete(this);
  }
}

const visits = new Set<Visit>();
after(() => {
  for (const visit of visits) visit.end();
});

/** Milliseconds after which something will not happen any more. */
const patience = 30_000;

/** Resolves with the first snapshot that is as wanted. */
export const until = <T extends object>(
  store: Observable<T>,
  wanted: (snapshot: Readonly<T>) => boolean,
): Promise<Readonly<T>> =>
  new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      queueMicrotask(() => undo());
    };
    const look = () => {
      if (!wanted(store.snapshot)) return;
      end();
      resolve(store.snapshot);
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`It stays as it is: ${JSON.stringify(store.snapshot)}`));
    }, patience);
    const undo = store.subscribe(look);
    look();
  });

export const ready = ({ status }: { status: string }): boolean => status === 'ready';

/** Somebody whose live stream is open, so that nothing is missed from here on. */
export const arrived = async (visit: Visit): Promise<Visit> => {
  const open = visit.heard('resync');
  visit.watch(visit.session.connection);
  await open;
  return visit;
};

export const aTask = (changes: Partial<TaskRequest> = {}): TaskRequest => ({
  name: 'Name the bakery',
  description: 'Find a name that nobody in town uses.',
  points: 50,
  status: 'active',
  ...changes,
});

/** A task that an owner has written. */
export const newTask = async (site: string, changes: Partial<TaskRequest> = {}) => {
  const owner = new Visit(site, 'olga', 'owner');
  const task = await (await owner.session.client()).putTask(uuid(), aTask(changes));
  owner.end();
  return task;
};

/** What somebody writes for a task, or in a report's next round. */
export const writtenFor = (task: string, text: string, report = ''): WrittenReport => ({
  ...{
    place: `report ${task} ${report}`.trim(),
    task,
    name: 'A task',
    text,
    attachments: [],
    picked: [],
  },
});

/** Sends a report, or the next round of one, and waits for it to arrive. */
export const submit = async (
  session: Session,
  task: string,
  text: string,
  known?: Report,
): Promise<Report> => {
  const outbox = reportOutboxOf(session);
  const written = writtenFor(task, text, known?.id);
  await (known ? outbox.revise(written, known) : outbox.submit(written));
  const { last } = await until(outbox.arrivals, ({ last: told }) => told?.report.text === text);
  return last!.report;
};
