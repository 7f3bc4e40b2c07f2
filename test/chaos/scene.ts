import pg from 'pg';
import { MortalServers } from '../support/mortal-servers.js';
import { Site } from '../support/site.js';
import type { ChatState } from './chat.js';
import { ChaosProxy } from './chaos-proxy.js';
import type { Fates } from './fate.js';
import { servePages, type ClientFault } from './pages.js';
import { Person, type Seat } from './person.js';
import type { Stage } from './stage.js';
import type { Row } from './verdict.js';

export interface SceneOptions {
  readonly seed: number;
  /** Half of them are members with a report each; each reviewer sits with two of the reports. */
  readonly clients: number;
  readonly clientFault?: ClientFault | undefined;
  /** What becomes of requests. Default: chaos. */
  readonly fates?: Fates | undefined;
  /** The program of the servers, from the package's root. Default: the server's own command. */
  readonly server?: string | undefined;
}

/** An empty database, two servers on it, the chaos before them, and people at their pages. */
export class Scene {
  private constructor(
    readonly servers: MortalServers,
    readonly proxy: ChaosProxy,
    readonly people: readonly Person[],
    readonly site: string,
    readonly database: pg.Pool,
  ) {}

  static async open(stage: Stage, options: SceneOptions): Promise<Scene> {
    const { url, superuserUrl } = await stage.postgres.createDatabase();
    const entry = `${stage.root}/${options.server ?? 'src/server/command.ts'}`;
    // What it would tell of cut requests is what is done to it here.
    const env = { DATABASE_URL: url, LOG_LEVEL: 'silent' };
    const servers = await MortalServers.start({ entry, env, keepPorts: true });
    try {
      return await Scene.#begin(stage, options, servers, superuserUrl);
    } catch (error) {
      await servers.stop();
      throw error;
    }
  }

  static async #begin(
    stage: Stage,
    { seed, fates, clients, clientFault: fault }: SceneOptions,
    servers: MortalServers,
    superuserUrl: string,
  ): Promise<Scene> {
    const ports = servers.ports as [number, number];
    const site = siteOn(ports[0]);
    const local = await servePages({ root: stage.root, site: site.name, fault });
    const proxy = await ChaosProxy.start({ seed, ports, local, fates });
    const seats = await prepare(site, clients);
    const sit = (seat: Seat) => Person.sit(stage.browser, proxy.origin, seat);
    const people = await Promise.all(seats.map(sit));
    const database = new pg.Pool({ connectionString: superuserUrl, max: 1 });
    return new Scene(servers, proxy, people, site.name, database);
  }

  /** What the table holds, in the order of its dialogues. */
  async rows(): Promise<Row[]> {
    const { rows } = await this.database.query<Row>(
      `select id, report_id as report, seq, author_id as author, text
       from message where site = $1 order by report_id, seq, id`,
      [this.site],
    );
    return rows;
  }

  /** How many messages are in the table. A server may die before it tells that it has taken one. */
  async said(): Promise<number> {
    const { rows } = await this.database.query<{ said: number }>(
      'select count(text)::int as said from message where site = $1',
      [this.site],
    );
    return rows[0]!.said;
  }

  /** Whether everybody knows the newest line of their dialogue, and nothing of theirs waits. */
  async allHaveHeard(): Promise<boolean> {
    const { rows } = await this.database.query<{ id: string; last: number }>(
      'select id, last_seq as last from report where site = $1',
      [this.site],
    );
    const lasts = new Map(rows.map(({ id, last }) => [id, last]));
    const states = await this.states();
    return states.every(([report, { heard, waiting }]) => {
      return heard === lasts.get(report) && waiting === 0;
    });
  }

  /** How far it is with each chat of each person. */
  states(): Promise<(readonly [report: string, state: ChatState])[]> {
    const chats = this.people.flatMap((person) => person.chats);
    return Promise.all(chats.map(async (chat) => [chat.report, await chat.state()] as const));
  }

  async close(): Promise<void> {
    // A browser that is gone is no reason to leave the servers running.
    await Promise.allSettled(this.people.map((person) => person.leave()));
    await this.proxy.stop();
    await this.servers.stop();
    await this.database.end();
  }
}

/** Past the chaos, for what is there before anybody comes. */
const siteOn = (port: number): Site =>
  new Site({
    send: (path, init) => fetch(`http://127.0.0.1:${port}/api/v1${path}`, init),
    dump: () => Promise.reject(new Error('The rows of messages are read alone.')),
  });

/** A report of each member, and of the reviewers each with that of one member and of the next. */
async function prepare(site: Site, clients: number): Promise<Seat[]> {
  const task = await site.newTask();
  const members = Math.ceil(clients / 2);
  const reports: string[] = [];
  const seats: Seat[] = [];
  for (let index = 0; index < members; index += 1) {
    const person = `member-${index + 1}`;
    const { id } = await site.newReport(task, await site.as(person, 'member'));
    reports.push(id);
    seats.push({ person, role: 'member', reports: [id] });
  }
  for (let index = 0; index < clients - members; index += 1) {
    const both = [reports[index]!, reports[(index + 1) % members]!];
    seats.push({ person: `reviewer-${index + 1}`, role: 'reviewer', reports: [...new Set(both)] });
  }
  return seats;
}
