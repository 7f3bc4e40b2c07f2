import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { crossIcon, searchIcon } from '../../../base/icons.js';
import { speak, type Locale } from '../../../base/locale.js';
import { limits } from '../../../contract/limits.js';
import { reviewLaterWords } from '../../../locales/en/review-later.js';
import { sheetButton } from '../csv/sheet-button.js';
import type { SheetHost } from '../csv/sheet-host.js';
import type { Narrowing } from './narrowing.js';

export { narrowingStyles } from './narrowing.styles.js';

/** What the queue is narrowed to, and where somebody goes on from there. */
export interface NarrowingView {
  /** Whose queue it is. */
  readonly host: SheetHost;
  readonly locale: Locale;
  readonly narrowing: Narrowing;
  /** On to the rows, as from a field to what it has found. */
  readonly toRows: () => void;
}

function onKey(event: KeyboardEvent, { narrowing, toRows }: NarrowingView): void {
  if (event.isComposing) return;
  const clears = event.key === 'Escape' && narrowing.text !== '';
  if (clears) narrowing.search('');
  else if (event.key === 'ArrowDown' || event.key === 'Enter') toRows();
  else return;
  event.preventDefault();
  // A dialog of the page, around us, stays open.
  event.stopPropagation();
}

/** One that is kept to, and the way to all. */
const chip = (name: string, locale: Locale, leave: () => void): TemplateResult => html`
  <button class="chip" type="button" title=${locale.term('showAllOf', name)} @click=${leave}>
    <bdi>${name}</bdi>${crossIcon()} <span class="sr-only">${locale.term('remove')}</span>
  </button>
`;

/** Stands over the queue, also while nothing is looked for. */
export function narrowingLine(view: NarrowingView): TemplateResult {
  const { narrowing, locale, host } = view;
  const { member, task, text } = narrowing;
  const label = locale.term('searchReports');
  return html`
    <label class="find">
      ${searchIcon()}
      <input
        class="field"
        part="search-field"
        type="search"
        maxlength=${limits.search}
        aria-label=${label}
        placeholder=${label}
        autocomplete="off"
        aria-keyshortcuts="/"
        .value=${live(text)}
        @input=${({ target }: Event) => narrowing.search((target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => onKey(event, view)}
      />
    </label>
    ${sheetButton(host, narrowing.filter)}
    ${member ? chip(member.name, locale, () => narrowing.to('member')) : nothing}
    ${task ? chip(task.name, locale, () => narrowing.to('task')) : nothing}
  `;
}

speak(reviewLaterWords);
