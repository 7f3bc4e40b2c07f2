import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RowHeights } from '../../src/base/list/row-heights.js';

const height = fc.oneof(fc.constant(0), fc.double({ min: 0.25, max: 900, noNaN: true }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const change = fc.oneof(
  fc.record({ at: share, removed: share, added: fc.array(height, { maxLength: 60 }) }),
  fc.record({ at: share, height }),
);

/** As long as this goes, the sums of doubles may differ in their last digits. */
const tolerance = 1e-6;

function sumOf(heights: readonly number[], end: number): number {
  return heights.slice(0, end).reduce((sum, one) => sum + one, 0);
}

function assertEqual(heights: RowHeights, naive: readonly number[]): void {
  assert.equal(heights.length, naive.length);
  for (let index = 0; index <= naive.length; index += 1) {
    const wrong = heights.top(index) - sumOf(naive, index);
    assert.ok(Math.abs(wrong) < tolerance, `the sum above row ${index} is ${wrong} off`);
  }
  for (const [index, one] of naive.entries()) assert.equal(heights.of(index), one);
}

/** Inside of a row, its own index is found; the rows above it end no later. */
function assertFinds(heights: RowHeights, naive: readonly number[]): void {
  for (const [index, one] of naive.entries()) {
    if (one < 2 * tolerance) continue;
    assert.equal(heights.at(sumOf(naive, index) + one / 2), index);
  }
  assert.equal(heights.at(-1), Math.min(0, naive.length - 1));
  assert.equal(heights.at(Infinity), naive.length - 1);
}

test('the sums of heights are those of a naive sum, whatever is done to them', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const heights = new RowHeights();
      const naive: number[] = [];
      for (const step of changes) {
        const index = Math.floor(step.at * naive.length);
        if ('added' in step) {
          const removed = Math.floor(step.removed * (naive.length - index));
          heights.splice(index, removed, step.added);
          naive.splice(index, removed, ...step.added);
        } else if (index < naive.length) {
          heights.set(index, step.height);
          naive[index] = step.height;
        }
      }
      assertEqual(heights, naive);
      assertFinds(heights, naive);
    }),
    { numRuns: 1_000, seed: 3 },
  );
});

test('100,000 rows are found, measured and added to one by one', () => {
  const heights = new RowHeights();
  heights.splice(0, 0, new Array<number>(100_000).fill(40));
  for (let index = 0; index < 100_000; index += 7) heights.set(index, 41);
  for (let count = 0; count < 100_000; count += 1) heights.splice(heights.length, 0, [10]);
  const above = 100_000 * 40 + Math.ceil(100_000 / 7);
  assert.equal(heights.top(100_000), above);
  assert.equal(heights.top(200_000), above + 1_000_000);
  assert.equal(heights.at(above + 500_005), 150_000);
});
