import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAgo, formatHours, formatNumber } from '../../src/base/format.js';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const ago = (milliseconds: number) =>
  formatAgo(new Date(now - milliseconds).toISOString(), 'en', now);

test('says how long ago, in the largest unit that has passed', () => {
  assert.equal(ago(0), 'now');
  assert.equal(ago(59_999), 'now');
  assert.equal(ago(60_000), '1 minute ago');
  assert.equal(ago(3_599_999), '59 minutes ago');
  assert.equal(ago(3_600_000), '1 hour ago');
  assert.equal(ago(47 * 3_600_000), 'yesterday');
  assert.equal(ago(8 * 86_400_000), 'Nov 15, 2026');
});

test('a clock that is behind the server shows no future', () => {
  assert.equal(ago(-5_000), 'now');
});

test('lengths of time and numbers speak the language', () => {
  assert.equal(formatHours(4, 'en'), '4 hours');
  assert.equal(formatHours(48, 'en'), '2 days');
  assert.equal(formatHours(1, 'de'), '1 Stunde');
  assert.equal(formatNumber(1250, 'en'), '1,250');
});
