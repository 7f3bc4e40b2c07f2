import { Client } from '../api/client.js';
import { TokenSource, tokenFrom, type Identity } from '../api/token.js';
import { Transport } from '../api/transport.js';
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
  readonly client: Client;
  readonly connection: Connection;
  readonly selection = new Selection();
  readonly #transport: Transport;
  readonly #stores = new Map<string, object>();
  readonly #end = new AbortController();

  constructor(configuration: SessionConfiguration) {
    const { endpoint, tokenUrl, getToken, fetch } = configuration;
    const ask = getToken ?? (tokenUrl ? tokenFrom(tokenUrl) : null);
    this.configuration = Object.freeze({ ...configuration });
    this.#transport = new Transport(endpoint, ask && new TokenSource(ask), fetch);
    this.client = new Client(this.#transport);
    this.connection = new Connection(this.client, this.#transport);
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
    const { endpoint, token } = this.#transport;
    const { site, subject }: Identity = token
      ? await token.identity()
      : { site: this.configuration.site ?? '', subject: '' };
    return [endpoint, site, subject];
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
