import pg from 'pg';
import type { Role } from '../../src/contract/member.js';
import { randomOf, type Random } from '../server/races/race.js';
import { MortalServers } from '../support/mortal-servers.js';
import { person, type Person } from '../support/people.js';
import type { Postgres } from '../support/postgres.js';
import { Site } from '../support/site.js';
import { emptyVerdict } from '../support/verdict.js';
import { Courier } from './courier.js';
import { kinds, type Findings } from './findings.js';

export interface SceneOptions {
  readonly seed: number;
  /** Server processes on the one database. */
  readonly servers: number;
  /** A rule to break, by its name in `test/support/faults/`. Default: none. */
  readonly fault?: string | undefined;
}

/** Seconds for which a token is good: longer than any proof takes. */
const day = 86_400;

/** An empty database, servers on it that may die, and what is found there. */
export class Scene {
  readonly findings: Findings = emptyVerdict(kinds);
  readonly courier: Courier;
  readonly site: Site;
  readonly random: Random;

  private constructor(
    readonly servers: MortalServers,
    /** For looking behind the servers' back. */
    readonly databaseUrl: string,
    readonly database: pg.Pool,
    seed: number,
  ) {
    this.random = randomOf(seed);
    // Of its own: how often it asks depends on the time, and what is sent must not.
    this.courier = new Courier(servers, randomOf(seed + 1));
    const dump = () => Promise.reject(new Error('The tables are read one by one.'));
    this.site = new Site({ send: this.courier.send, dump });
  }

  static async open(postgres: Postgres, options: SceneOptions): Promise<Scene> {
    const { url, superuserUrl } = await postgres.createDatabase();
    const { fault, servers: processes } = options;
    const env = { DATABASE_URL: url, ...(fault && { TASKCHAT_FAULT: fault }) };
    const entry = fault ? 'test/support/faulty-server.ts' : 'src/server/command.ts';
    const servers = await MortalServers.start({ processes, entry, env });
    const database = new pg.Pool({ connectionString: superuserUrl, max: 4 });
    return new Scene(servers, superuserUrl, database, options.seed);
  }

  /** As many people, each with a token of their own. */
  people(name: string, count: number, role: Role): Promise<Person[]> {
    const claims = { site: this.site.name, role, expires: day };
    const one = (_: unknown, index: number) =>
      person(this.courier.send, { ...claims, sub: `${name} ${index + 1}` });
    return Promise.all(Array.from({ length: count }, one));
  }

  async close(): Promise<void> {
    await this.database.end();
    await this.servers.stop();
  }
}
