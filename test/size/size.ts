import { elementFile, hub, page, tags } from '../../vite.config.js';
import { countLine } from '../suites/counts.js';
import { type Weight, weighBuild, weighImports } from './weigh.js';

interface Row {
  name: string;
  weight: Weight;
  /** Bytes; a row without a limit is only shown. */
  limit?: number;
}

const KB = 1024;
const tagLimits: Record<string, number> = {
  'mini-chat': 24 * KB,
  'task-list': 20 * KB,
  'task-hub': 6 * KB,
};
const briefTags = ['task-provider', 'task-list', 'report-form', 'report-review', 'mini-chat'];

const rows: Row[] = [];
for (const name of tags) {
  const limit = tagLimits[name];
  rows.push({ name, weight: await weighImports([elementFile(name)]), ...(limit && { limit }) });
}
rows.push(
  {
    name: briefTags.join(' + '),
    weight: await weighImports(briefTags.map(elementFile)),
    limit: 48 * KB,
  },
  { name: 'the hub alone, dist/task-hub.js', weight: await weighBuild(hub), limit: 6 * KB },
  { name: 'every tag, dist/taskchat.js', weight: await weighBuild(page), limit: 64 * KB },
);

console.log('\nGzip, with Lit and all that the first paint needs. 1 KB = 1024 bytes.\n');
for (const row of rows) console.log(line(row));
console.log(
  `\nWhat comes later, by its chunks:\n${[...onDemand(rows)].join('\n') || '  nothing'}\n`,
);

const limited = rows.filter(({ limit }) => limit !== undefined);
const heavy = limited.filter(isHeavy);
for (const row of heavy) console.log(advice(row));
console.log(countLine({ passed: limited.length - heavy.length, failed: heavy.length, skipped: 0 }));
process.exitCode = heavy.length > 0 ? 1 : 0;

function isHeavy({ weight, limit = Infinity }: Row): boolean {
  return weight.bytes > limit;
}

function line(row: Row): string {
  const { name, weight, limit } = row;
  const allowed = limit === undefined ? ''.padStart(12) : `  of ${kilobytes(limit)}`.padStart(12);
  const later = weight.later.reduce((sum, { bytes }) => sum + bytes, 0);
  const more = `+ ${kilobytes(later)} later`.padStart(18);
  return `${kilobytes(weight.bytes).padStart(10)}${allowed}${more}  ${isHeavy(row) ? '✖' : ' '} ${name}`;
}

function onDemand(all: Row[]): Set<string> {
  const chunks = all.flatMap(({ weight }) => weight.later);
  return new Set(chunks.map(({ name, bytes }) => `${kilobytes(bytes).padStart(10)}  ${name}`));
}

function advice({ name, weight, limit = 0 }: Row): string {
  return (
    `${name} is ${weight.bytes - limit} bytes over its limit of ${kilobytes(limit)}. ` +
    'Look at what the last change imports: load behind import() what the first paint does not ' +
    'need, or take a smaller way. The limits are promised in the README; raise one only on purpose, in ' +
    'test/size/size.ts.\n'
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`;
}
