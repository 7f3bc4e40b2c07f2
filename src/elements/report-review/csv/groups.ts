import type { SheetSnapshot } from '../../../stores/sheet/sheet.js';
import type { Group, SheetLine } from '../../../stores/sheet/sheet-line.js';
import { shownGroup, shownGroups } from './outcome-words.js';

const fine = /^(?:ready|done|blank|sending|unchecked)/;

/** How many lines there are. */
export interface Tally {
  /** Of each group that has some. */
  readonly groups: readonly (readonly [group: Group, count: number])[];
  readonly all: number;
  readonly ready: number;
  readonly problems: number;
}

export function tallyOf({ counts }: SheetSnapshot): Tally {
  const shown = new Map<Group, number>();
  const tally = { all: 0, ready: 0, problems: 0 };
  for (const [group, count] of counts) {
    const name = shownGroup(group);
    shown.set(name, (shown.get(name) ?? 0) + count);
    tally.all += count;
    if (group.startsWith('ready')) tally.ready += count;
    if (!fine.test(group)) tally.problems += count;
  }
  const groups = shownGroups
    .map((group) => [group, shown.get(group) ?? 0] as const)
    .filter(([, count]) => count > 0);
  return { ...tally, groups };
}

/** Who has decided all that was decided already; empty if that was nobody, or more than one. */
export function deciderOf(lines: readonly SheetLine[]): string {
  let name = '';
  for (const { outcome } of lines) {
    if (outcome.kind !== 'settled') continue;
    const other = outcome.decision.reviewer.name;
    if (name && other !== name) return '';
    name = other;
  }
  return name;
}
