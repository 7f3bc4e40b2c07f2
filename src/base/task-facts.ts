import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../contract/task.js';
import { formatDate, formatDateTime, formatHours } from './format.js';
import { clockIcon } from './icons.js';
import { taskFactsWords } from '../locales/en/task-facts.js';
import { speak, type Locale } from './locale.js';

/** When it opens, while it does not take reports yet. */
export const opensLater = ({ opensAt }: Task): string | null =>
  opensAt && Date.parse(opensAt) > Date.now() ? opensAt : null;

const says = (task: Task): boolean =>
  [task.reviewWithin, task.placesLeft, task.closesAt, opensLater(task)].some(
    (fact) => fact !== null,
  ) || Boolean(task.awaiting);

/** What matters beside name and reward: how long a review takes, places, closing, who waits. */
export function taskFacts(task: Task, locale: Locale): TemplateResult | typeof nothing {
  if (!says(task)) return nothing;
  const lang = locale.lang();
  const opens = opensLater(task);
  return html`
    <p class="facts muted small">
      ${
        task.reviewWithin === null
          ? nothing
          : html`<span
              >${clockIcon()}${locale.term(
                'reviewedWithin',
                formatHours(task.reviewWithin, lang),
              )}</span
            >`
      }
      ${
        task.placesLeft === null
          ? nothing
          : html`<span>${locale.term('placesLeft', task.placesLeft)}</span>`
      }
      ${opens ? html`<span>${locale.term('opens', formatDateTime(opens, lang))}</span>` : nothing}
      ${
        task.closesAt === null
          ? nothing
          : html`<span>${locale.term('closes', formatDate(task.closesAt, lang))}</span>`
      }
      ${
        task.awaiting
          ? html`<span class="number">${locale.term('reportsAwait', task.awaiting)}</span>`
          : nothing
      }
    </p>
  `;
}

speak(taskFactsWords);
