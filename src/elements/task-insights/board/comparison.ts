import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import { formatShare, formatSpan } from './format-figures.js';

/** What is compared: how often something happened, how long it took, or a share. */
export type Kind = 'count' | 'time' | 'share';

/** A figure of a period, and of the period of as many days before it; null where there is none. */
export interface Compared {
  readonly kind: Kind;
  readonly now: number | null;
  readonly before: number | null;
}

export type Trend = 'up' | 'down' | 'level';

/** What is more and what is less, by kind. */
const terms = {
  count: { up: 'moreThanBefore', down: 'lessThanBefore' },
  time: { up: 'longerThanBefore', down: 'shorterThanBefore' },
  share: { up: 'pointsHigher', down: 'pointsLower' },
} as const;

/** By how much, in the words of its kind; a share differs by whole points of a hundred. */
function difference(
  { kind, now, before }: { kind: Kind; now: number; before: number },
  lang: string,
) {
  const by = Math.abs(now - before);
  if (kind === 'time') return formatSpan(by, lang);
  return kind === 'share'
    ? formatNumber(Math.round(by * 100), lang)
    : formatShare(by / before, lang);
}

/** Differences that nobody would call one: half a point of a hundred, half a minute. */
const least: Record<Kind, number> = { count: 0, time: 30, share: 0.005 };

/** How a figure compares with the one before, in words; undefined where there is nothing to say. */
export function compare(
  { kind, now, before }: Compared,
  locale: Locale,
): { trend: Trend; words: string } | undefined {
  const lang = locale.lang();
  if (now === null) return undefined;
  if (before === null || (kind === 'count' && before === 0))
    return now === 0 ? undefined : { trend: 'up', words: locale.term('noneBefore') };
  if (Math.abs(now - before) <= least[kind])
    return { trend: 'level', words: locale.term('sameAsBefore') };
  const trend = now > before ? 'up' : 'down';
  const by = difference({ kind, now, before }, lang);
  return { trend, words: locale.term(terms[kind][trend], by) };
}

/** A shape besides the word; a level one for what has not changed. */
const shapes: Record<Trend, string> = {
  up: 'M6 2.5 10.5 9.5H1.5z',
  down: 'M6 9.5 1.5 2.5h9z',
  level: 'M1.5 5h9v2h-9z',
};

export function comparison(compared: Compared, locale: Locale): TemplateResult | typeof nothing {
  const found = compare(compared, locale);
  if (!found) return nothing;
  return html`<span class="compared muted small"
    ><svg class="trend" viewBox="0 0 12 12" aria-hidden="true">
      <path d=${shapes[found.trend]} /></svg
    >${found.words}</span
  >`;
}
