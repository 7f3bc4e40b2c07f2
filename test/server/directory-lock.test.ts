import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Keeper, killAll } from './lock/keepers.js';

const folder = fs.mkdtempSync(join(tmpdir(), 'taskchat-lock-'));
after(async () => {
  await killAll();
  fs.rmSync(folder, { recursive: true, force: true });
});

let directories = 0;
const newDirectory = (): string => join(folder, `data-${++directories}`);

/** Milliseconds that no heir takes who has to wait and see whether the owner is alive. */
const atOnce = 1_000;

const onLinux = {
  skip: process.platform !== 'linux' && 'only Linux says for certain that a process is dead',
};

async function timed(work: () => Promise<string>): Promise<[string, number]> {
  const started = performance.now();
  return [await work(), performance.now() - started];
}

/** A directory whose owner was killed in the act. */
async function orphan(): Promise<string> {
  const directory = newDirectory();
  const owner = await Keeper.start();
  assert.equal(await owner.lock(directory), 'locked');
  await owner.kill();
  return directory;
}

const words = (directory: string) => fs.readFileSync(join(directory, 'owner'), 'utf8').split(' ');

/** The owner's process number is one of another namespace. */
function moveAway(directory: string): void {
  const [host, pid, home = '', ...rest] = words(directory);
  const record = [host, pid, home.replace(/\[\d+/, '[1'), ...rest].join(' ');
  fs.writeFileSync(join(directory, 'owner'), record);
}

/** Another heir has seen the death, and is about to take the lock. */
function claim(directory: string): void {
  fs.mkdirSync(join(directory, `heir-of-${words(directory).at(-1)?.trim()}`));
}

describe('the lock of a directory', { concurrency: true }, () => {
  test('a killed owner keeps nobody waiting', onLinux, async () => {
    const heir = await Keeper.start();
    const directory = await orphan();
    const [word, took] = await timed(() => heir.lock(directory));
    assert.equal(word, 'locked');
    assert.ok(took < atOnce, `It took ${took} ms.`);
    assert.deepEqual(fs.readdirSync(directory).sort(), ['lock', 'owner']);
    await heir.kill();
  });

  test('of many heirs at once one has it, death after death', async (t) => {
    const directory = newDirectory();
    const keepers = await Promise.all(Array.from({ length: 6 }, () => Keeper.start()));
    const times: number[] = [];
    for (let death = 0; death < 6; death += 1) {
      const started = performance.now();
      const words = await Promise.all(
        keepers.map(async (keeper) => {
          const word = await keeper.lock(directory);
          if (word === 'locked') times.push(Math.round(performance.now() - started));
          return word;
        }),
      );
      const owners = keepers.filter((_, index) => words[index] === 'locked');
      assert.equal(owners.length, 1, words.join('; '));
      for (const word of words) assert.match(word, /^locked$|Another process uses/);
      await owners[0]?.kill();
      keepers.splice(keepers.indexOf(owners[0] ?? assert.fail()), 1, await Keeper.start());
    }
    t.diagnostic(`had after ${times.join(', ')} ms`);
    await Promise.all(keepers.map((keeper) => keeper.kill()));
  });

  test('an owner who stands still is no dead one', async () => {
    const directory = newDirectory();
    const [owner, heir] = await Promise.all([Keeper.start(), Keeper.start()]);
    assert.equal(await owner.lock(directory), 'locked');
    owner.freeze();
    const word = await Promise.race([heir.lock(directory), wait(7_000, 'waits')]);
    assert.equal(word, 'waits');
    await Promise.all([owner.kill(), heir.kill()]);
  });

  for (const [name, spoil] of [
    ['a dead owner of another machine or container', moveAway],
    ['a dead owner whom another heir follows', claim],
  ] as const) {
    test(`${name} is waited for`, async () => {
      const heir = await Keeper.start();
      const directory = await orphan();
      spoil(directory);
      const [word, took] = await timed(() => heir.lock(directory));
      assert.equal(word, 'locked');
      assert.ok(took > 2 * atOnce, `It took ${took} ms.`);
      await heir.kill();
    });
  }

  test("a lock that is not the dead owner's is not taken for it", async () => {
    const heir = await Keeper.start();
    const directory = await orphan();
    const lock = join(directory, 'lock');
    fs.rmdirSync(lock);
    fs.mkdirSync(lock);
    // Somebody who has it, and has not signed yet.
    const touching = setInterval(() => fs.utimesSync(lock, new Date(), new Date()), 200);
    try {
      assert.match(await heir.lock(directory), /Another process uses/);
    } finally {
      clearInterval(touching);
      await heir.kill();
    }
  });
});
