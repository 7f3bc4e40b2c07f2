import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../../stores/task-editing/task-content.js';
import { isWrong, labelOf, wrongWordsOf, type EditView } from './edit-view.js';
import { localTime, momentOf } from './local-time.js';

const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value;

/** What is said below a field: what is wrong with it, else what it is for. */
function below(view: EditView, field: Field, hint: string): unknown {
  const wrong = isWrong(view.snapshot.wrong, field);
  const words = wrong ? wrongWordsOf(field, view.locale) : hint;
  return words
    ? html`<p id=${`${field}-hint`} class="hint ${wrong ? 'wrong' : ''}">${words}</p>`
    : nothing;
}

/** A label, its control, and what is said below; `control` is given whether it is wrong. */
export const labelled = (
  view: EditView,
  field: Field,
  control: unknown,
  hint = '',
): TemplateResult => html`
  <div class="labelled for-${field}">
    <label class="label" for=${`edit-${field}`}>${labelOf(field, view.locale)}</label>
    ${control} ${below(view, field, hint)}
  </div>
`;

const invalid = ({ snapshot }: EditView, field: Field): 'true' | 'false' =>
  isWrong(snapshot.wrong, field) ? 'true' : 'false';

/** A line of text; empty is none where none is possible. */
export const textField = (view: EditView, field: 'name' | 'url', hint = ''): TemplateResult => {
  const write = (event: Event) => {
    const value = valueOf(event);
    view.change(field === 'url' ? { url: value.trim() || null } : { name: value });
  };
  return labelled(
    view,
    field,
    html`<input
      id=${`edit-${field}`}
      class="field"
      type=${field === 'url' ? 'url' : 'text'}
      autocomplete="off"
      spellcheck=${field === 'name' ? 'true' : 'false'}
      aria-describedby=${`${field}-hint`}
      aria-invalid=${invalid(view, field)}
      .value=${view.snapshot.content[field] ?? ''}
      @input=${write}
    />`,
    hint,
  );
};

export const descriptionField = (view: EditView): TemplateResult =>
  labelled(
    view,
    'description',
    html`<textarea
      id="edit-description"
      class="field"
      rows="6"
      aria-describedby="description-hint"
      aria-invalid=${invalid(view, 'description')}
      .value=${view.snapshot.content.description}
      @input=${(event: Event) => view.change({ description: valueOf(event) })}
    ></textarea>`,
    view.locale.term('descriptionHint'),
  );

/** What is no number is kept as none that can be taken, so that it is found when it is saved. */
const numberIn = (event: Event): number | null => {
  const { value, validity } = event.target as HTMLInputElement;
  if (validity.badInput) return Number.NaN;
  return value === '' ? null : Number(value);
};

const shownNumber = (value: number | null): string =>
  value === null || Number.isNaN(value) ? '' : String(value);

export const numberField = (
  view: EditView,
  field: 'points' | 'limit' | 'quota' | 'reviewWithin',
  { least, most, hint = '' }: { least: number; most: number; hint?: string },
): TemplateResult => {
  const isNeeded = field === 'points' || field === 'limit';
  const write = (event: Event) => {
    const value = numberIn(event);
    view.change({ [field]: value ?? (isNeeded ? Number.NaN : null) });
  };
  return labelled(
    view,
    field,
    html`<input
      id=${`edit-${field}`}
      class="field number"
      type="number"
      inputmode="numeric"
      min=${least}
      max=${most}
      step="1"
      aria-describedby=${`${field}-hint`}
      aria-invalid=${invalid(view, field)}
      .value=${shownNumber(view.snapshot.content[field])}
      @input=${write}
    />`,
    hint,
  );
};

export const timeField = (
  view: EditView,
  field: 'opensAt' | 'closesAt',
  hint = '',
): TemplateResult =>
  labelled(
    view,
    field,
    html`<input
      id=${`edit-${field}`}
      class="field number"
      type="datetime-local"
      aria-describedby=${`${field}-hint`}
      aria-invalid=${invalid(view, field)}
      .value=${localTime(view.snapshot.content[field])}
      @input=${(event: Event) => view.change({ [field]: momentOf(valueOf(event)) })}
    />`,
    hint,
  );

/** One switch, with what it means for reports under way. */
export function statusField({ snapshot: { content }, locale, change }: EditView): TemplateResult {
  const isActive = content.status === 'active';
  return html`
    <div class="labelled for-status">
      <button
        id="edit-status"
        class="toggle"
        type="button"
        role="switch"
        aria-checked=${isActive ? 'true' : 'false'}
        aria-label=${locale.term('stateActive')}
        aria-describedby="status-hint"
        @click=${() => change({ status: isActive ? 'inactive' : 'active' })}
      >
        <span class="knob" aria-hidden="true"></span
        ><span>${locale.term(isActive ? 'stateActive' : 'stateInactive')}</span>
      </button>
      <p id="status-hint" class="hint">
        ${locale.term(isActive ? 'statusActive' : 'statusInactive')}
      </p>
    </div>
  `;
}
