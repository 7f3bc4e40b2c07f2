import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import { warningIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import type { FileProblem } from '../../../stores/sheet/file-text.js';
import type { SheetView } from './sheet-view.js';

/** Chooses a file; the same one may be chosen again. */
export const fileButton = (
  label: string,
  kind: string,
  load: (file: File) => void,
): TemplateResult => {
  const take = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) load(file);
    input.value = '';
  };
  const pick = ({ currentTarget }: Event): void =>
    ((currentTarget as Element).nextElementSibling as HTMLElement).click();
  return html`
    <button class="button ${kind}" type="button" @click=${pick}>${label}</button
    ><input
      type="file"
      accept=".csv,.tsv,.txt,text/csv"
      aria-label=${label}
      hidden
      @change=${take}
    />
  `;
};

function unfitWords(problem: FileProblem, locale: Locale): string {
  switch (problem.kind) {
    case 'empty':
      return locale.term('sheetNoFile');
    case 'workbook':
      return locale.term('sheetWorkbook');
    case 'not-text':
      return locale.term('sheetNotText');
    case 'unreadable':
      return locale.term('sheetUnreadable');
    case 'no-column':
      return locale.term('sheetNoColumn', problem.column);
    case 'column-twice':
      return locale.term('sheetColumnTwice', problem.column);
    case 'open-quotes':
      return locale.term('sheetOpenQuotes', formatNumber(problem.row, locale.lang()));
  }
}

function trouble({ snapshot: { unfit, problem }, locale }: SheetView): unknown {
  const words = unfit
    ? unfitWords(unfit, locale)
    : problem && problemSentence(problem.code, locale);
  return words
    ? html`<p class="trouble" role="alert">${warningIcon()}<span>${words}</span></p>`
    : nothing;
}

const step = (title: string, content: unknown): TemplateResult =>
  html`<li>
    <h4>${title}</h4>
    ${content}
  </li>`;

const saving = ({ locale, isNarrowed, save, note }: SheetView): TemplateResult => html`
  <p class="muted">
    ${locale.term('sheetSaveWords')} ${isNarrowed ? locale.term('sheetNarrowed') : nothing}
  </p>
  <div class="row">
    <button class="button" type="button" @click=${save}>${locale.term('sheetSave')}</button>
    <span class="small muted">${note}</span>
  </div>
`;

const filling = ({ locale }: SheetView): TemplateResult => html`
  <p class="muted"><code>verdict</code> ${locale.term('sheetVerdictWords')}</p>
  <p class="muted"><code>reason</code> ${locale.term('sheetReasonWords')}</p>
`;

const loading = (view: SheetView): TemplateResult => html`
  <p class="muted">${view.locale.term('sheetLoadWords')}</p>
  <div class="row">${fileButton(view.locale.term('sheetLoad'), 'primary', view.load)}</div>
`;

/** The three steps through a spreadsheet. */
export function start(view: SheetView): TemplateResult {
  const { locale } = view;
  return html`
    <div class="content">
      ${trouble(view)}
      <ol class="steps">
        ${step(locale.term('sheetSaveStep'), saving(view))}
        ${step(locale.term('sheetFillStep'), filling(view))}
        ${step(locale.term('sheetLoadStep'), loading(view))}
      </ol>
    </div>
  `;
}
