import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayStarts, numberOfDay } from '../../src/server/insights/day-starts.js';

const startOf = (day: string, zone: string): string => {
  const [quarter] = dayStarts(numberOfDay(day), 0, zone);
  return new Date(quarter! * 900_000).toISOString();
};

/** Hours of each day from one on. */
const hours = (day: string, count: number, zone: string): number[] => {
  const starts = dayStarts(numberOfDay(day), count, zone);
  return starts.slice(1).map((end, index) => (end - starts[index]!) / 4);
};

describe('the days of a zone', () => {
  test('begin at its midnight', () => {
    assert.equal(startOf('2025-06-01', 'UTC'), '2025-06-01T00:00:00.000Z');
    assert.equal(startOf('2025-06-01', 'Europe/Berlin'), '2025-05-31T22:00:00.000Z');
    assert.equal(startOf('2025-06-01', 'Asia/Kathmandu'), '2025-05-31T18:15:00.000Z');
    assert.equal(startOf('2025-06-01', 'Pacific/Kiritimati'), '2025-05-31T10:00:00.000Z');
    assert.equal(startOf('2025-06-01', 'Pacific/Marquesas'), '2025-06-01T09:30:00.000Z');
  });

  test('have 23 and 25 hours when clocks change', () => {
    assert.deepEqual(hours('2025-03-29', 3, 'Europe/Berlin'), [24, 23, 24]);
    assert.deepEqual(hours('2025-10-25', 3, 'Europe/Berlin'), [24, 25, 24]);
    assert.deepEqual(hours('2025-10-04', 3, 'Australia/Lord_Howe'), [24, 23.5, 24]);
  });

  test('begin when their date is first seen, where clocks change at midnight', () => {
    // Put back from 1:00 to 0:00: there are two midnights, and both are of one day.
    assert.equal(startOf('2025-11-02', 'America/Havana'), '2025-11-02T04:00:00.000Z');
    assert.deepEqual(hours('2025-11-01', 3, 'America/Havana'), [24, 25, 24]);
    // Put on from 0:00 to 1:00: there is none.
    assert.equal(startOf('2025-09-07', 'America/Santiago'), '2025-09-07T04:00:00.000Z');
    assert.deepEqual(hours('2025-09-06', 3, 'America/Santiago'), [24, 23, 24]);
  });

  test('are empty where a zone left one out', () => {
    assert.deepEqual(hours('2011-12-29', 3, 'Pacific/Apia'), [24, 0, 24]);
  });
});
