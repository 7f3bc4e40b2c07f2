import { stripVTControlCharacters } from 'node:util';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const none: Readonly<Counts> = { passed: 0, failed: 0, skipped: 0 };

export function add(all: readonly Counts[]): Counts {
  const total = { ...none };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** The last line of every suite, by which its caller learns what happened. */
export function countLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** What the last count line of an output says; undefined if it has none. */
export function readCounts(output: string): Counts | undefined {
  const text = stripVTControlCharacters(output);
  const lines = [...text.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)];
  const last = lines.at(-1);
  if (!last) return undefined;
  const [passed = 0, failed = 0, skipped = 0] = last.slice(1).map((digits) => Number(digits ?? 0));
  return { passed, failed, skipped };
}
