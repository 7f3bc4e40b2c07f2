import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOf, formatAgo, formatHours, formatNumber } from '../../src/base/format.js';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const ago = (milliseconds: number) =>
  formatAgo(new Date(now - milliseconds).toISOString(), 'en', now);

const minutes = (count: number) => count * 60_000;
const hours = (count: number) => minutes(count * 60);

test('says how long ago, to the nearest unit', () => {
  assert.equal(ago(0), 'now');
  assert.equal(ago(59_999), 'now');
  assert.equal(ago(60_000), '1 minute ago');
  assert.equal(ago(minutes(59)), '59 minutes ago');
  assert.equal(ago(minutes(59.9)), '1 hour ago');
  assert.equal(ago(minutes(100)), '2 hours ago');
  assert.equal(ago(hours(25)), '25 hours ago');
  assert.equal(ago(hours(46)), '46 hours ago');
  assert.equal(ago(hours(49)), '2 days ago');
  assert.equal(ago(hours(61)), '3 days ago');
  assert.equal(ago(hours(8 * 24)), 'Nov 15, 2026');
});

test('an age of two days is no day of the calendar', () => {
  const time = new Date(now - hours(59)).toISOString();
  assert.equal(formatAgo(time, 'de', now), 'vor 2 Tagen');
  assert.deepEqual(ageOf(time, now), [2, 'day']);
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
