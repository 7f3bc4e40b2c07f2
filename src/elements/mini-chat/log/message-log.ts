import { Shown } from '../../../base/shown.js';
import type { Action } from '../rows/message-parts.js';
import type { LogRows } from './log-rows.js';
import { frameOf, logTemplate } from './log-template.js';
import type { LogView } from './log-view.js';
import { Part } from '../part.js';

/** What the log asks for; `line` is the row that a control stands in. */
export interface LogRequests {
  act(action: Action, line: string): void;
  loadEarlier(until?: string, signal?: AbortSignal): Promise<void>;
  markRead(seq: number): void;
  /** Other rows are drawn, or the same anew. */
  drawn(): void;
}

/** Milliseconds between two looks at the clock. */
const pace = 20_000;

/** The lines of a dialogue, in a window that scrolls. It is there before them. */
export class MessageLog extends Part {
  readonly #requests: LogRequests;
  #rows: LogRows | undefined;
  #view: LogView | undefined;
  #frame = frameOf(undefined, undefined);
  readonly #shown = new Shown();
  #footIsVisible = false;
  #watch: AbortController | undefined;

  constructor(requests: LogRequests) {
    super();
    this.root.className = 'log';
    this.#requests = requests;
    this.root.addEventListener('click', (event) => this.#press(event));
  }

  /** The rows, once they are there. */
  get rows(): LogRows | undefined {
    return this.#rows;
  }

  get scroller(): HTMLElement | null {
    return this.find('.scroller');
  }

  /** Whether somebody looks at the end of the log: what comes in is seen at once. */
  get isWatched(): boolean {
    return this.#footIsVisible && document.hasFocus() && (this.#rows?.pinned ?? true);
  }

  /** The row of a line, if it is drawn. */
  rowOf(line: string): HTMLElement | undefined {
    return this.#rows?.elementOf(line);
  }

  /**
   * Draws what is there; the row under the reader's eye stays where it is. `Rows` is what draws
   * them; undefined while its code is on its way.
   */
  show(view: LogView, Rows: typeof LogRows | undefined): void {
    this.#view = view;
    this.#redraw();
    const place = this.find('[data-rows]');
    if (!place || !Rows) return;
    this.#rows ??= new Rows(this.scroller!, this.find('[data-said]')!, () => this.#moved());
    this.#rows.show(view, place);
    this.#redraw();
  }

  /** Goes to the end and stays there. */
  pin(): void {
    this.#rows?.pin();
  }

  /** Shows the row of a line, and loads older ones until it is there; unless `signal` ends that. */
  async reveal(line: string, signal?: AbortSignal): Promise<HTMLElement | undefined> {
    if (!this.#rows?.has(line)) await this.#requests.loadEarlier(line, signal);
    return signal?.aborted ? undefined : this.#rows?.reveal(line);
  }

  /** Shows a row that is not a line. */
  bring(key: string): void {
    this.#rows?.reveal(key);
  }

  focus(): void {
    this.scroller?.focus({ preventScroll: true });
  }

  /** Another dialogue: nothing of the former one is left. */
  reset(): void {
    this.#rows?.disconnect();
    this.#rows = undefined;
    this.#view = undefined;
    this.find('[data-said]')?.replaceChildren();
    this.#redraw();
  }

  connect(): void {
    const { signal } = (this.#watch = new AbortController());
    if (!this.scroller) this.draw();
    const foot = new IntersectionObserver(([entry]) => {
      this.#footIsVisible = entry?.isIntersecting ?? false;
      this.#markRead();
    });
    foot.observe(this.find('.foot')!);
    const timer = setInterval(() => this.#rows?.refresh(), pace);
    window.addEventListener('focus', () => this.#markRead(), { signal });
    document.addEventListener('visibilitychange', () => this.#markRead(), { signal });
    signal.addEventListener('abort', () => {
      foot.disconnect();
      clearInterval(timer);
    });
    this.#rows?.connect();
  }

  disconnect(): void {
    this.#watch?.abort();
    this.#rows?.disconnect();
  }

  #press(event: Event): void {
    const control = (event.target as Element).closest<HTMLElement>('[data-action]');
    if (!control) return;
    const { action, target } = control.dataset;
    const line = target ?? control.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? '';
    this.#requests.act(action as Action, line);
  }

  /** Other rows may be in view. */
  #moved(): void {
    this.#requests.drawn();
    this.#redraw();
    this.#look();
    this.#markRead();
  }

  /** Draws what stands around the rows, if that is another than it was. */
  #redraw(): void {
    const frame = frameOf(this.#view, this.#rows);
    const facts: unknown[] = Object.values(frame);
    if (!this.#shown.isOther(...facts)) return;
    this.#frame = frame;
    this.draw();
  }

  /** Fetches older lines before the reader reaches them. After a failure, only when asked to. */
  #look(): void {
    const { earlier, loadingEarlier, problem } = this.#view?.snapshot ?? {};
    if (!earlier || loadingEarlier || problem || !this.#rows?.isNearStart) return;
    // This may be the end of an update, and the store's answer begins another.
    queueMicrotask(() => void this.#requests.loadEarlier());
  }

  /** What is in view has been read, if somebody looks. */
  #markRead(): void {
    const seq = this.#footIsVisible && document.hasFocus() && this.#rows?.seenSeq;
    if (seq) this.#requests.markRead(seq);
  }

  protected override template(): unknown {
    return logTemplate(this.#frame);
  }
}
