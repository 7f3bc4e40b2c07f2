import { html, render, type ReactiveController, type TemplateResult } from 'lit';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import { Frames } from '../../../base/frames.js';
import { crossIcon } from '../../../base/icons.js';
import { addStyles } from '../../../base/later.js';
import { LineList } from '../../../base/list/line-list.js';
import { speak } from '../../../base/locale.js';
import { Shown } from '../../../base/shown.js';
import { reviewSheetWords } from '../../../locales/en/review-sheet.js';
import type { ReportFilter } from '../../../stores/reports-store.js';
import type { Session } from '../../../stores/session.js';
import { sheetOf, type Sheet } from '../../../stores/sheet/sheet.js';
import type { SheetLine } from '../../../stores/sheet/sheet-line.js';
import { isLet, ReportDecidedEvent } from '../decision/deciding-events.js';
import { isMeant } from '../many/many-rejections.js';
import { busy } from './busy.js';
import { deciderOf, tallyOf } from './groups.js';
import { lineRow } from './line-row.js';
import { savedWords } from './outcome-words.js';
import { preview } from './preview.js';
import { saidOf } from './said.js';
import { saveFile } from '../../../base/save-file.js';
import type { SheetHost } from './sheet-host.js';
import type { SheetView } from './sheet-view.js';
import { sheetStyles } from './sheet.styles.js';
import { ShownLines, type Filter } from './shown-lines.js';
import { start } from './start.js';

const styled = new WeakSet<SheetHost>();

const bodies = {
  idle: start,
  saving: busy,
  reading: busy,
  checking: busy,
  open: preview,
  running: preview,
} as const;

const content = (view: SheetView): TemplateResult => html`
  <header>
    <h3 id="sheet-heading" class="landing" tabindex="-1">${view.locale.term('showSheet')}</h3>
    <button
      class="button quiet square"
      type="button"
      aria-label=${view.locale.term('sheetClose')}
      @click=${view.close}
    >
      ${crossIcon()}
    </button>
  </header>
  ${bodies[view.snapshot.phase](view)}
  <p class="sr-only" role="status">${saidOf(view)}</p>
`;

/** The window in which reports are saved as a sheet, and decided by it. */
class SheetDialog implements ReactiveController {
  readonly #host: SheetHost;
  readonly #sheet: Sheet;
  readonly #narrowed: ReportFilter;
  readonly #dialog = document.createElement('dialog');
  readonly #former: Element | null;
  readonly #frames = new Frames(() => this.#draw());
  readonly #lines = new ShownLines();
  readonly #list = new LineList<SheetLine>({
    keyOf: ({ row }) => String(row),
    row: (line, index) => lineRow(line, { index, count: this.#shown.length }, this.#host.locale),
    estimate: () => 57,
  });
  readonly #counted = new Shown();
  readonly #undo: () => void;
  #filter: Filter = 'all';
  #decider = '';
  #note = '';
  #isLeaving = false;

  constructor(host: SheetHost, session: Session, narrowed: ReportFilter) {
    this.#host = host;
    this.#sheet = sheetOf(session);
    this.#narrowed = narrowed;
    this.#former = host.shadowRoot!.activeElement;
    this.#undo = this.#sheet.subscribe(this.#frames.ask);
    host.addController(this);
    this.#open();
  }

  /** Where the tag goes, its window cannot follow. */
  hostDisconnected(): void {
    this.#dialog.close();
  }

