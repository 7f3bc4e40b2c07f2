import { Breath } from './breath.js';
import type { SheetLine } from './sheet-line.js';

/** Where a report's round is first decided, and how. */
interface First {
  readonly index: number;
  readonly meaning: string;
  /** Where another line says otherwise. */
  other?: number;
}

const keyOf = ({ report, round }: SheetLine): string => `${report} ${round}`;

/** What is decided; an unknown word is a meaning of its own. */
const meaningOf = ({ verdict, reason, outcome }: SheetLine): string =>
  JSON.stringify([verdict ?? (outcome.kind === 'unknown-verdict' && outcome.word), reason]);

/**
 * Lets one of the lines that say the same about a report stand, and none of those that contradict
 * one another: nobody knows which of them was meant.
 */
export async function markRepeats(lines: SheetLine[]): Promise<void> {
  const breath = new Breath();
  const firsts = new Map<string, First>();
  const isMeant = ({ outcome, report }: SheetLine): boolean =>
    outcome.kind !== 'blank' && report !== '';
  for (const [index, line] of lines.entries()) {
    await breath.take();
    if (!isMeant(line)) continue;
    const first = firsts.get(keyOf(line));
    const meaning = meaningOf(line);
    if (!first) firsts.set(keyOf(line), { index, meaning });
    else if (first.meaning !== meaning) first.other ??= index;
  }
  for (const [index, line] of lines.entries()) {
    await breath.take();
    const first = isMeant(line) ? firsts.get(keyOf(line)) : undefined;
    if (!first || line.outcome.kind === 'missing') continue;
    const { index: at, other } = first;
    if (other !== undefined) {
      const row = lines[index === at ? other : at]!.row;
      lines[index] = { ...line, outcome: { kind: 'contradicted', row } };
    } else if (index !== at && line.outcome.kind === 'unchecked') {
      lines[index] = { ...line, outcome: { kind: 'repeated', row: lines[at]!.row } };
    }
  }
}
