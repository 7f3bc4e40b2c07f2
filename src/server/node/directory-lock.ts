import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { mayLive, signOwner } from './lock-owner.js';
import { StartRefusal } from './settings.js';

/** The owner touches its lock so often, in milliseconds; others look whether it did. */
const update = 1_000;
const look = 200;

/**
 * A lock that nobody touched for so long has no owner any more. The embedded database holds up
 * the timers of its process, at its first start for many seconds: an owner who may still live
 * gets the longer time.
 */
const stale = { gone: 4_000, silent: 30_000 };

/** Two who take over the same lock at once find out at the first touch; one of them stops. */
const settle = 1.5 * update;

/**
 * Makes this process the only one on the directory, since two on one embedded database lose rows.
 * Gives back how the directory is let go.
 *
 * @param say told, in one sentence, when it has to be seen first whether an old owner is alive
 * @param onLost the lock was taken by another process: nothing may be written any more
 */
export async function lockDirectory(
  directory: string,
  say: (sentence: string) => void,
  onLost: () => void,
): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true });
  const lockfilePath = join(directory, 'lock');
  const take = (patience: number) =>
    attempt(directory, { lockfilePath, stale: patience, update, onCompromised: onLost });
  let release = await take(stale.silent);
  if (!release) {
    say(`Waiting to see whether the last owner of ${directory} is still alive.`);
    release = await takeOver(directory, lockfilePath, take);
  }
  await signOwner(directory);
  return release;
}

type Release = () => Promise<void>;

async function takeOver(
  directory: string,
  lock: string,
  take: (patience: number) => Promise<Release | undefined>,
): Promise<Release> {
  const first = await touched(lock);
  for (;;) {
    const release = await take((await mayLive(directory)) ? stale.silent : stale.gone);
    if (release) {
      await wait(settle);
      return release;
    }
    const last = await touched(lock);
    if (first !== undefined && last !== undefined && last !== first) throw inUse(directory);
    await wait(look);
  }
}

async function attempt(
  directory: string,
  options: lockfile.LockOptions,
): Promise<Release | undefined> {
  try {
    return await lockfile.lock(directory, options);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return undefined;
    throw error;
  }
}

const inUse = (directory: string): StartRefusal =>
  new StartRefusal(`Another process uses ${directory}; stop it, or choose another TASKCHAT_DATA.`);

/** When the owner last touched the lock; undefined if there is none. */
async function touched(lock: string): Promise<number | undefined> {
  try {
    return (await stat(lock)).mtimeMs;
  } catch {
    return undefined;
  }
}
