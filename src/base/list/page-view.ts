import type { View } from './list-view.js';

/** Where something scrolls. */
interface Window {
  readonly scroller: Element;
  /** Where it begins on the screen. */
  readonly edge: number;
}

/**
 * What of a list is in view that has no scroller of its own: it moves with the page, or with what
 * scrolls in the page. The reader is led nowhere: only what was under the eye stays there.
 */
export class PageView implements View {
  top = 0;
  height = 0;
  pinned = true;
  readonly isAtEnd = false;
  readonly #list: HTMLElement;
  /** What may scroll, the nearest first. The page comes last. */
  #scrollers: readonly Element[] = [];
  /** The top as it was last seen. */
  #seen = 0;

  constructor(list: HTMLElement) {
    this.#list = list;
    list.style.setProperty('overflow-anchor', 'none');
  }

  watch(sizes: ResizeObserver, moved: () => void, signal: AbortSignal): void {
    this.#scrollers = scrollersAround(this.#list);
    for (const scroller of this.#scrollers) {
      // What comes or goes elsewhere in the page moves the list too.
      sizes.observe(scroller);
      scroller.addEventListener('scroll', moved, { passive: true, signal });
    }
    // The page's own scrolling is told to the document.
    document.addEventListener('scroll', moved, { passive: true, signal });
    addEventListener('resize', moved, { signal });
  }

  look(): boolean {
    const { scroller } = this.#window;
    const former = this.height;
    this.height = this.#list.getClientRects().length ? scroller.clientHeight : 0;
    const seen = this.#place();
    // Where it was before it was hidden is of no use: the page may have gone elsewhere.
    const moved = seen - (former ? this.#seen : this.top);
    this.#seen = seen;
    this.top += moved;
    if (moved) this.read();
    return moved !== 0 || this.height !== former;
  }

  read(): void {
    this.pinned = this.top < 1;
  }

  settle(place: number): void {
    const { scroller, edge } = this.#window;
    const wrong = Math.round(place - edge + this.top);
    if (wrong && !this.pinned) scroller.scrollBy({ top: wrong, behavior: 'instant' });
    this.top = this.#seen = this.#place();
  }

  /** The first that has more than it shows: others may scroll, and have nothing to. */
  get #window(): Window {
    const page = this.#scrollers.at(-1) ?? document.documentElement;
    const scroller = this.#scrollers.find((one) => one.scrollHeight > one.clientHeight + 1) ?? page;
    if (scroller === page) return { scroller, edge: 0 };
    return { scroller, edge: scroller.getBoundingClientRect().top + scroller.clientTop };
  }

  #place(): number {
    return this.#window.edge - this.#list.getBoundingClientRect().top;
  }
}

function scrollersAround(list: Element): Element[] {
  const found: Element[] = [];
  for (let one = parentOf(list); one; one = parentOf(one)) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) found.push(one);
  }
  const page = document.scrollingElement ?? document.documentElement;
  return [...found.filter((one) => one !== page), page];
}

/** What stands around an element on the screen, shadow trees included. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  return element.assignedSlot ?? element.parentElement ?? host;
}
