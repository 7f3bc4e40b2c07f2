import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { endWithUs } from '../../support/children.js';

const keepers = new Set<Keeper>();

/** Ends those that are left: an open channel keeps the test's process alive. */
export const killAll = (): Promise<unknown> =>
  Promise.all([...keepers].map((keeper) => keeper.kill()));

/** A process of its own that locks directories. */
export class Keeper {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(): Promise<Keeper> {
    const execArgv = ['--import', 'tsx'];
    const child = fork(join(import.meta.dirname, 'keeper.ts'), { execArgv });
    endWithUs(child, 'SIGKILL');
    const [word] = (await once(child, 'message')) as [string];
    assert.equal(word, 'ready');
    const keeper = new Keeper(child);
    keepers.add(keeper);
    child.once('exit', () => keepers.delete(keeper));
    return keeper;
  }

  /** How it went: `locked`, or why not. */
  async lock(directory: string): Promise<string> {
    const answer = once(this.#child, 'message') as Promise<[string]>;
    this.#child.send(directory);
    return (await answer)[0];
  }

  /** The process stands still: it is there, and touches nothing. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }
}
