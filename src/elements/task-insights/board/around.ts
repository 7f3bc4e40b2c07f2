import { html, type TemplateResult } from 'lit';
import { clockIcon } from '../../../base/icons.js';
import type { BoardView } from './board-view.js';
import { formatPeriod, formatWait, formatZone } from './format-figures.js';

/** How long the report waits that has waited longest: of the present, whatever the period. */
function oldest({ insights: { oldestWaiting }, locale }: BoardView): TemplateResult {
  if (!oldestWaiting) return html`<p class="oldest muted">${locale.term('nobodyWaits')}</p>`;
  return html`<p class="oldest">
    ${clockIcon()}<span class="muted">${locale.term('oldestWaiting')}</span>
    <b class="number">${formatWait(oldestWaiting, locale.lang())}</b>
  </p>`;
}

/** Which days these are, by whose clock, and what they are compared with. */
export function around(board: BoardView): TemplateResult {
  const { insights, locale } = board;
  const lang = locale.lang();
  const zone = formatZone(insights.zone, lang);
  return html`<div class="around">
    <p>
      <b>${formatPeriod(insights.period, lang)}</b>
      <span class="muted"
        >${locale.term('comparedWith', formatPeriod(insights.before, lang))}
        ${locale.term('zoneOfDays', zone)}</span
      >
    </p>
    ${oldest(board)}
  </div>`;
}
