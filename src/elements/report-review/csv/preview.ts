import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, isolated } from '../../../base/format.js';
import { progressBar } from './busy.js';
import { groupWords } from './outcome-words.js';
import type { SheetView } from './sheet-view.js';
import type { Filter } from './shown-lines.js';
import { fileButton } from './start.js';

const chip = (words: string, filter: Filter, view: SheetView): TemplateResult => html`
  <button
    class="chip"
    type="button"
    aria-pressed=${filter === view.filter ? 'true' : 'false'}
    @click=${() => view.choose(filter)}
  >
    ${words}
  </button>
`;

/** How many lines there are of each kind; each shows its own. */
function chips(view: SheetView): TemplateResult {
  const { locale, tally, decider } = view;
  const number = (count: number): string => formatNumber(count, locale.lang());
  const { groups, all, problems } = tally;
  return html`
    <div class="chips" part="sheet-filter" role="group" aria-label=${locale.term('sheetFilter')}>
      ${chip(locale.term('sheetAll', number(all)), 'all', view)}
      ${problems ? chip(locale.term('sheetProblems', number(problems)), 'problems', view) : nothing}
      ${groups.map(([group, count]) => chip(groupWords(group, count, decider, locale), group, view))}
    </div>
  `;
}

const running = (view: SheetView): TemplateResult => html`
  ${progressBar(view)}
  <button class="button" type="button" @click=${view.stop}>${view.locale.term('sheetStop')}</button>
`;

const leaving = ({ locale, stay, close }: SheetView): TemplateResult => html`
  <p class="progress" role="alert">
    <strong>${locale.term('sheetLeaveTitle')}</strong> ${locale.term('sheetLeaveWords')}
  </p>
  <button class="button danger" type="button" @click=${close}>${locale.term('sheetLeave')}</button>
  <button class="button stay" type="button" @click=${stay}>${locale.term('sheetStay')}</button>
`;

function ways({ locale, tally: { ready }, snapshot, load, saveOutcomes, apply }: SheetView) {
  const count = formatNumber(ready, locale.lang());
  const kind = snapshot.hasRun && !ready ? 'primary' : '';
  return html`
    ${fileButton(locale.term('sheetOther'), 'quiet', load)}
    <button class="button ${kind}" type="button" @click=${saveOutcomes}>
      ${locale.term('sheetOutcomes')}
    </button>
    ${
      ready
        ? html`<button class="button primary" type="button" @click=${apply}>
            ${locale.term('sheetApply', count, ready === 1)}
          </button>`
        : nothing
    }
  `;
}

function foot(view: SheetView): TemplateResult {
  if (view.snapshot.phase !== 'running') return ways(view);
  return view.isLeaving ? leaving(view) : running(view);
}

function about({ locale, tally, snapshot: { name, hasRun }, note }: SheetView): TemplateResult {
  const lines = formatNumber(tally.all, locale.lang());
  const nothingReady = !hasRun && !tally.ready ? locale.term('sheetNothing') : '';
  return html`<p class="about muted">
    ${locale.term('sheetLines', lines, isolated(name))}. ${nothingReady} ${note}
  </p>`;
}

/** What would become of each line, or what became of it. */
export const preview = (view: SheetView): TemplateResult => html`
  <div class="content listed">
    ${about(view)} ${chips(view)}
    <div
      class="lines"
      part="sheet-lines"
      role="region"
      tabindex="0"
      aria-label=${view.locale.term('sheetList')}
    >
      <ul></ul>
    </div>
  </div>
  <footer>${foot(view)}</footer>
`;
