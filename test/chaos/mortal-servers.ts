import { startServer, type StartedServer, type StartOptions } from '../support/start-server.js';

/** Two servers on one database that can be killed and come back, each on its port. */
export class MortalServers {
  /** How often one was killed. */
  deaths = 0;
  readonly #servers: [StartedServer, StartedServer];
  readonly #options: StartOptions;
  /** What is still being killed or started. */
  readonly #changes = new Set<Promise<void>>();

  private constructor(servers: [StartedServer, StartedServer], options: StartOptions) {
    this.#servers = servers;
    this.#options = options;
  }

  static async start(options: StartOptions): Promise<MortalServers> {
    // One after the other: the first one makes the tables.
    const first = await startServer(options);
    return new MortalServers([first, await startServer(options)], options);
  }

  get ports(): [number, number] {
    return [this.#servers[0].port, this.#servers[1].port];
  }

  /** `kill -9`, and a new process on the same port. */
  kill(server: 0 | 1): Promise<void> {
    this.deaths += 1;
    const change = this.#replace(server).finally(() => this.#changes.delete(change));
    this.#changes.add(change);
    return change;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#changes);
    await Promise.all(this.#servers.map((server) => server.kill()));
  }

  async #replace(server: 0 | 1): Promise<void> {
    const { port } = this.#servers[server];
    await this.#servers[server].kill();
    this.#servers[server] = await startServer({ ...this.#options, port });
  }
}
