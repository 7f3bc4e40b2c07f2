import { setTimeout as wait } from 'node:timers/promises';
import type { Send } from './people.js';
import { startServer, type StartedServer } from './start-server.js';

/** A server on a directory and a port of its own that can be killed and comes back. */
export class MortalServer {
  /** Requests that died with a process and were sent again. */
  repeats = 0;
  #server: StartedServer;
  #alive: Promise<void> = Promise.resolve();

  private constructor(
    server: StartedServer,
    readonly dataDirectory: string,
  ) {
    this.#server = server;
  }

  static async start(dataDirectory: string): Promise<MortalServer> {
    return new MortalServer(await startServer({ dataDirectory }), dataDirectory);
  }

  /** Sends as a client does that gives nothing up: no answer, so the same request again. */
  readonly send: Send = async (path, init) => {
    for (;;) {
      await this.#alive;
      try {
        const response = await fetch(`${this.#server.url}${path}`, init);
        // An answer counts when it has arrived whole.
        const body = await response.arrayBuffer();
        return new Response(body, response);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        this.repeats += 1;
        // Lets the one who kills say that the server is down before the next try.
        await wait(20);
      }
    }
  };

  /** SIGKILL after so many milliseconds, and a new process on the same directory and port. */
  async killAndRestart(after = 0): Promise<void> {
    await wait(after);
    this.#alive = this.#restart();
    return this.#alive;
  }

  stop(): Promise<number | null> {
    return this.#server.stop();
  }

  async #restart(): Promise<void> {
    const { port } = this.#server;
    await this.#server.kill();
    this.#server = await startServer({ port, dataDirectory: this.dataDirectory });
  }
}
