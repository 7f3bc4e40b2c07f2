import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locale } from '../../../src/base/locale.js';
import type { Figures, TaskFigures } from '../../../src/contract/insights.js';
import { compare, type Compared } from '../../../src/elements/task-insights/board/comparison.js';
import {
  formatPeriod,
  formatShortDay,
  formatSpan,
  formatZone,
} from '../../../src/elements/task-insights/board/format-figures.js';
import { inOrder, nextOrder } from '../../../src/elements/task-insights/board/task-order.js';
import { dayAfter } from '../../../src/elements/task-insights/chart/reading.js';
import type { Plot } from '../../../src/elements/task-insights/chart/plot.js';

const hour = 3_600;

test('a length of time is told in two units at most', () => {
  assert.equal(formatSpan(0, 'en'), '0 sec');
  assert.equal(formatSpan(59, 'en'), '59 sec');
  assert.equal(formatSpan(12 * 60, 'en'), '12 min');
  assert.equal(formatSpan(hour, 'en'), '1 hr');
  assert.equal(formatSpan(3 * hour + 20 * 60, 'en'), '3 hr 20 min');
  assert.equal(formatSpan(47.99 * hour, 'en'), '47 hr 59 min');
  assert.equal(formatSpan(48 * hour, 'en'), '2 days');
  assert.equal(formatSpan(52 * hour + 59 * 60, 'en'), '2 days 5 hr');
  assert.equal(formatSpan(71.9 * hour, 'en'), '3 days');
  assert.equal(formatSpan(90 * 60, 'en', 'narrow'), '1h 30m');
  assert.equal(formatSpan(3 * hour, 'de'), '3 Std.');
});

test('days are those of the calendar, whatever the zone of this machine', () => {
  const before = process.env.TZ;
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
    process.env.TZ = zone;
    assert.equal(formatShortDay('2026-11-03', 'en'), 'Nov 3');
  }
  process.env.TZ = before;
  assert.match(
    formatPeriod({ from: '2026-11-03', to: '2026-11-30' }, 'en'),
    /^Nov 3\s–\s30, 2026$/,
  );
});

test('a zone has the same name in summer and in winter', () => {
  assert.equal(formatZone('Europe/Berlin', 'en'), 'Central European Time');
});

/** Words that show which term was asked for, and with what. */
const locale = {
  lang: () => 'en',
  term: (key: string, ...args: string[]) => [key, ...args].join(' '),
} as unknown as Locale;

const words = (kind: Compared['kind'], now: number | null, before: number | null) =>
  compare({ kind, now, before }, locale)?.words;

test('a figure is compared with that of the days before', () => {
  assert.equal(words('count', 115, 100), 'moreThanBefore 15%');
  assert.equal(words('count', 0, 4), 'lessThanBefore 100%');
  assert.equal(words('count', 7, 7), 'sameAsBefore');
  assert.equal(words('count', 7, 0), 'noneBefore');
  assert.equal(words('count', 0, 0), undefined);
  assert.equal(words('time', hour, 3 * hour), 'shorterThanBefore 2 hr');
  assert.equal(words('time', hour + 20, hour), 'sameAsBefore');
  assert.equal(words('time', hour, null), 'noneBefore');
  assert.equal(words('time', null, hour), undefined);
  assert.equal(words('share', 0.84, 0.9), 'pointsLower 6');
  assert.equal(words('share', 0, 0.5), 'pointsLower 50');
  assert.equal(words('share', 0.5, 0), 'pointsHigher 50');
});

const figures: Figures = {
  ...{ opened: 0, submitted: 0, approved: 0, rejected: 0, changes: 0, points: 0, corrected: 0 },
  decisionTime: null,
};
const task = (name: string, fields: Partial<TaskFigures>): TaskFigures => ({
  ...figures,
  ...{ task: { id: name, name }, oldestWaiting: null },
  ...fields,
});

const all = [
  task('b', { points: 5, oldestWaiting: '2026-11-23T10:00:00.000Z' }),
  task('a', { points: 9, decisionTime: { median: 60, ninetieth: 90 } }),
  task('c', { points: 5, oldestWaiting: '2026-11-20T10:00:00.000Z' }),
];
const names = (...order: Parameters<typeof nextOrder>): string =>
  inOrder(all, nextOrder(...order), 'en')
    .map(({ task: { name } }) => name)
    .join('');

test('tasks are put in an order, the most first, and the other way round the second time', () => {
  const start = { column: 'submitted', falling: true } as const;
  assert.equal(names(start, 'points'), 'abc');
  assert.equal(names({ column: 'points', falling: true }, 'points'), 'bca');
  assert.equal(names(start, 'name'), 'abc');
  assert.equal(names({ column: 'name', falling: false }, 'name'), 'cba');
  assert.equal(names(start, 'waiting'), 'cba');
  assert.equal(names(start, 'time'), 'abc');
});

test('keys lead along the days, and not beyond', () => {
  const plot = { count: 28, mirrored: false } as Plot;
  assert.equal(dayAfter('ArrowRight', 3, plot), 4);
  assert.equal(dayAfter('ArrowRight', 3, { ...plot, mirrored: true }), 2);
  assert.equal(dayAfter('PageUp', 3, plot), 0);
  assert.equal(dayAfter('PageDown', 3, { ...plot, mirrored: true }), 10);
  assert.equal(dayAfter('End', 3, plot), 27);
  assert.equal(dayAfter('Home', 3, plot), 0);
  assert.equal(dayAfter('Enter', 3, plot), undefined);
});
