import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { calm, chance, chaos, counted, type Chaos, type Fate, type Fates } from './fate.js';
import { Lane } from './lane.js';
import { badGateway, hangUp, passNews } from './downstream.js';
import { ask, askInHalf, open, takeIn, type Answered, type Asked } from './upstream.js';

export interface ChaosOptions {
  readonly seed: number;
  /** The ports of the two servers. */
  readonly ports: readonly [number, number];
  /** Default: chaos. */
  readonly fates?: Fates | undefined;
  /** Answers what is not for the servers: the pages. */
  readonly local: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** The address of one message. */
export const message = /^\/api\/v1\/reports\/([^/]+)\/messages\/([^/?]+)$/;

/** Stands between the pages and two servers, and does to each request what the seed says. */
export class ChaosProxy {
  /** How often what was done. */
  readonly counts = Object.fromEntries(counted.map((name) => [name, 0])) as Record<Chaos, number>;
  /** The messages that a server has taken. */
  readonly taken = new Set<string>();
  /** Whether everything gets through from here on. */
  isCalm = false;
  readonly #options: ChaosOptions;
  readonly #server = createServer((request, response) => void this.#meet(request, response));
  readonly #turns = new Map<string, number>();
  readonly #lanes = new Map<string, Lane>();

  private constructor(options: ChaosOptions) {
    this.#options = options;
    // A held request of a stream, or of a page that is gone, is no fault.
    this.#server.requestTimeout = 0;
  }

  static async start(options: ChaosOptions): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(options);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get #fates(): Fates {
    return this.isCalm ? calm : (this.#options.fates ?? chaos);
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!request.url?.startsWith('/api/')) return await this.#options.local(request, response);
      const asked = await takeIn(request);
      this.#count('requests');
      const random = this.#randomOf(asked);
      const fate = this.#fates.ofRequest(asked, random);
      if (!(await this.#arrives(asked, fate))) return hangUp(response);
      if (asked.path === '/api/v1/live') await this.#stream(asked, fate, random, response);
      else await this.#exchange(asked, fate, response);
    } catch {
      // A server that died, or a client that left.
      hangUp(response);
    }
  }

  /** The same words of the same person meet the same fate in every run of a seed. */
  #randomOf({ method, path, headers }: Asked): () => number {
    const who = subjectOf(String(headers.authorization ?? ''));
    const operation = `${method} ${path.replace(/[0-9a-f-]{36}/g, '*').replace(/\?.*/, '')}`;
    const key = `${who} ${operation}`;
    const turn = (this.#turns.get(key) ?? 0) + 1;
    this.#turns.set(key, turn);
    return chance(this.#options.seed, key, turn);
  }

  /** Whether the request gets to a server whole. */
  async #arrives(asked: Asked, fate: Fate): Promise<boolean> {
    const lane = this.#laneOf(asked);
    if (fate.before) await this.#delay(fate.before);
    if (fate.overtaken && (await lane.letPass())) this.#count('overtaken');
    lane.pass();
    if (fate.loss === 'request') this.#count('request dropped');
    const isCut = fate.loss === 'half request' && asked.body.length > 0;
    if (isCut) {
      this.#count('request cut');
      askInHalf(this.#options.ports[fate.server], asked);
    }
    return !isCut && fate.loss !== 'request';
  }

  async #exchange(asked: Asked, fate: Fate, response: ServerResponse): Promise<void> {
    if (fate.copy !== null) void this.#repeat(asked, fate, fate.copy);
    const answer = await this.#ask(asked, fate.server);
    if (!answer) return fate.gateway ? badGateway(response) : hangUp(response);
    if (fate.after) await this.#delay(fate.after);
    if (fate.loss === 'response') {
      this.#count('response dropped');
      return hangUp(response);
    }
    const { status, headers, body } = answer;
    response.writeHead(status, { ...headers, 'content-length': body.length });
    if (fate.loss !== 'half response' || body.length < 2) return void response.end(body);
    this.#count('response cut');
    response.write(body.subarray(0, body.length / 2), () => hangUp(response));
  }

  async #repeat(asked: Asked, { server }: Fate, later: number): Promise<void> {
    this.#count('doubled');
    await wait(later);
    await this.#ask(asked, server === 0 ? 1 : 0);
  }

  async #ask(asked: Asked, server: 0 | 1): Promise<Answered | undefined> {
    const answer = await ask(this.#options.ports[server], asked).catch(() => undefined);
    if (!answer) this.#count('met a dead server');
    const id = asked.method === 'PUT' && message.exec(asked.path)?.[2];
    if (id && answer && answer.status < 300) this.taken.add(id);
    return answer;
  }

  /** The news, which stop in the middle of a word when their time is over. */
  async #stream(
    asked: Asked,
    { server, loss }: Fate,
    random: () => number,
    response: ServerResponse,
  ): Promise<void> {
    const news = await open(this.#options.ports[server], asked);
    response.once('close', () => news.destroy());
    if (loss === 'response') this.#count('response dropped');
    if (loss === 'response') return hangUp(response);
    const fates = () => this.#fates;
    await passNews(news, response, { random, fates, count: (chaos) => this.#count(chaos) });
  }

  #laneOf({ path }: Asked): Lane {
    const report = /\/reports\/([^/?]+)/.exec(path)?.[1] ?? '';
    const lane = this.#lanes.get(report) ?? new Lane();
    this.#lanes.set(report, lane);
    return lane;
  }

  async #delay(milliseconds: number): Promise<void> {
    this.#count('delayed');
    await wait(milliseconds);
  }

  #count(chaos: Chaos): void {
    this.counts[chaos] += 1;
  }
}

/** Who asks, as the token says. */
function subjectOf(authorization: string): string {
  const claims = authorization.split('.')[1];
  if (!claims) return 'nobody';
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
}
