import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../contract/task.js';
import { formatDate, formatHours } from './format.js';
import { icon } from './icons.js';
import type { Locale } from './locale.js';

/** What matters beside name and reward: how long a review takes, places, closing, who waits. */
export function taskFacts(task: Task, locale: Locale): TemplateResult {
  const lang = locale.lang();
  return html`
    <p class="facts muted small">
      ${
        task.reviewWithin === null
          ? nothing
          : html`<span
              >${icon('clock')}${locale.term(
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

/** The way to where the task is done, if it has one. */
export const taskLink = ({ url }: Task, locale: Locale): unknown =>
  url
    ? html`<a class="button" href=${url} target="_blank" rel="noopener noreferrer nofollow ugc"
        >${icon('link')}${locale.term('openTask')}</a
      >`
    : nothing;
