import { startServer, type StartedServer, type StartOptions } from './start-server.js';

export interface MortalOptions extends StartOptions {
  /** How many. Default 2. */
  processes?: number;
  /**
   * Whether one that was killed comes back on its own port. Default: on any free one. Of a port
   * that is free for a while, a client with many connections may take hold meanwhile.
   */
  keepPorts?: boolean;
}

/** Servers on one database that can be killed and come back. */
export class MortalServers {
  /** How often one was killed. */
  deaths = 0;
  readonly #servers: StartedServer[];
  readonly #options: MortalOptions;
  readonly #down = new Set<number>();
  /** What is still being killed or started. */
  readonly #changes = new Set<Promise<void>>();

  private constructor(servers: StartedServer[], options: MortalOptions) {
    this.#servers = servers;
    this.#options = options;
  }

  static async start(options: MortalOptions): Promise<MortalServers> {
    // One after the other: the first one makes the tables.
    const first = await startServer(options);
    const others = Array.from({ length: (options.processes ?? 2) - 1 }, () => startServer(options));
    return new MortalServers([first, ...(await Promise.all(others))], options);
  }

  get ports(): number[] {
    return this.#servers.map(({ port }) => port);
  }

  /** The places of those that are not being killed or started. */
  get alive(): number[] {
    return [...this.#servers.keys()].filter((index) => !this.#down.has(index));
  }

  /** The endpoint of the one at this place. */
  url(index: number): string {
    return this.#servers[index]!.url;
  }

  /** `kill -9`, and a new process in its place. */
  kill(index: number): Promise<void> {
    this.deaths += 1;
    this.#down.add(index);
    const change = this.#replace(index).finally(() => this.#changes.delete(change));
    this.#changes.add(change);
    return change;
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.#changes);
    await Promise.all(this.#servers.map((server) => server.kill()));
  }

  async #replace(index: number): Promise<void> {
    const { port } = this.#servers[index]!;
    await this.#servers[index]!.kill();
    const { keepPorts = false, ...options } = this.#options;
    this.#servers[index] = await startServer({ ...options, ...(keepPorts && { port }) });
    this.#down.delete(index);
  }
}
