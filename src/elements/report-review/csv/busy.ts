import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import type { Progress, SheetSnapshot } from '../../../stores/sheet/sheet.js';
import type { SheetView } from './sheet-view.js';

/** How far it has come, in words. */
export function progressWords(
  { phase }: Pick<SheetSnapshot, 'phase'>,
  { done, all }: Progress,
  locale: Locale,
): string {
  const [some, whole] = [done, all].map((count) => formatNumber(count, locale.lang())) as [
    string,
    string,
  ];
  if (phase === 'saving') return locale.term('sheetFetching', locale.term('countOfReports', done));
  if (phase === 'reading') return locale.term('sheetReading', some);
  return locale.term(phase === 'checking' ? 'sheetChecking' : 'sheetRunning', some, whole);
}

/** How far it has come, and why it waits. */
export function progressBar({ snapshot, locale }: SheetView): TemplateResult {
  const { progress, waiting } = snapshot;
  const words = progressWords(snapshot, progress, locale);
  return html`
    <div class="progress">
      <p class="number">${words}</p>
      <progress
        max=${progress.all || 1}
        value=${ifDefined(progress.all ? progress.done : undefined)}
        aria-label=${words}
      ></progress>
      ${
        waiting
          ? html`<p class="small muted" role="status">${problemSentence(waiting.code, locale)}</p>`
          : nothing
      }
    </div>
  `;
}

/** Nothing but the progress, while there is nothing else to be seen. */
export const busy = (view: SheetView): TemplateResult => html`
  <div class="content">
    ${progressBar(view)}
    <div class="row">
      <button class="button" type="button" @click=${view.stop}>
        ${view.locale.term('cancel')}
      </button>
    </div>
  </div>
`;
