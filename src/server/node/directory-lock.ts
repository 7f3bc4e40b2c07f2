import { mkdir, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { birthOf, isDead, mayLive, readOwner, signOwner } from './lock-owner.js';
import { StartRefusal } from './settings.js';

/** The owner touches its lock so often, in milliseconds; others look whether it did. */
const update = 1_000;
const look = 200;

/**
 * A lock that nobody touched for so long has no owner any more. The embedded database holds up
 * the timers of its process, at its first start for many seconds: an owner who may still live
 * gets the longer time. Younger than `fresh`, nobody takes a lock over for its age.
 */
const stale = { fresh: 2_000, gone: 4_000, silent: 30_000 };

/** Two who take over the same lock at once find out at the first touch; one of them stops. */
const settle = 1.5 * update;

type Release = () => Promise<void>;
type Take = (patience: number) => Promise<Release | undefined>;

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
): Promise<Release> {
  await mkdir(directory, { recursive: true });
  const lock = join(directory, 'lock');
  const take: Take = (patience) =>
    attempt(directory, { lockfilePath: lock, stale: patience, update, onCompromised: onLost });
  let release = (await isFree(directory, lock)) ? await take(stale.silent) : undefined;
  if (!release) {
    say(`Waiting to see whether the last owner of ${directory} is still alive.`);
    release = await takeOver(directory, lock, take);
  }
  await signOwner(directory, lock);
  return release;
}

const isFree = async (directory: string, lock: string): Promise<boolean> =>
  (await touched(lock)) === undefined || (await clear(directory, lock));

/**
 * Removes the lock of an owner who is dead for certain. One heir alone may: the one who makes the
 * claim, and sees after it that the lock is still the owner's.
 */
async function clear(directory: string, lock: string): Promise<boolean> {
  const owner = await readOwner(directory);
  if (!(await isDead(owner))) return false;
  const claim = join(directory, `heir-of-${owner.lock}`);
  try {
    await mkdir(claim);
  } catch {
    return false;
  }
  try {
    const last = await touched(lock);
    const fresh = last !== undefined && Date.now() - last < stale.fresh;
    const theirs = fresh && (await birthOf(lock)) === owner.lock;
    if (theirs) await rmdir(lock);
    return theirs;
  } catch {
    return false;
  } finally {
    await rmdir(claim);
  }
}

async function takeOver(directory: string, lock: string, take: Take): Promise<Release> {
  let first = await touched(lock);
  for (;;) {
    const owner = await readOwner(directory);
    const release = await take(mayLive(owner) ? stale.silent : stale.gone);
    if (release) {
      await wait(settle);
      return release;
    }
    const last = await touched(lock);
    first ??= last;
    if (last !== undefined && last !== first) throw inUse(directory);
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
