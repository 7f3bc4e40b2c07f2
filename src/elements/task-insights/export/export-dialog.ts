import { render, type ReactiveController } from 'lit';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import { Frames } from '../../../base/frames.js';
import { addStyles } from '../../../base/later.js';
import { speak } from '../../../base/locale.js';
import { saveFile } from '../../../base/save-file.js';
import type { Exportable, ExportFormat } from '../../../contract/export.js';
import { insightsExportWords } from '../../../locales/en/insights-export.js';
import { downloadsOf, type Downloads } from '../../../stores/downloads.js';
import type { Session } from '../../../stores/session.js';
import type { ExportHost } from './export-host.js';
import { exportContent, type ExportView } from './export-view.js';
import { exportStyles } from './export.styles.js';

const styled = new WeakSet<ExportHost>();

/** The window in which files are made. What runs goes on when it is closed, and is saved. */
class ExportDialog implements ReactiveController {
  readonly #host: ExportHost;
  readonly #downloads: Downloads;
  readonly #dialog = document.createElement('dialog');
  readonly #former: Element | null;
  readonly #frames = new Frames(() => this.#draw());
  readonly #undo: () => void;
  #what: Exportable;
  #format: ExportFormat;
  #saved = '';

  constructor(host: ExportHost, session: Session) {
    this.#host = host;
    this.#downloads = downloadsOf(session);
    const { what, format } = this.#downloads.snapshot;
    this.#what = what ?? 'reports';
    this.#format = format;
    this.#former = host.shadowRoot!.activeElement;
    this.#undo = this.#downloads.subscribe(this.#frames.ask);
    host.addController(this);
    this.#open();
  }

  /** Where the tag goes, its window cannot follow. */
  hostDisconnected(): void {
    this.#dialog.close();
  }

  #open(): void {
    const dialog = this.#dialog;
    dialog.className = 'export';
    dialog.part = 'export';
    dialog.setAttribute('aria-labelledby', 'export-heading');
    dialog.setAttribute('closedby', 'any');
    // The keys of what lies beneath, and of the page, do not work from here.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.addEventListener('close', () => this.#left());
    // In the frame words run as they should.
    this.#host.renderRoot.querySelector('.frame')?.append(dialog);
    dialog.showModal();
    this.#draw();
    dialog.querySelector<HTMLElement>('#export-heading')?.focus();
  }

  #left(): void {
    this.#undo();
    this.#host.removeController(this);
    this.#dialog.remove();
    (this.#former as HTMLElement | null)?.focus({ preventScroll: true });
  }

  #view(): ExportView {
    return {
      locale: this.#host.locale,
      snapshot: this.#downloads.snapshot,
      what: this.#what,
      format: this.#format,
      saved: this.#saved,
      choose: ({ what = this.#what, format = this.#format }) => this.#choose(what, format),
      save: () => void this.#save(),
      stop: () => this.#downloads.stop(),
      close: () => this.#dialog.close(),
    };
  }

  #draw(): void {
    const root = this.#host.shadowRoot!;
    const held = this.#dialog.contains(root.activeElement);
    render(exportContent(this.#view()), this.#dialog);
    // The button that was pressed has made room for another.
    if (held && !this.#dialog.contains(root.activeElement))
      this.#dialog.querySelector<HTMLElement>('footer .button')?.focus();
  }

  #choose(what: Exportable, format: ExportFormat): void {
    this.#what = what;
    this.#format = format;
    this.#saved = '';
    this.#draw();
  }

  async #save(): Promise<void> {
    this.#saved = '';
    const file = await this.#downloads.start(this.#what, this.#format);
    const { problem } = this.#downloads.snapshot;
    if (problem) this.#host.dispatchEvent(new TaskchatErrorEvent(problem));
    if (!file) return;
    saveFile(file, file.name, this.#host.renderRoot.querySelector('.frame') ?? this.#dialog);
    this.#saved = file.name;
    this.#draw();
  }
}

/** Opens the window; Escape closes it, and the focus goes back to where it was. */
export function openExport(host: ExportHost): void {
  const { session } = host;
  if (!session || host.renderRoot.querySelector('dialog.export')) return;
  if (!styled.has(host)) addStyles(host, exportStyles);
  styled.add(host);
  new ExportDialog(host, session);
}

speak(insightsExportWords);
