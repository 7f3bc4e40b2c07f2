import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { type Counts, none, readCounts } from './counts.js';
import type { Suite } from './suites.js';

export interface Outcome {
  suite: string;
  counts: Counts;
  seconds: number;
  /** Why a suite failed as a whole, and what it skipped. */
  remarks: string[];
}

/** Runs one suite with its output passed on. It fails as a whole if it proves nothing. */
export async function run(suite: Suite): Promise<Outcome> {
  console.log(`\n── ${suite.name} ${'─'.repeat(70 - suite.name.length)}\n`);
  const start = Date.now();
  const { code, output, stopped } = await execute(suite);
  const counts = countsOf(suite, code, output);
  const failures = [
    stopped && `stopped after ${suite.minutes} minutes`,
    code !== 0 && counts.failed === 0 && `ended with code ${code}`,
    total(counts) === 0 && 'ran no test',
  ].filter((failure) => typeof failure === 'string');
  return {
    suite: suite.name,
    counts: failures.length > 0 ? { ...counts, failed: counts.failed + 1 } : counts,
    seconds: (Date.now() - start) / 1000,
    remarks: [...failures.map((failure) => `failed: ${failure}`), ...remarksIn(output)],
  };
}

function countsOf({ countsAsOne }: Suite, code: number | null, output: string): Counts {
  if (!countsAsOne) return readCounts(output) ?? { ...none };
  return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

function total({ passed, failed, skipped }: Counts): number {
  return passed + failed + skipped;
}

function remarksIn(output: string): string[] {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => /^(skipped|failed): /.test(line));
}

async function execute({ command: [program, ...args], minutes }: Suite) {
  if (!program) return { code: 0, output: '', stopped: false };
  // A group of its own, so that a suite is stopped with all that it started.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let stopped = false;
  const limit = setTimeout(() => (stopped = stopGroup(child)), minutes * 60_000);
  const interrupt = () => process.exit(stopGroup(child) ? 130 : 1);
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const output = passedOn(child);
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  clearTimeout(limit);
  return { code, output: output.join(''), stopped };
}

function stopGroup({ pid }: ChildProcess): boolean {
  return pid !== undefined && process.kill(-pid, 'SIGKILL');
}

function passedOn(child: ChildProcess): string[] {
  const output: string[] = [];
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.setEncoding('utf8').on('data', (text: string) => {
      output.push(text);
      to.write(text);
    });
  }
  return output;
}
