import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionTime } from '../../src/server/insights/decision-time.js';

const waitsOf = (...places: number[]): number[] => {
  const waits = new Array<number>(178).fill(0);
  for (const place of places) waits[place - 1]! += 1;
  return waits;
};

test('of no decision there is no time', () => {
  assert.equal(decisionTime([]), null);
  assert.equal(decisionTime(waitsOf()), null);
});

test('the median is that of which half are no longer, the ninetieth that of nine tenths', () => {
  const [short, long] = [decisionTime(waitsOf(1))!, decisionTime(waitsOf(100))!];
  assert.deepEqual(decisionTime(waitsOf(1, 100))?.median, short.median);
  assert.deepEqual(decisionTime(waitsOf(1, 100, 100))?.median, long.median);
  const nineOfTen = [...Array.from({ length: 9 }, () => 1), 100];
  assert.deepEqual(decisionTime(waitsOf(...nineOfTen))?.ninetieth, short.median);
  assert.deepEqual(decisionTime(waitsOf(...nineOfTen, 100))?.ninetieth, long.ninetieth);
});

test('a class is told by its middle, which is within 4.5 % of both its ends', () => {
  const { median } = decisionTime(waitsOf(2 + 8 * 4))!;
  const [low, high] = [15 * 2 ** 4, 15 * 2 ** (4 + 1 / 8)];
  assert.ok(median / low < 1.045 && high / median < 1.045, String(median));
});
