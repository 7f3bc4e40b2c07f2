import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endWithUs } from './children.js';
import { testSecret } from './people.js';

export { testSecret };

export interface StartOptions {
  /** Default: any free port. */
  port?: number;
  /** PGlite's directory. Without it, name a database in `env`. */
  dataDirectory?: string;
  env?: Record<string, string>;
  /** The program to run, from the package's root. Default: the server's own command. */
  entry?: string;
}

export interface StartedServer {
  /** The endpoint: `http://127.0.0.1:PORT/api/v1`. */
  url: string;
  origin: string;
  port: number;
  pid: number;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

/** What a server that never listened left behind. */
export class StartRefused extends Error {
  constructor(
    readonly exitCode: number | null,
    readonly output: string,
  ) {
    super(`The server did not start (exit code ${exitCode}):\n${output}`);
  }
}

export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
const listens = /Taskchat listens on (http:\/\/[^\s/"]+)/;

const settings: Record<string, string> = {
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  TASKCHAT_SECRET: testSecret,
  TASKCHAT_SITES: 'test-*',
  TASKCHAT_PUBLISHED_SITES: 'test-published-*',
  TASKCHAT_BOARD_SITES: 'test-board-*',
  TASKCHAT_ORIGINS: '*',
};

/** Runs the `taskchat` command with exactly these arguments and environment. */
export function spawnServer(
  env: Record<string, string>,
  { entry = 'src/server/command.ts', args = [] }: { entry?: string; args?: string[] } = {},
): ChildProcess {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', entry, ...args], {
    cwd: packageRoot,
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return endWithUs(child, 'SIGKILL');
}

/** Starts a server of its own process and waits until it listens. */
export async function startServer(options: StartOptions = {}): Promise<StartedServer> {
  const child = spawnServer(
    {
      ...settings,
      PORT: String(options.port ?? 0),
      ...(options.dataDirectory && { TASKCHAT_DATA: options.dataDirectory }),
      ...options.env,
    },
    options.entry ? { entry: options.entry } : {},
  );
  const origin = await whenListening(child);
  return {
    url: `${origin}/api/v1`,
    origin,
    port: Number(new URL(origin).port),
    pid: child.pid ?? 0,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
  return child.exitCode;
}

function whenListening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      const origin = listens.exec(output)?.[1];
      if (origin) resolve(origin);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', (chunk: Buffer) => {
      read(chunk);
      // A server under test has nothing to say on stderr: show it beside the failure it explains.
      process.stderr.write(chunk);
    });
    child.once('close', (code) => reject(new StartRefused(code, output)));
  });
}
