import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  choiceOf,
  isDay,
  lastDays,
  lengthOf,
  ordered,
  periodOf,
  plusDays,
  today,
} from '../../../src/elements/task-insights/period.js';

const now = '2026-11-30';

test('counts days over the ends of months and over changed clocks', () => {
  assert.equal(plusDays('2026-03-01', -1), '2026-02-28');
  assert.equal(plusDays('2028-02-28', 1), '2028-02-29');
  // In Lisbon the last day of March 29 has 23 hours, that of October 25 has 25.
  assert.equal(lengthOf({ from: '2026-03-28', to: '2026-03-30' }), 3);
  assert.equal(lengthOf({ from: '2026-10-24', to: '2026-10-26' }), 3);
  assert.deepEqual(lastDays(7, now), { from: '2026-11-24', to: now });
});

test('takes for a day only what is one', () => {
  assert.ok(isDay('2028-02-29'));
  for (const text of ['', '2026-02-29', '2026-13-01', '30.11.2026', '2026-11-30T00:00', 'today']) {
    assert.ok(!isDay(text), text);
  }
});

test('shows what the attributes say, and four weeks without them', () => {
  assert.deepEqual(periodOf('', '', now), lastDays(28, now));
  assert.deepEqual(periodOf('2026-11-01', '', now), { from: '2026-11-01', to: now });
  assert.deepEqual(periodOf('', '2026-06-28', now), { from: '2026-06-01', to: '2026-06-28' });
  assert.deepEqual(periodOf('2026-01-31', '2026-01-01', now), {
    from: '2026-01-01',
    to: '2026-01-31',
  });
  assert.deepEqual(periodOf('never', 'ever', now), lastDays(28, now));
  assert.equal(lengthOf(ordered('2020-01-01', now)), 366);
});

test('knows which choice some days are', () => {
  assert.equal(choiceOf(lastDays(7, now), now), 7);
  assert.equal(choiceOf(lastDays(90, now), now), 90);
  assert.equal(choiceOf(lastDays(9, now), now), 'own');
  assert.equal(choiceOf(lastDays(7, '2026-11-29'), now), 'own');
});

test('it is the day that the clock of this place shows', () => {
  assert.equal(today(new Date(2026, 0, 1, 0, 0, 1)), '2026-01-01');
  assert.equal(today(new Date(2026, 11, 31, 23, 59, 59)), '2026-12-31');
});
