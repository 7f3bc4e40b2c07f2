import { html, nothing, render, type ReactiveController, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import { checkIcon, crossIcon, warningIcon } from '../../../base/icons.js';
import { addStyles } from '../../../base/later.js';
import { LineList } from '../../../base/list/line-list.js';
import { speak } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import { reward } from '../../../base/status-badge.js';
import { taskEditingWords } from '../../../locales/en/task-editing.js';
import { taskTransferWords } from '../../../locales/en/task-transfer.js';
import type { Session } from '../../../stores/session.js';
import { fields, type Field } from '../../../stores/task-editing/task-content.js';
import { most, type FileProblem } from '../../../stores/task-transfer/task-file.js';
import { TaskImport, type ImportLine } from '../../../stores/task-transfer/task-import.js';
import { labelOf } from '../edit/edit-view.js';
import { importStyles } from './import.styles.js';
import type { TransferHost } from './transfer-host.js';

const unfitWords = {
  'not-text': 'fileNotText',
  other: 'fileOther',
  empty: 'fileEmpty',
} as const satisfies Partial<Record<FileProblem, string>>;

const styled = new WeakSet<TransferHost>();

/** The window in which a file of tasks is looked at, and then taken in. */
class ImportDialog implements ReactiveController {
  readonly #host: TransferHost;
  readonly #import: TaskImport;
  readonly #dialog = document.createElement('dialog');
  readonly #former: Element | null;
  readonly #list = new LineList<ImportLine>({
    keyOf: ({ id }) => id,
    row: (line, index) => this.#line(line, index),
    estimate: () => 60,
  });
  readonly #undo: () => void;

  constructor(host: TransferHost, session: Session) {
    this.#host = host;
    this.#import = new TaskImport(session);
    this.#former = host.shadowRoot!.activeElement;
    this.#undo = this.#import.subscribe(() => this.#draw());
    host.addController(this);
    this.#open();
  }

  /** Where the tag goes, its window cannot follow. */
  hostDisconnected(): void {
    this.#dialog.close();
  }

  #open(): void {
    const dialog = this.#dialog;
    dialog.className = 'import';
    dialog.part = 'import';
    dialog.setAttribute('aria-labelledby', 'import-heading');
    // The keys of what lies beneath, and of the page, do not work from here.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.addEventListener('close', ({ target }) => target === dialog && this.#left());
    this.#draw();
    // In the frame words run as they should.
    this.#host.renderRoot.querySelector('.frame')?.append(dialog);
    dialog.showModal();
    dialog.querySelector<HTMLElement>('#import-heading')?.focus();
  }

  #left(): void {
    this.#undo();
    this.#list.leave();
    this.#import.stop();
    this.#host.removeController(this);
    this.#dialog.remove();
    const rest = this.#host.renderRoot.querySelector<HTMLElement>('h2');
    const target = this.#former?.isConnected ? (this.#former as HTMLElement) : rest;
    target?.focus({ preventScroll: true });
  }

  #draw(): void {
    render(this.#content(), this.#dialog);
    const { lines } = this.#import.snapshot;
    this.#list.show(this.#dialog.querySelector<HTMLElement>('.lines'), lines);
  }

  #content(): TemplateResult {
    const { locale } = this.#host;
    const { unfit } = this.#import.snapshot;
    return html`
      <header>
        <h3 id="import-heading" class="landing" tabindex="-1">${locale.term('importHeading')}</h3>
        <button
          class="button quiet square"
          type="button"
          aria-label=${locale.term('importClose')}
          @click=${() => this.#dialog.close()}
        >
          ${crossIcon()}
        </button>
      </header>
      <p class="muted">${locale.term('importWords')}</p>
      ${
        unfit
          ? html`<p class="trouble" role="alert">
              ${unfit === 'long' ? locale.term('fileLong', formatNumber(most, locale.lang())) : locale.term(unfitWords[unfit])}
            </p>`
          : nothing
      }
      ${this.#lines()} ${this.#ways()}
    `;
  }

  #lines(): unknown {
    if (this.#import.snapshot.lines.length === 0) return nothing;
    return html`<div class="lines" role="region" tabindex="0" aria-labelledby="import-heading">
      <ul></ul>
    </div>`;
  }

  #line(line: ImportLine, index: number): TemplateResult {
    const { locale } = this.#host;
    const count = this.#import.snapshot.lines.length;
    const { name, content, state } = line;
    const icon = { ready: nothing, wrong: warningIcon(), done: checkIcon(), failed: warningIcon() };
    return html`<li class="file-task ${state}" aria-posinset=${index + 1} aria-setsize=${count}>
      <span class="file-name"><bdi>${name.trim() || locale.term('lineNameless')}</bdi></span>
      ${content ? reward(content.points, locale) : nothing}
      <span class="came small">${icon[state]}${this.#words(line)}</span>
    </li>`;
  }

  #words({ state, wrong, problem }: ImportLine): string {
    const { locale } = this.#host;
    if (state === 'ready') return locale.term('lineReady');
    if (state === 'done') return locale.term('lineDone');
    if (state === 'failed')
      return `${locale.term('lineFailed')}. ${problem ? problemSentence(problem.code, locale) : ''}`;
    const known: readonly string[] = fields;
    const label = (field: string) =>
      known.includes(field) ? labelOf(field as Field, locale) : field;
    return locale.term('lineWrong', wrong.map(label).join(', '));
  }

  #ways(): TemplateResult {
    const { locale } = this.#host;
    const { lines, running } = this.#import.snapshot;
    const fit = lines.filter(({ content }) => content);
    const done = lines.filter(({ state }) => state === 'done');
    const left = fit.length - done.length;
    const said = (count: number) => formatNumber(count, locale.lang());
    return html`
      <div class="choices">
        ${
          left > 0
            ? html`<button
                class="button primary run"
                type="button"
                aria-disabled=${running ? 'true' : 'false'}
                @click=${() => void this.#import.run()}
              >
                ${
                  running
                    ? locale.term('importing', said(done.length), said(fit.length))
                    : locale.term('runImport', left, said(left))
                }
              </button>`
            : nothing
        }
        ${this.#fileButton(lines.length > 0, running)}
        <p class="small muted" role="status">
          ${done.length > 0 && !running ? locale.term('imported', done.length, said(done.length)) : nothing}
        </p>
      </div>
    `;
  }

  /** Chooses a file; the same one may be chosen again. */
  #fileButton(isOther: boolean, isOff: boolean): unknown {
    if (isOff) return nothing;
    const label = this.#host.locale.term(isOther ? 'otherFile' : 'chooseFile');
    const take = ({ target }: Event): void => {
      const input = target as HTMLInputElement;
      const [file] = input.files ?? [];
      if (file) void this.#import.load(file);
      input.value = '';
    };
    const pick = (): void => this.#dialog.querySelector<HTMLElement>('[type="file"]')?.click();
    return html`<button class="button ${isOther ? '' : 'primary'}" type="button" @click=${pick}>
        ${label}</button
      ><input
        type="file"
        accept=".json,application/json"
        aria-label=${label}
        hidden
        @change=${take}
      />`;
  }
}

export function openImport(host: TransferHost, session: Session): void {
  if (!styled.has(host)) addStyles(host, importStyles);
  styled.add(host);
  new ImportDialog(host, session);
}

speak({ ...taskEditingWords, ...taskTransferWords });
