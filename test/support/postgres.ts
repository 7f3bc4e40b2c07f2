import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { endWithUs } from './children.js';

export interface SuiteDatabase {
  /** As the ordinary role that owns the database: no superuser, but it may create roles. */
  url: string;
  /** As the superuser, for looking behind the server's back. */
  superuserUrl: string;
}

export interface Postgres {
  /** A new empty database for one suite. */
  createDatabase(): Promise<SuiteDatabase>;
  stop(): Promise<void>;
}

interface Account {
  uid: number;
  gid: number;
}

/** Debian's directories, the newest first, then everything in PATH. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

/** PostgreSQL refuses to run as root: another account must do it. */
function account(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (flag: string, name: string) => Number(execFileSync('id', [flag, name]));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: numberOf('-u', name), gid: numberOf('-g', name) };
    } catch {
      // No such account: the next one.
    }
  }
  throw new Error('Running as root, and there is neither a postgres nor a nobody account.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Why there is no PostgreSQL to test on, or undefined when there is one. With `CI=true` its
 * absence is a failure, not a skip.
 */
export function postgresIsMissing(): string | undefined {
  if (binaries()) return undefined;
  const reason = 'no initdb and postgres in /usr/lib/postgresql/*/bin or in PATH';
  if (process.env.CI === 'true') throw new Error(`In CI this must run, but: ${reason}`);
  return reason;
}

/** Starts a PostgreSQL of its own in a temporary directory, on a free port of 127.0.0.1. */
export async function startPostgres(): Promise<Postgres> {
  const folder = binaries();
  if (!folder) throw new Error(postgresIsMissing());
  const runner = account();
  const directory = mkdtempSync(join(tmpdir(), 'taskchat-postgres-'));
  if (runner) chownSync(directory, runner.uid, runner.gid);
  const data = join(directory, 'data');
  const port = await freePort();
  const initialise = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(folder, 'initdb'), initialise, { ...runner, cwd: directory, stdio: 'pipe' });
  const child = run(join(folder, 'postgres'), data, port, directory, runner);
  const address = (user: string, database: string) =>
    `postgres://${user}@127.0.0.1:${port}/${database}`;
  await untilReady(address('postgres', 'postgres'), child);
  await query(address('postgres', 'postgres'), 'create role taskchat_owner login createrole');
  let databases = 0;
  return {
    async createDatabase() {
      const name = `suite_${++databases}`;
      const create = `create database ${name} owner taskchat_owner`;
      await query(address('postgres', 'postgres'), create);
      return { url: address('taskchat_owner', name), superuserUrl: address('postgres', name) };
    },
    async stop() {
      await quit(child);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function run(
  binary: string,
  data: string,
  port: number,
  directory: string,
  runner: Account | undefined,
): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
    max_connections: '200',
    // No test cuts the power, and what one kills is a server of ours, never PostgreSQL itself.
    fsync: 'off',
    // Tells the races in which order transactions were committed.
    track_commit_timestamp: 'on',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', data, '-p', String(port), ...flags];
  const child = spawn(binary, args, { ...runner, cwd: directory, stdio: 'ignore' });
  return endWithUs(child, 'SIGQUIT');
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}.`);
    try {
      return await query(url, 'select 1');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function quit(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  // SIGQUIT is PostgreSQL's immediate shutdown: nothing of the directory is kept.
  child.kill('SIGQUIT');
  await exit;
}
