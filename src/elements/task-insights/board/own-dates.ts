import { html, type TemplateResult } from 'lit';
import type { Locale } from '../../../base/locale.js';
import { isDay, ordered, today, type Day, type Period } from '../period.js';

/** Days of one's own: from, to, and the button that shows them. */
export function ownDates(
  { from, to }: Period,
  locale: Locale,
  choose: (period: Period) => void,
): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    const [one, other] = [...(event.target as HTMLFormElement).querySelectorAll('input')].map(
      ({ value }) => value,
    );
    if (one && other && isDay(one) && isDay(other)) choose(ordered(one, other));
  };
  const field = (label: string, value: Day): TemplateResult =>
    html`<label
      ><span class="small muted">${label}</span>
      <input class="field" type="date" required .value=${value} max=${today()}
    /></label>`;
  return html`<form class="own" part="own-dates" @submit=${submit}>
    ${field(locale.term('fromDay'), from)} ${field(locale.term('toDay'), to)}
    <button class="button">${locale.term('showDays')}</button>
  </form>`;
}
