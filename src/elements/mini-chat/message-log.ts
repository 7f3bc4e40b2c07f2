import type { Action } from './message-parts.js';
import { Announcer } from './announcer.js';
import { logTemplate, type LogView } from './log-template.js';
import { Part } from './part.js';
import { ScrollKeeper } from './scroll-keeper.js';

/** What the log asks for; `line` is the row that a control stands in. */
export interface LogRequests {
  act(action: Action, line: string): void;
  loadEarlier(): Promise<void>;
  markRead(seq: number): void;
}

/** Pixels above the view within which older lines are fetched. */
const ahead = 600;
/** Milliseconds between two looks at the clock. */
const pace = 20_000;

/** The lines of a dialogue, in a window that scrolls. */
export class MessageLog extends Part {
  readonly #keeper = new ScrollKeeper(() => this.#scroller);
  readonly #requests: LogRequests;
  #announcer = new Announcer();
  #view: LogView | undefined;
  #unseen = 0;
  #drawnPinned = true;
  #endIsVisible = false;
  #watch: AbortController | undefined;

  constructor(requests: LogRequests) {
    super();
    this.root.className = 'log';
    this.#requests = requests;
    this.root.addEventListener('click', (event) => this.#press(event));
    // Scrolling does not bubble.
    this.root.addEventListener('scroll', () => this.#scrolled(), { capture: true, passive: true });
  }

  /** The row of a line, if it is loaded. */
  rowOf(line: string): HTMLElement | null {
    return this.find(`[data-line="${CSS.escape(line)}"]`);
  }

  /** Draws what is there; the row under the reader's eye stays where it is. */
  show(view: LogView): void {
    this.#view = view;
    const isReady = this.#isReady;
    const incoming = isReady ? this.#announcer.hear(view.snapshot.items, view.me!.id) : [];
    if (!this.#keeper.pinned) this.#unseen += incoming.length;
    this.#keeper.through(() => this.draw());
    if (!isReady) return;
    this.#look();
    this.#markRead();
  }

  /** Goes to the end and stays there. */
  pin(): void {
    this.#unseen = 0;
    this.#keeper.pin();
  }

  /** Shows the row of a line, and loads older ones until it is there. */
  async reveal(line: string): Promise<void> {
    while (!this.rowOf(line) && this.#view?.snapshot.earlier) {
      const known = this.#view.snapshot.items.length;
      await this.#requests.loadEarlier();
      if (this.#view.snapshot.items.length === known) return;
    }
    const row = this.rowOf(line);
    if (!row) return;
    this.#keeper.show(row);
    // The focus is also what marks the row.
    row.focus({ preventScroll: true });
  }

  /** Shows what stands among the rows. */
  bring(element: HTMLElement): void {
    this.#keeper.show(element);
  }

  focus(): void {
    this.#scroller?.focus({ preventScroll: true });
  }

  /** Another dialogue: it opens at its end. */
  reset(): void {
    this.#announcer = new Announcer();
    this.#view = undefined;
    this.#unseen = 0;
    this.#keeper.pin();
  }

  connect(): void {
    const { signal } = (this.#watch = new AbortController());
    this.#keeper.restore();
    const sizes = new ResizeObserver(() => this.#keeper.settle());
    const end = new IntersectionObserver(([entry]) => {
      this.#endIsVisible = entry?.isIntersecting ?? false;
      this.#markRead();
    });
    const timer = setInterval(() => this.#view && this.#keeper.through(() => this.draw()), pace);
    if (!this.#scroller) this.draw();
    for (const box of this.root.querySelectorAll('.scroller, .rows')) sizes.observe(box);
    end.observe(this.find('.end')!);
    window.addEventListener('focus', () => this.#markRead(), { signal });
    document.addEventListener('visibilitychange', () => this.#markRead(), { signal });
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      end.disconnect();
      clearInterval(timer);
    });
  }

  disconnect(): void {
    this.#watch?.abort();
  }

  get #scroller(): HTMLElement | null {
    return this.find('.scroller');
  }

  get #isReady(): boolean {
    return this.#view?.snapshot.status === 'ready' && Boolean(this.#view.me && this.#view.rows);
  }

  #press(event: Event): void {
    const control = (event.target as Element).closest<HTMLElement>('[data-action]');
    if (!control) return;
    const { action, target } = control.dataset;
    const line = target ?? control.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? '';
    this.#requests.act(action as Action, line);
  }

  #scrolled(): void {
    this.#keeper.notice();
    if (this.#keeper.pinned) this.#unseen = 0;
    if (this.#keeper.pinned !== this.#drawnPinned) this.draw();
    this.#look();
  }

  /** Fetches older lines before the reader reaches them. After a failure, only when asked to. */
  #look(): void {
    const { earlier, loadingEarlier, problem } = this.#view?.snapshot ?? {};
    if (!earlier || loadingEarlier || problem || !this.#isReady) return;
    const scroller = this.#scroller;
    if (scroller && scroller.clientHeight > 0 && scroller.scrollTop < ahead) {
      // This may be the end of an update, and the store's answer begins another.
      queueMicrotask(() => void this.#requests.loadEarlier());
    }
  }

  #markRead(): void {
    if (!this.#endIsVisible || !this.#isReady || !document.hasFocus()) return;
    const last = this.#view?.snapshot.items.findLast(({ state }) => state === 'sent');
    if (last?.state === 'sent') this.#requests.markRead(last.message.seq);
  }

  protected override template(): unknown {
    const isPinned = (this.#drawnPinned = this.#keeper.pinned);
    return logTemplate({
      view: this.#view,
      isReady: this.#isReady,
      isPinned,
      unseen: this.#unseen,
      announcer: this.#announcer,
    });
  }
}
