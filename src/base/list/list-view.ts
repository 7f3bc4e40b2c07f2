/** Where a list opens, and where a reader who is there goes on with it. */
export type Edge = 'start' | 'end';

/** Pixels from the end within which a reader is at the end. */
const near = 32;

/** What of a list is in view, in pixels from the list's own beginning. */
export interface View {
  top: number;
  /** 0 while nothing can be seen. */
  height: number;
  /** Whether the reader is at the edge. */
  pinned: boolean;
  readonly isAtEnd: boolean;
  /** Tells of scrolling, and of what changes the view's size, as long as the signal lasts. */
  watch(sizes: ResizeObserver, moved: () => void, signal: AbortSignal): void;
  /** Takes in how far the reader has scrolled; the event comes late, and tells of our doing too. */
  look(): boolean;
  /** Finds out whether the reader is at the edge. */
  read(): void;
  /** Scrolls to where the view belongs. `place` is where the list begins on the screen. */
  settle(place: number): void;
}

/** The view of a list that has a scroller of its own. */
export class ListView implements View {
  top = 0;
  height = 0;
  pinned = true;
  readonly isAtEnd: boolean;
  readonly #scroller: HTMLElement;
  /** Where the scroller was last seen. If it is elsewhere, the reader has moved it. */
  #scrollTop = 0;

  constructor(scroller: HTMLElement, edge: Edge) {
    this.#scroller = scroller;
    this.isAtEnd = edge === 'end';
    // The browsers' own anchoring, which Safari lacks, would correct what is corrected here.
    scroller.style.setProperty('overflow-anchor', 'none');
  }

  watch(sizes: ResizeObserver, moved: () => void, signal: AbortSignal): void {
    sizes.observe(this.#scroller);
    this.#scroller.addEventListener('scroll', moved, { passive: true, signal });
  }

  look(): boolean {
    const { scrollTop, clientHeight } = this.#scroller;
    // What was hidden or out of the page may have forgotten how far it was scrolled.
    const moved = this.height && clientHeight && scrollTop - this.#scrollTop;
    this.height = clientHeight;
    this.#scrollTop = scrollTop;
    this.top += moved;
    if (moved) this.read();
    return moved !== 0;
  }

  read(): void {
    const { scrollTop, scrollHeight } = this.#scroller;
    this.pinned = this.isAtEnd ? scrollHeight - this.height - scrollTop < near : scrollTop < 1;
  }

  settle(place: number): void {
    const { scrollTop, scrollHeight, clientTop } = this.#scroller;
    const inner = this.#scroller.getBoundingClientRect().top + clientTop;
    const wrong = place - inner + this.top;
    const edge = this.isAtEnd ? scrollHeight : 0;
    const wanted = this.pinned ? edge : scrollTop + wrong;
    // Left to itself, a browser may cut off what is no whole pixel.
    const top = Math.round(wanted);
    if (Math.abs(wanted - scrollTop) >= 0.5) this.#scroller.scrollTo({ top, behavior: 'instant' });
    this.#scrollTop = this.#scroller.scrollTop;
    // It may not go as far as that. What rounding takes is kept, so that it does not add up.
    const missed = scrollTop + wrong - this.#scrollTop;
    if (Math.abs(missed) > 0.5) this.top -= missed;
  }
}
