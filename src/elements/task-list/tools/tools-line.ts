import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { searchIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import { limits } from '../../../contract/limits.js';
import type { Narrowing } from './narrowing.js';
import { outcomes, sorts } from './task-view.js';

export interface ToolsView {
  readonly locale: Locale;
  readonly narrowing: Narrowing;
  /** On to the tasks, as from a field to what it has found. */
  readonly toTasks: () => void;
}

function onKey(event: KeyboardEvent, { narrowing, toTasks }: ToolsView): void {
  if (event.isComposing) return;
  if (event.key === 'Escape' && narrowing.text !== '') narrowing.search('');
  else if (event.key === 'ArrowDown' || event.key === 'Enter') toTasks();
  else return;
  event.preventDefault();
  // A dialog of the page, around us, stays open.
  event.stopPropagation();
}

const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value;

function searchField(view: ToolsView): TemplateResult {
  const { narrowing, locale } = view;
  const label = locale.term('searchTasks');
  return html`<label class="find">
    ${searchIcon()}
    <input
      class="field"
      part="search-field"
      type="search"
      maxlength=${limits.search}
      aria-label=${label}
      placeholder=${label}
      autocomplete="off"
      .value=${live(narrowing.text)}
      @input=${(event: Event) => narrowing.search(valueOf(event))}
      @keydown=${(event: KeyboardEvent) => onKey(event, view)}
    />
  </label>`;
}

/** One of `choices`, each with the name of its word. */
function choice<Name extends 'sort' | 'mine'>(
  { locale, narrowing }: ToolsView,
  name: Name,
  label: 'sortTasks' | 'mineShown',
  choices: typeof sorts | typeof outcomes,
): TemplateResult {
  const chosen = narrowing.view[name];
  return html`<select
    class="field"
    part=${name}
    aria-label=${locale.term(label)}
    .value=${live(chosen)}
    @change=${(event: Event) => narrowing.change({ [name]: valueOf(event) })}
  >
    ${Object.entries(choices).map(
      ([value, word]) =>
        html`<option value=${value} ?selected=${value === chosen}>${locale.term(word)}</option>`,
    )}
  </select>`;
}

/** Search, order, and what became of mine, where that can be asked. */
export const toolsLine = (view: ToolsView): TemplateResult => html`
  ${searchField(view)} ${choice(view, 'sort', 'sortTasks', sorts)}
  ${view.narrowing.offersMine ? choice(view, 'mine', 'mineShown', outcomes) : nothing}
`;
