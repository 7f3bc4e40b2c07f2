import { readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Who has, or last had, a directory. Empty where the record or the system does not say it. */
export interface Owner {
  host: string;
  pid: number;
  /** Which running system the process belongs to, and when it began there. Linux alone says it. */
  home: string;
  start: string;
  /** Which lock they made: see {@link birthOf}. */
  lock: string;
}

const record = (directory: string): string => join(directory, 'owner');

/** Leaves word of who has the directory. */
export async function signOwner(directory: string, lock: string): Promise<void> {
  const words = [hostname(), process.pid, ...(await proof(lock).catch(() => []))];
  await writeFile(record(directory), `${words.join(' ')}\n`);
}

const proof = async (lock: string): Promise<string[]> => [
  await ownHome(),
  await startOf('self'),
  await birthOf(lock),
];

/** Reads who has the directory, or last had it. */
export async function readOwner(directory: string): Promise<Owner> {
  const text = await readFile(record(directory), 'utf8').catch(() => '');
  const [host = '', pid = '', home = '', start = '', lock = ''] = text.trim().split(' ');
  return { host, pid: Number(pid), home, start, lock };
}

/**
 * Whether an owner may still run: false only if they were on this machine and no such process is
 * there. Containers may share a machine's name, so that this is a hint and no proof.
 */
export function mayLive({ host, pid }: Owner): boolean {
  if (host !== hostname() || !pid) return true;
  return pid !== process.pid && isRunning(pid);
}

/** Whether an owner is dead for certain: their processes are these, and theirs is not among them. */
export async function isDead({ host, pid, home, start }: Owner): Promise<boolean> {
  if (host !== hostname() || !start || home !== (await ownHome().catch(() => ''))) return false;
  if (!isRunning(pid)) return true;
  // Another process may have got the number. One that cannot be read may be the owner.
  return (await startOf(pid).catch(() => start)) !== start;
}

/** When a file or directory was made: one that took its place has another. */
export async function birthOf(path: string): Promise<string> {
  const { birthtimeNs } = await stat(path, { bigint: true });
  if (birthtimeNs === 0n) throw new Error('The file system does not say when a file was made.');
  return String(birthtimeNs);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, and runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The boot and the namespace of process numbers: where both are equal, so are the processes. */
async function ownHome(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
  const namespace = await readlink('/proc/self/ns/pid');
  if (Number(await readlink('/proc/self')) !== process.pid) throw new Error("Another's /proc.");
  return `${boot.trim()}/${namespace}`;
}

/** When a process began, in ticks since the boot: field 22 of proc_pid_stat(5). */
async function startOf(pid: number | 'self'): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8');
  // Field 2 is the program's name in parentheses, and may hold anything.
  const start = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
  if (!start) throw new Error('The system does not say when a process began.');
  return start;
}
