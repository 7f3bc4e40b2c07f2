import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAgo, formatLength, formatNumber } from '../../src/base/format.js';
import { fileSize } from '../../src/base/files/file-words.js';
import type { Locale } from '../../src/base/locale.js';
import { dayName } from '../../src/elements/mini-chat/rows/times.js';

const locale = { lang: () => 'en' } as Locale;
const day = 86_400_000;
const now = Date.parse('2026-11-23T12:00:00.000Z');
const past = (days: number): string => new Date(now - days * day).toISOString();

/** What is written of one and the same unit, and of one and the same day, by unlike formatters. */
const written: readonly (readonly [write: () => string, words: string])[] = [
  [() => dayName(past(0), locale, now), 'Today'],
  [() => dayName(past(3), locale, now), 'Friday'],
  [() => dayName(past(20), locale, now), 'Tuesday, November 3'],
  [() => formatLength(2, 'day', 'en'), '2 days'],
  [() => formatAgo(past(3), 'en', now), '3 days ago'],
  [() => formatNumber(2, 'en'), '2'],
  [() => fileSize(2_048, 'en'), '2 kB'],
];

test('no formatter stands in for another, whichever was made first', () => {
  for (const order of [written, written.toReversed(), written]) {
    for (const [write, words] of order) assert.equal(write(), words);
  }
});
