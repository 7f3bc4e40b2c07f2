import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../../../base/format.js';
import { checkIcon, crossIcon, warningIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import type { Exportable, ExportFormat } from '../../../contract/export.js';
import type { DownloadsSnapshot } from '../../../stores/downloads.js';

/** What is shown in the window. */
export interface ExportView {
  readonly locale: Locale;
  readonly snapshot: DownloadsSnapshot;
  readonly what: Exportable;
  readonly format: ExportFormat;
  /** The name of the file that was saved last. */
  readonly saved: string;
  readonly choose: (chosen: { what?: Exportable; format?: ExportFormat }) => void;
  readonly save: () => void;
  readonly stop: () => void;
  readonly close: () => void;
}

/** One of several, with a word on what it is. */
const option = (
  name: string,
  [title, words]: readonly [string, string],
  isChosen: boolean,
  choose: () => void,
): TemplateResult => html`
  <label class="option">
    <input type="radio" name=${name} .checked=${isChosen} @change=${choose} />
    <span><b>${title}</b><span class="muted small">${words}</span></span>
  </label>
`;

/** A group of them. */
function group<Key extends string>(
  name: string,
  title: string,
  all: Readonly<Record<Key, readonly [string, string]>>,
  { chosen, choose }: { chosen: Key; choose: (key: Key) => void },
): TemplateResult {
  const keys = Object.keys(all) as Key[];
  return html`<fieldset>
    <legend class="label">${title}</legend>
    ${keys.map((key) => option(name, all[key], key === chosen, () => choose(key)))}
  </fieldset>`;
}

function choices({ locale, what, format, choose }: ExportView): TemplateResult {
  const whats: Record<Exportable, readonly [string, string]> = {
    reports: [locale.term('exportReports'), locale.term('exportReportsWords')],
    points: [locale.term('exportPoints'), locale.term('exportPointsWords')],
    tasks: [locale.term('exportTasks'), locale.term('exportTasksWords')],
  };
  const formats: Record<ExportFormat, readonly [string, string]> = {
    csv: ['CSV', locale.term('exportCsvWords')],
    ndjson: ['NDJSON', locale.term('exportNdjsonWords')],
  };
  return html`<div class="choices">
    ${group('what', locale.term('exportWhat'), whats, {
      chosen: what,
      choose: (chosen) => choose({ what: chosen }),
    })}
    ${group('format', locale.term('exportFormat'), formats, {
      chosen: format,
      choose: (chosen) => choose({ format: chosen }),
    })}
  </div>`;
}

/** How far the file has come, in words; `rows` of `total`, if that is known. */
export function progressWords({ rows, total }: DownloadsSnapshot, locale: Locale): string {
  const [some, all] = [rows, total ?? 0].map((count) => formatNumber(count, locale.lang()));
  return total === null
    ? locale.term('exportRows', some ?? '')
    : locale.term('exportRowsOf', some ?? '', all ?? '');
}

function running({ snapshot, locale, stop }: ExportView): TemplateResult {
  const { rows, total } = snapshot;
  const words = progressWords(snapshot, locale);
  return html`
    <div class="progress">
      <p class="number small">${words}</p>
      <progress
        max=${total || 1}
        value=${ifDefined(total ? Math.min(rows, total) : undefined)}
        aria-label=${words}
      ></progress>
    </div>
    <button class="button stop" type="button" @click=${stop}>${locale.term('exportStop')}</button>
  `;
}

/** What came of it, and the way to the next file. */
function ready({ snapshot: { problem }, locale, saved, save }: ExportView): TemplateResult {
  const words = saved ? locale.term('exportSaved', saved) : '';
  return html`
    <p class="outcome small" role="status">
      ${
        problem
          ? html`${warningIcon()}<span>${problemSentence(problem.code, locale)}</span>`
          : words
            ? html`${checkIcon()}<span>${words}</span>`
            : nothing
      }
    </p>
    <button class="button primary save" type="button" @click=${save}>
      ${locale.term(problem ? 'retry' : 'exportSave')}
    </button>
  `;
}

/** What can be taken out, and how far it is. */
export const exportContent = (view: ExportView): TemplateResult => {
  const isRunning = view.snapshot.status === 'running';
  return html`
    <header>
      <h3 id="export-heading" tabindex="-1">${view.locale.term('exportHeading')}</h3>
      <button
        class="button quiet square"
        type="button"
        aria-label=${view.locale.term('closeExport')}
        @click=${view.close}
      >
        ${crossIcon()}
      </button>
    </header>
    <div class="content">
      <p class="muted">${view.locale.term('exportWords')}</p>
      ${choices(view)}
    </div>
    <footer class=${view.snapshot.problem ? 'wrong' : ''}>
      ${isRunning ? running(view) : ready(view)}
    </footer>
  `;
};