  #open(): void {
    const dialog = this.#dialog;
    dialog.className = 'sheet';
    dialog.part = 'sheet';
    dialog.setAttribute('aria-labelledby', 'sheet-heading');
    // The keys of what lies beneath, and of the page, do not work from here.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.addEventListener('cancel', (event) => {
      if (event.target !== dialog || !this.#holds()) return;
      event.preventDefault();
    });
    dialog.addEventListener('close', ({ target }) => target === dialog && this.#left());
    // In the frame words run as they should.
    this.#host.renderRoot.querySelector('.frame')?.append(dialog);
    this.#draw();
    dialog.showModal();
    this.#draw();
    this.#heading?.focus();
  }

  #left(): void {
    this.#undo();
    this.#list.leave();
    this.#host.removeController(this);
    this.#dialog.remove();
    const { phase, hasRun } = this.#sheet.snapshot;
    // What came of a file can still be looked at and saved.
    if (phase !== 'open' || !hasRun) this.#sheet.stop();
    const root = this.#host.renderRoot;
    const rest = root.querySelector<HTMLElement>('.none, .state, h2');
    const target = this.#former?.isConnected ? (this.#former as HTMLElement) : rest;
    target?.focus({ preventScroll: true });
  }

  /** Asks before somebody leaves what is running; what runs is not to be left by a slip. */
  #holds(): boolean {
    if (this.#sheet.snapshot.phase !== 'running' || this.#isLeaving) return false;
    this.#isLeaving = true;
    this.#draw();
    this.#dialog.querySelector<HTMLElement>('.stay')?.focus();
    return true;
  }

  get #heading(): HTMLElement | null {
    return this.#dialog.querySelector<HTMLElement>('#sheet-heading');
  }

  get #shown() {
    const { lines, snapshot } = this.#sheet;
    return this.#lines.of(lines, this.#filter, snapshot.counts);
  }

  #view(): SheetView {
    const { snapshot, lines } = this.#sheet;
    const { counts } = snapshot;
    if (this.#counted.isOther(counts))
      this.#decider = counts.has('settled') ? deciderOf(lines) : '';
    return {
      locale: this.#host.locale,
      snapshot,
      tally: tallyOf(snapshot),
      decider: this.#decider,
      filter: this.#filter,
      isNarrowed: Object.keys(this.#narrowed).length > 0,
      note: this.#note,
      isLeaving: this.#isLeaving && snapshot.phase === 'running',
      save: () => void this.#save(),
      load: (file) => void this.#load(file),
      choose: (filter) => this.#choose(filter),
      apply: () => void this.#apply(),
      saveOutcomes: () => void this.#saveOutcomes(),
      stop: () => this.#sheet.stop(),
      stay: () => this.#stay(),
      close: () => this.#holds() || this.#dialog.close(),
    };
  }

  #draw(): void {
    const root = this.#host.shadowRoot!;
    const held = this.#dialog.contains(root.activeElement);
    render(content(this.#view()), this.#dialog);
    this.#list.show(this.#dialog.querySelector<HTMLElement>('.lines'), this.#shown);
    // What had the focus may be gone.
    if (held && !this.#dialog.contains(root.activeElement)) this.#heading?.focus();
  }

  #choose(filter: Filter): void {
    this.#filter = filter;
    this.#draw();
    this.#dialog.querySelector('.lines')?.scrollTo({ top: 0, behavior: 'instant' });
  }

  #stay(): void {
    this.#isLeaving = false;
    this.#draw();
  }

  async #save(): Promise<void> {
    this.#note = '';
    const file = await this.#sheet.save(this.#narrowed);
    if (!file) return;
    const { locale } = this.#host;
    const count = this.#sheet.snapshot.progress.done;
    const name = `reports-${new Date().toISOString().slice(0, 10)}.csv`;
    if (count > 0) saveFile(file, name, this.#dialog);
    const words = locale.term('countOfReports', count);
    this.#note = count ? locale.term('sheetSaved', words, name) : locale.term('sheetSavedNone');
    this.#draw();
  }

  async #load(file: File): Promise<void> {
    this.#note = '';
    this.#filter = 'all';
    await this.#sheet.load(file, file.name);
  }

  async #apply(): Promise<void> {
    const rejected = this.#sheet.lines.flatMap(({ outcome }) =>
      outcome.kind === 'ready' && outcome.verdict === 'rejected' ? [outcome.report] : [],
    );
    if (!(await isMeant(this.#host, rejected))) return;
    this.#note = '';
    this.#isLeaving = false;
    const host = this.#host;
    await this.#sheet.run({
      isLet: (judged) => isLet(host, judged),
      decided: (report) => host.dispatchEvent(new ReportDecidedEvent(report)),
      failed: (problem) => host.dispatchEvent(new TaskchatErrorEvent(problem)),
    });
  }

  async #saveOutcomes(): Promise<void> {
    const { locale } = this.#host;
    const { name, hasRun } = this.#sheet.snapshot;
    const file = await this.#sheet.outcomes((line) => savedWords(line, hasRun, locale));
    saveFile(file, `${name.replace(/\.\w+$/, '')}-outcomes.csv`, this.#dialog);
  }
}

/** Opens the window; Escape closes it, and the focus goes back to where it was. */
export function openSheet(host: SheetHost, narrowed: ReportFilter): void {
  const { session } = host;
  if (!session || host.renderRoot.querySelector('dialog.sheet')) return;
  if (!styled.has(host)) addStyles(host, sheetStyles);
  styled.add(host);
  new SheetDialog(host, session, narrowed);
}

speak(reviewSheetWords);
