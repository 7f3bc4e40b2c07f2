import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const ownerFile = (directory: string): string => join(directory, 'owner');

/** Leaves word of who has the directory. */
export const signOwner = (directory: string): Promise<void> =>
  writeFile(ownerFile(directory), `${hostname()} ${process.pid}\n`);

/**
 * Whether the last owner may still run: false only if they were on this machine and no such
 * process is there. Containers may share a machine's name, so that this is a hint and no proof.
 */
export async function mayLive(directory: string): Promise<boolean> {
  const owner = await readFile(ownerFile(directory), 'utf8').catch(() => '');
  const [host, pid] = owner.trim().split(' ');
  if (host !== hostname() || !pid) return true;
  return Number(pid) !== process.pid && isRunning(Number(pid));
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
