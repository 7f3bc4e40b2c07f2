import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithUs } from '../support/children.js';

const root = join(import.meta.dirname, '../..');
const command = ['dist/server/command.js', '--demo'];
const listens = /Taskchat listens on (http:\/\/\S+)/;

/** The demo as `npm start` starts it: a process of its own, on a directory that outlives it. */
export class DemoServer {
  readonly #directory: string;
  #child: ChildProcess | undefined;
  #origin = '';

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async start(): Promise<DemoServer> {
    const server = new DemoServer(await mkdtemp(join(tmpdir(), 'taskchat-demo-')));
    await server.restart();
    return server;
  }

  /** The page's address, the same after every restart. */
  page(as: string): string {
    return `${this.#origin}/?as=${as}`;
  }

  /** Asks the API as somebody of the demo. */
  async ask(as: string, path: string, init: RequestInit = {}): Promise<Response> {
    const token = await (await fetch(`${this.#origin}/demo/token?as=${as}`)).text();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return fetch(`${this.#origin}/api/v1${path}`, { ...init, headers });
  }

  /** Starts on the same directory, and after the first time on the same port. */
  async restart(): Promise<void> {
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: {
        ...{ PATH, HOME, TMPDIR },
        PORT: this.#origin ? new URL(this.#origin).port : '0',
        TASKCHAT_DATA: this.#directory,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = endWithUs(child, 'SIGKILL');
    this.#origin = await whenListening(child);
  }

  /** `kill -9`: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    await this.kill();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

async function whenListening(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const part of child.stdout ?? []) {
    output += String(part);
    const origin = listens.exec(output)?.[1];
    if (origin) return origin;
  }
  throw new Error(`The demo did not start (is it built? npm run build):\n${output}`);
}
