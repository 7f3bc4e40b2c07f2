import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../contract/task.js';
import { formatDate, formatDateTime, formatHours } from './format.js';
import { clockIcon, linkIcon } from './icons.js';
import { taskFactsWords } from '../locales/en/task-facts.js';
import { speak, type Locale } from './locale.js';
import { filledLink, type LinkIds } from './task-link.js';

/** When it opens, while it does not take reports yet. */
export const opensLater = ({ opensAt }: Task): string | null =>
  opensAt && Date.parse(opensAt) > Date.now() ? opensAt : null;

const says = ({ reviewWithin, placesLeft, closesAt, awaiting }: Task): boolean =>
  reviewWithin !== null || placesLeft !== null || closesAt !== null || Boolean(awaiting);

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

/** The way to where the task is done, if it has one, and is open. */
export function taskLink(task: Task, locale: Locale, ids: LinkIds): unknown {
  const href = task.url && !opensLater(task) && filledLink(task.url, ids);
  return href
    ? html`<a class="button" href=${href} target="_blank" rel="noopener noreferrer nofollow ugc"
        >${linkIcon()}${locale.term('openTask')}</a
      >`
    : nothing;
}

speak(taskFactsWords);
