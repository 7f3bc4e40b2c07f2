import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Suite {
  name: string;
  command: string[];
  /** Tools that count nothing pass or fail as one. */
  countsAsOne?: boolean;
  /** A suite that takes longer is stopped, and has failed. */
  minutes: number;
}

export interface Wanted {
  /** Parts of paths of test files; none means all files. */
  paths: string[];
  /** A pattern for the names of tests. */
  grep: string | undefined;
}

/** In the order of `npm test`: quick ones first, and the build before the suites that use it. */
export function allSuites(wanted: Wanted): Suite[] {
  return [
    { name: 'lint', command: ['npm', 'run', 'lint'], countsAsOne: true, minutes: 10 },
    { name: 'build', command: ['npm', 'run', 'check-build'], countsAsOne: true, minutes: 10 },
    { name: 'size', command: ['npm', 'run', 'size'], minutes: 10 },
    { name: 'node', command: nodeTests('.test.ts', wanted), minutes: 20 },
    { name: 'race', command: nodeTests('.race.ts', wanted), minutes: 20 },
    { name: 'browser', command: browserTests(wanted), minutes: 30 },
    { name: 'journey', command: nodeTests('/journey.ts', wanted), minutes: 20 },
    { name: 'owner', command: nodeTests('/owners-task.ts', wanted), minutes: 20 },
    { name: 'keyboard', command: nodeTests('/by-keyboard.ts', wanted), minutes: 20 },
    { name: 'screens', command: nodeTests('/two-screens.ts', wanted), minutes: 20 },
    { name: 'announcements', command: nodeTests('/announcements.ts', wanted), minutes: 20 },
    { name: 'tabs', command: nodeTests('/five-tabs.ts', wanted), minutes: 30 },
    { name: 'chaos', command: nodeTests('.chaos.ts', wanted), minutes: 20 },
  ];
}

function nodeTests(ending: string, { paths, grep }: Wanted): string[] {
  const files = filesEndingIn(ending, paths);
  if (files.length === 0) return [];
  const pattern = grep ? [`--grep=${grep}`] : [];
  return ['tsx', 'test/suites/node-tests.ts', ...pattern, ...files];
}

function browserTests({ paths }: Wanted): string[] {
  const files = filesEndingIn('.browser.ts', paths);
  if (files.length === 0) return [];
  const runner = 'node_modules/@web/test-runner/dist/bin.js';
  return ['tsx', runner, '--files', ...files];
}

function filesEndingIn(ending: string, paths: string[]): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => join('test', file))
    .filter((file) => file.endsWith(ending))
    .filter((file) => paths.length === 0 || paths.some((path) => file.includes(path)))
    .sort();
}
