import { contestants, cases } from './cases.js';
import { lines, type Line } from './limits.js';
import { median, type Figures } from './measure.js';

/** What the rounds told, by case and contestant. */
export type Results = Map<string, Map<string, Figures[]>>;

const divisors = { ms: 1, px: 1, '': 1, KB: 1_024, MB: 1_048_576 };

const number = (value: number): string => value.toFixed(value >= 100 || value % 1 === 0 ? 0 : 2);

function valueOf(results: Results, line: Line, contestant: string): number | null {
  const rounds = results.get(line.case)?.get(contestant) ?? [];
  const value = median(rounds.map((figures) => figures[line.figure] ?? null));
  return value === null ? null : value / divisors[line.unit];
}

/** Whether a value is within the limit of its line. */
function isWithin({ times, most }: Line, value: number, baseline: number | null): boolean {
  if (most !== undefined) return value <= most;
  return baseline !== null && value <= baseline * (times ?? 1);
}

function cell(line: Line, value: number | null, baseline: number | null): string {
  if (value === null) return '–';
  const ratio = line.times && baseline ? ` ${(value / baseline).toFixed(2)}×` : '';
  return `${number(value)}${ratio} ${isWithin(line, value, baseline) ? 'ok' : 'over'}`;
}

/** One line of the table; undefined if nothing of it was measured. */
function row(results: Results, line: Line): string[] | undefined {
  const kind = cases.find(({ name }) => name === line.case)!.kind;
  const [baseline, ...others] = contestants[kind].map((name) => valueOf(results, line, name));
  if (!results.has(line.case)) return undefined;
  const limit = line.times ? `≤ ${line.times}×` : `≤ ${line.most}`;
  const unit = line.unit ? `, ${line.unit}` : '';
  return [
    line.what + unit,
    limit,
    typeof baseline === 'number' ? number(baseline) : '–',
    ...others.map((value) => cell(line, value, baseline ?? null)),
  ];
}

const format = (cells: readonly string[]): string =>
  cells.map((one, index) => (index ? one.padStart(18) : one.padEnd(36))).join('');

/** The medians beside their limits. */
export function table(results: Results): string {
  const rows = lines.map((line) => row(results, line)).filter((cells) => cells !== undefined);
  const head = ['', 'limit', 'baseline', 'core alone', 'tag'];
  return [head, ...rows].map(format).join('\n');
}

/** How many lines of our tags are beyond their limit, or have no value. */
export function countOver(results: Results): number {
  const measured = lines.filter((line) => results.has(line.case));
  return measured.filter((line) =>
    row(results, line)!
      .at(-1)!
      .match(/over$|^–$/),
  ).length;
}
