import { html, type TemplateResult } from 'lit';
import type { ReportStatus, Turn } from '../contract/report.js';
import { formatNumber } from './format.js';
import { checkIcon, clockIcon, crossIcon, turnIcon } from './icons.js';
import type { Locale } from './locale.js';

/** Where a report stands, and from whose side it is seen. */
export interface Standing {
  status: ReportStatus;
  turn: Turn | null;
}

/** Where a report stands: a word, a shape, a colour. */
export function statusBadge({ status, turn }: Standing, locale: Locale): TemplateResult {
  if (status === 'approved') {
    return html`<span class="badge approved">${checkIcon()}${locale.term('approved')}</span>`;
  }
  if (status === 'rejected') {
    return html`<span class="badge rejected">${crossIcon()}${locale.term('rejected')}</span>`;
  }
  if (turn === 'member') {
    return html`<span class="badge turn">${turnIcon()}${locale.term('changesRequested')}</span>`;
  }
  return html`<span class="badge awaiting">${clockIcon()}${locale.term('awaiting')}</span>`;
}

/** `+50 points`, the number first and strong. */
export const reward = (points: number, locale: Locale, sign = ''): TemplateResult =>
  html`<span class="reward"
    >${sign}${formatNumber(points, locale.lang())}
    <small>${locale.term('points', points)}</small></span
  >`;
