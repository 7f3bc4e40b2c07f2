import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { barsPath } from '../../../src/elements/task-insights/chart/bars.js';
import { dayTicks } from '../../../src/elements/task-insights/chart/day-ticks.js';
import { aloneOf, bandPath, linePath } from '../../../src/elements/task-insights/chart/line.js';
import {
  dayAt,
  heightOf,
  middleOf,
  slotLeft,
  slotWidth,
  type Plot,
} from '../../../src/elements/task-insights/chart/plot.js';
import { countScale, timeScale } from '../../../src/elements/task-insights/chart/scale.js';

const plot = (fields: Partial<Plot> = {}): Plot => ({
  width: 140,
  height: 120,
  gutter: 40,
  top: 10,
  bottom: 10,
  mirrored: false,
  count: 10,
  scale: countScale(10),
  ...fields,
});

const counts = fc.integer({ min: 0, max: 5_000_000 });

test('a scale of counts has few lines, at whole round numbers, and room for every value', () => {
  assert.deepEqual(countScale(0).ticks, [0, 1]);
  assert.deepEqual(countScale(3).ticks, [0, 1, 2, 3]);
  assert.deepEqual(countScale(17).ticks, [0, 5, 10, 15, 20]);
  assert.deepEqual(countScale(9, -2).ticks, [-5, 0, 5, 10]);
  fc.assert(
    fc.property(counts, counts, (up, down) => {
      const { min, max, ticks } = countScale(up, -down);
      assert.ok(max >= up && min <= -down && ticks.includes(0));
      assert.ok(ticks.length >= 2 && ticks.length <= 5, `${ticks.join()}`);
      assert.ok(ticks.every((tick) => Number.isInteger(tick)));
      assert.ok(ticks.at(0) === min && ticks.at(-1) === max);
    }),
  );
});

test('a scale of time has lines at what a clock or a calendar shows', () => {
  const hours = (count: number) => count * 3_600;
  assert.deepEqual(timeScale(0).ticks, [0, 60]);
  assert.deepEqual(
    timeScale(100 * 60).ticks,
    [0, 30, 60, 90, 120].map((each) => each * 60),
  );
  assert.deepEqual(timeScale(hours(5)).ticks, [0, 2, 4, 6].map(hours));
  assert.deepEqual(timeScale(hours(40)).ticks, [0, 12, 24, 36, 48].map(hours));
  assert.deepEqual(
    timeScale(hours(24 * 9)).ticks,
    [0, 5, 10].map((days) => hours(24 * days)),
  );
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (most) => {
      const { max, ticks } = timeScale(most);
      assert.ok(max >= most && ticks.length >= 2 && ticks.length <= 5);
    }),
  );
});

test('each day has its place, from right to left where words run so', () => {
  assert.equal(slotWidth(plot()), 10);
  assert.equal(slotLeft(0, plot()), 40);
  assert.equal(slotLeft(9, plot()), 130);
  assert.equal(slotLeft(0, plot({ mirrored: true })), 90);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 366 }),
      fc.integer({ min: 200, max: 2_000 }),
      fc.boolean(),
      fc.nat(),
      (count, width, mirrored, pick) => {
        const drawn = plot({ count, width, mirrored });
        const index = pick % count;
        assert.equal(dayAt(middleOf(index, drawn), drawn), index);
      },
    ),
  );
});

test('beside the days the nearest one is meant', () => {
  assert.equal(dayAt(-50, plot()), 0);
  assert.equal(dayAt(900, plot()), 9);
  assert.equal(dayAt(-50, plot({ mirrored: true })), 9);
});

test('what is more lies higher', () => {
  assert.equal(heightOf(0, plot()), 110);
  assert.equal(heightOf(10, plot()), 10);
  assert.equal(heightOf(0, plot({ scale: { min: -10, max: 10, ticks: [] } })), 60);
});

/** The heights at which each bar begins and ends. */
const ends = (path: string): [number, number][] =>
  path
    .split('Z')
    .filter(Boolean)
    .map(
      (bar) =>
        [/^M\S+ (\S+?)V/.exec(bar)![1], /(\S+)H/.exec(bar)![1]].map(Number) as [number, number],
    );

test('bars stand on the line of nought and hang from it, and none has no height', () => {
  assert.deepEqual(ends(barsPath([0, 10, 5], plot({ count: 3 }))), [
    [110, 10],
    [110, 60],
  ]);
  const down = plot({ count: 2, scale: { min: -10, max: 10, ticks: [] } });
  assert.deepEqual(ends(barsPath([-10, 10], down)), [
    [60, 110],
    [60, 10],
  ]);
  const [[ground, end]] = ends(barsPath([1], plot({ count: 1, scale: countScale(100_000) }))) as [
    [number, number],
  ];
  assert.equal(ground - end, 1);
});

test('bars never overlap, however many', () => {
  for (const count of [1, 7, 28, 90, 366]) {
    const drawn = plot({ count, width: 320 });
    const edges = [
      ...barsPath(Array<number>(count).fill(4), drawn).matchAll(/M(\S+) .*?(\S+) \S+V\S+Z/g),
    ];
    assert.equal(edges.length, count);
    for (let index = 1; index < count; index += 1) {
      assert.ok(Number(edges[index]![1]) >= Number(edges[index - 1]![2]) - 0.2);
    }
  }
});

test('a line leaves out the days without a value', () => {
  const drawn = plot({ count: 5 });
  const path = linePath([10, null, 0, 10, null], drawn);
  assert.equal(path, 'M50 10M90 110L110 10');
  assert.deepEqual(aloneOf([10, null, 0, 10, null], drawn), [{ x: 50, y: 10 }]);
  assert.equal(linePath([null, null], plot({ count: 2 })), '');
});

test('a band lies between two lines, where both have a value', () => {
  const drawn = plot({ count: 2 });
  assert.equal(bandPath([0, 0], [10, 5], drawn), 'M65 10L115 60L115 110L65 110Z');
  assert.equal(bandPath([null, 0], [10, null], drawn), '');
});

test('dates stand apart from one another, the last day has one, and none is cut off', () => {
  for (let width = 240; width < 1_400; width += 12) {
    for (const count of [1, 2, 7, 28, 90, 366]) {
      for (const mirrored of [false, true]) {
        const drawn = plot({ width, count, mirrored });
        const ticks = dayTicks(drawn);
        assert.equal(ticks.at(-1)?.index, count - 1);
        const places = ticks.map(({ x, anchor }) => {
          const before = { start: 0, middle: 23, end: 46 }[anchor];
          return [x - before, x - before + 46] as const;
        });
        places.sort(([one], [other]) => one - other);
        for (const [index, [left, right]] of places.entries()) {
          const [from, to] = mirrored ? [0, width - 40] : [40, width];
          assert.ok(
            left >= from - 0.01 && right <= to + 0.01,
            `${width} ${count}: ${left} ${right}`,
          );
          if (index > 0) assert.ok(left >= places[index - 1]![1], `${width} ${count}`);
        }
      }
    }
  }
});
