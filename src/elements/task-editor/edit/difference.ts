import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime, formatHours, formatNumber } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import type { TaskContent } from '../../../contract/task.js';
import {
  contentOf,
  type Difference,
  type Field,
} from '../../../stores/task-editing/task-content.js';
import { labelOf, type EditView } from './edit-view.js';

/** What is chosen where two owners differ. */
export interface DifferenceView extends EditView {
  readonly differences: readonly Difference[];
  readonly isMine: (difference: Difference) => boolean;
  readonly choose: (field: Field, mine: boolean) => void;
  readonly settle: () => void;
}

const listed = (lines: readonly string[]): TemplateResult =>
  html`<ul>
    ${lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}
  </ul>`;

/** A field's value as it is read. */
function shown(field: Field, content: TaskContent, locale: Locale): unknown {
  const lang = locale.lang();
  const value = content[field];
  if (value === null || value === '' || (typeof value === 'object' && value.length === 0))
    return html`<span class="muted">${locale.term('nothingHere')}</span>`;
  if (field === 'status') return locale.term(value === 'active' ? 'stateActive' : 'stateInactive');
  if (field === 'opensAt' || field === 'closesAt') return formatDateTime(value as string, lang);
  if (field === 'reviewWithin') return formatHours(Number(value), lang);
  if (typeof value === 'number') return formatNumber(value, lang);
  return typeof value === 'object'
    ? listed(value.map(({ text }) => text))
    : html`<bdi>${value}</bdi>`;
}

/** Mine and theirs side by side, one of them chosen. */
function row(difference: Difference, view: DifferenceView): TemplateResult {
  const { field, both } = difference;
  const { locale, snapshot, isMine, choose } = view;
  const sides = [
    { mine: true, content: snapshot.content, word: locale.term('yours') },
    { mine: false, content: contentOf(snapshot.theirs!), word: locale.term('theirs') },
  ];
  return html`
    <fieldset class="differing">
      <legend class="label">${labelOf(field, locale)}</legend>
      ${both ? html`<p class="small both">${locale.term('bothChanged')}</p>` : nothing}
      <div class="pair">
        ${sides.map(
          ({ mine, content, word }) =>
            html`<label class="side"
              ><input
                type="radio"
                name=${`whose-${field}`}
                .checked=${isMine(difference) === mine}
                @change=${() => choose(field, mine)}
              /><span class="word">${word}</span
              ><span class="value prose">${shown(field, content, locale)}</span></label
            >`,
        )}
      </div>
    </fieldset>
  `;
}

/** Where two owners differ, field by field; nothing is overwritten before one has chosen. */
export function difference(view: DifferenceView): TemplateResult {
  const { locale, differences, settle } = view;
  return html`
    <div class="difference" part="difference" role="group" aria-labelledby="difference-heading">
      <h3 id="difference-heading" class="edit-title landing" tabindex="-1">
        ${locale.term('changedMeanwhile')}
      </h3>
      <p class="muted">${locale.term('changedMeanwhileWords')}</p>
      ${differences.map((one) => row(one, view))}
      <div class="choices">
        <button class="button primary" type="button" @click=${settle}>
          ${locale.term('goOnWith')}
        </button>
      </div>
    </div>
  `;
}
