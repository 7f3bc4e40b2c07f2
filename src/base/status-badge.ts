import { html, type TemplateResult } from 'lit';
import type { ReportStatus, Turn } from '../contract/report.js';
import { formatNumber } from './format.js';
import { checkIcon, clockIcon, crossIcon, turnIcon, type Icon } from './icons.js';
import type { Locale } from './locale.js';

/** Where a report stands, and from whose side it is seen. */
export interface Standing {
  status: ReportStatus;
  turn: Turn | null;
}

const badge = (kind: string, icon: Icon, word: string): TemplateResult =>
  html`<span class="badge ${kind}">${icon()}${word}</span>`;

const signed = (score: number | undefined, locale: Locale): string =>
  score ? ` +${formatNumber(score, locale.lang())}` : '';

/** Where a report stands: a word, a shape, a colour; once approved, with the score if it is given. */
export function statusBadge(
  { status, turn }: Standing,
  locale: Locale,
  score?: number,
): TemplateResult {
  if (status === 'approved') {
    return badge('approved', checkIcon, locale.term('approved') + signed(score, locale));
  }
  if (status === 'rejected') return badge('rejected', crossIcon, locale.term('rejected'));
  return turn === 'member'
    ? badge('turn', turnIcon, locale.term('changesRequested'))
    : badge('awaiting', clockIcon, locale.term('awaiting'));
}

/** `+50 points`, the number first and strong. */
// prettier-ignore
export const reward = (points: number, locale: Locale, sign = ''): TemplateResult =>
  html`<span class="reward"
    >${sign + formatNumber(points, locale.lang())} <small .textContent=${locale.term('points', points)}
    ></small></span>`;
