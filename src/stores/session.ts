import { ApiError } from '../api/api-error.js';
import type { Client } from '../api/client.js';
import { nativeFetch } from '../api/natives.js';
import { Connection } from './connection.js';
import { Loader } from './loader.js';
import { Selection } from './selection.js';

/** Where the backend is, and who asks. Two that are equal in every field share one session. */
export interface SessionConfiguration {
  /** The base address of the API, absolute or relative to the page. */
  readonly endpoint: string;
  /** The page's own address that answers with the visitor's token. */
  readonly tokenUrl?: string | undefined;
  /** Gives the token; goes before `tokenUrl`. */
  readonly getToken?: (() => Promise<string>) | undefined;
  /** For visitors without a token: the site whose published tasks they see. */
  readonly site?: string | undefined;
  /** Takes the place of the browser's `fetch`, and of nothing else. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** Client and facts of one endpoint and one identity, shared by all tags that ask for them. */
export class Session {
  readonly configuration: SessionConfiguration;
  readonly connection: Connection;
  readonly selection = new Selection();
  #client: Promise<Client> | null = null;
  readonly #stores = new Map<string, object>();
  readonly #end = new AbortController();

  constructor(configuration: SessionConfiguration) {
    const { getToken, tokenUrl } = configuration;
    this.configuration = Object.freeze({ ...configuration });
    this.connection = new Connection(() => this.client(), !getToken && !tokenUrl);
  }

  /**
   * What speaks to the backend. The first paint needs nothing from there, so the code comes after.
   * @throws `network` when it does not come; the next call tries again.
   */
  client(): Promise<Client> {
    return (this.#client ??= this.#connect());
  }

  /** Aborts when the last tag has let the session go. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Whether this is who the token speaks for. */
  isMe(person: string): boolean {
    return this.connection.snapshot.me?.id === person;
  }

  /** What belongs to nobody else: the key to everything that is stored on this device. */
  async identity(): Promise<readonly string[]> {
    const client = await this.client();
    const { endpoint, site, subject } = await client.identity();
    return [endpoint, site || (this.configuration.site ?? ''), subject];
  }

  /** The store under this key, made when it is first asked for. */
  store<Kept extends object>(key: string, make: () => Kept): Kept {
    const known = this.#stores.get(key) as Kept | undefined;
    if (known) return known;
    this.#forget();
    const store = make();
    this.#stores.set(key, store);
    return store;
  }

  close(): void {
    this.#end.abort();
  }

  async #connect(): Promise<Client> {
    try {
      const { connect } = await import('../api/connect.js');
      return connect({ ...this.configuration, fetch: this.configuration.fetch ?? nativeFetch });
    } catch (cause) {
      this.#client = null;
      throw new ApiError('network', { cause });
    }
  }

  /** A page that searches all day makes many stores: the oldest that nobody watches goes. */
  #forget(): void {
    if (this.#stores.size < 50) return;
    for (const [key, store] of this.#stores) {
      if (!(store instanceof Loader) || store.observed) continue;
      this.#stores.delete(key);
      return;
    }
  }
}

interface Holding {
  readonly session: Session;
  users: number;
}

/** One list for the page, also when two copies of this library are on it. */
const holdings = (): Set<Holding> => {
  const page = globalThis as unknown as Record<symbol, Set<Holding> | undefined>;
  return (page[Symbol.for('taskchat.sessions')] ??= new Set());
};

const same = (one: SessionConfiguration, other: SessionConfiguration): boolean =>
  (['endpoint', 'tokenUrl', 'getToken', 'site', 'fetch'] as const).every(
    (field) => one[field] === other[field],
  );

/** The session of this configuration. Each call wants its {@link releaseSession}. */
export const acquireSession = (configuration: SessionConfiguration): Session => {
  const all = holdings();
  let holding = [...all].find(({ session }) => same(session.configuration, configuration));
  if (!holding) all.add((holding = { session: new Session(configuration), users: 0 }));
  holding.users += 1;
  return holding.session;
};

/** Lets go of a session; the last one closes it, unless it is acquired again in the same task. */
export const releaseSession = (session: Session): void => {
  const all = holdings();
  const holding = [...all].find((candidate) => candidate.session === session);
  if (!holding) return;
  holding.users -= 1;
  queueMicrotask(() => {
    if (holding.users === 0 && all.delete(holding)) session.close();
  });
};
