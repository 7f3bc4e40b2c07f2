import { html, type TemplateResult } from 'lit';
import { formatLength } from '../../base/format.js';
import type { Locale } from '../../base/locale.js';
import { choices, type Choice } from './period.js';

/** How many days back, or days of one's own. */
export const periodSwitch = (
  chosen: Choice,
  locale: Locale,
  choose: (choice: Choice) => void,
): TemplateResult => html`
  <div class="switch" part="switch" role="group" aria-label=${locale.term('insightsPeriod')}>
    ${choices.map(
      (choice) => html`
        <button
          type="button"
          aria-pressed=${choice === chosen ? 'true' : 'false'}
          @click=${() => choose(choice)}
        >
          ${choice === 'own' ? locale.term('ownDates') : formatLength(choice, 'day', locale.lang())}
        </button>
      `,
    )}
  </div>
`;
