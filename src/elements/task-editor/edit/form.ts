import { html, nothing, type TemplateResult } from 'lit';
import { problemSentence } from '../../../base/problem-words.js';
import { limits } from '../../../contract/limits.js';
import type { EditView } from './edit-view.js';
import { descriptionField, numberField, statusField, textField, timeField } from './fields.js';
import { exampleFields, reasonFields } from './lists.js';

const isNew = ({ snapshot }: EditView): boolean => snapshot.version === null;

/** What is to be said of the edit as a whole. */
function standing({ snapshot, touched, locale }: EditView): unknown {
  const { problem, wrong, saved } = snapshot;
  if (wrong.length > 0) return html`<span class="wrong">${locale.term('mendFirst')}</span>`;
  if (problem) return html`<span class="wrong">${problemSentence(problem.code, locale)}</span>`;
  if (saved && !touched) return locale.term('savedTask');
  return touched ? locale.term('draftKeptHere') : nothing;
}

function actions(view: EditView): TemplateResult {
  const { snapshot, touched, locale, save, discard } = view;
  const { sending } = snapshot;
  const word = isNew(view) ? 'createTask' : 'saveTask';
  const isIdle = sending || (!touched && !isNew(view));
  return html`
    <div class="actions">
      <button
        class="button primary"
        type="submit"
        aria-disabled=${isIdle ? 'true' : 'false'}
        @click=${(event: Event) => {
          event.preventDefault();
          save();
        }}
      >
        ${locale.term(sending ? 'saving' : word)}
      </button>
      ${
        touched && !sending
          ? html`<button class="button quiet" type="button" @click=${discard}>
              ${locale.term('discardChanges')}
            </button>`
          : nothing
      }
      <p class="small muted" role="status">${standing(view)}</p>
    </div>
  `;
}

/** Ctrl or ⌘ with Enter saves from any field. */
function onKey(event: KeyboardEvent, save: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  save();
}

/** All that is written about a task. */
export function form(view: EditView): TemplateResult {
  const { locale, hasDetails, save } = view;
  const number = { quota: 1_000_000_000, limit: 1_000, hours: 8_760 };
  return html`
    <form
      class="form"
      part="form"
      novalidate
      @keydown=${(event: KeyboardEvent) => onKey(event, save)}
    >
      ${textField(view, 'name')} ${descriptionField(view)}
      ${numberField(view, 'points', { least: 0, most: limits.points })}
      ${textField(view, 'url', hasDetails ? locale.term('urlHint') : '')}
      ${hasDetails ? exampleFields(view) : nothing}
      <div class="pair">
        ${numberField(view, 'limit', { least: 1, most: number.limit })}
        ${numberField(view, 'quota', {
          ...{ least: 1, most: number.quota, hint: locale.term('quotaHint') },
        })}
      </div>
      <div class="pair">
        ${hasDetails ? timeField(view, 'opensAt', locale.term('timesHint')) : nothing}
        ${timeField(view, 'closesAt', hasDetails ? '' : locale.term('timesHint'))}
      </div>
      ${numberField(view, 'reviewWithin', {
        ...{ least: 1, most: number.hours, hint: locale.term('reviewHint') },
      })}
      ${hasDetails ? reasonFields(view) : nothing} ${statusField(view)} ${actions(view)}
    </form>
  `;
}
